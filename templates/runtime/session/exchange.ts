/** What the exchange of a refresh token for new tokens comes to. */
import type { CallOptions } from '../client.js';
import type { AnyResult } from '../result.js';
import type { RefreshFailure, Tokens } from './record.js';

/** A documented answer that says no. */
export interface Refusal {
  readonly status: number;
}

export type Exchanged<R extends Refusal> =
  /** `date`: the header of that name, the server's clock. */
  { readonly tokens: Tokens; readonly date: string | null } | { readonly refusal: R } | { readonly failure: RefreshFailure };

/** Calls the operation once. `call` sees to it that no layer sends it twice and that the answer is validated. */
export type Exchange<R extends Refusal> = (refresh: string, call: CallOptions) => Promise<Exchanged<R>>;

/** What is neither a grant nor a refusal. A documented answer can be that too: a 500, a 202. */
export function failed(result: AnyResult): Exchanged<never> {
  const { status } = result;
  if (status === 'invalid-request' || (status === 'network-error' && neverLeft(result.cause)))
    return { failure: { reason: 'not-sent' } };
  const reason = typeof status === 'number' ? 'undocumented-status' : status;
  return { failure: { reason, ...('response' in result && { status: result.response.status }) } };
}

/**
 * True where the connection was never made, so that no byte of the request can have left. Node says so in the cause of fetch's error
 * (every address refused, unreachable, or its name unknown); browsers say nothing, and there a failure may have followed the sending.
 */
function neverLeft(error: unknown): boolean {
  const { errors, syscall, code, cause }: Fault = Object(error);
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(neverLeft);
  if (syscall) return syscall === 'connect' || syscall === 'getaddrinfo';
  return code === 'UND_ERR_CONNECT_TIMEOUT' || (cause !== undefined && neverLeft(cause));
}
/** Any object, seen as an error of Node or of what has it for a cause. */
interface Fault {
  readonly errors?: unknown;
  readonly syscall?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}
