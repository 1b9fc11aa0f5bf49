/** What an answer that is still being read comes to where it does not come to its end. */
import type { Call } from './operation.js';
import type { Failure } from './result.js';
import { OperationError } from './unwrap.js';
import type { Issue } from './validation/index.js';

export function invalid(response: Response, issues: readonly Issue[]): OperationError<Failure> {
  return new OperationError({
    ok: false,
    status: 'invalid-response',
    issues,
    body: undefined,
    headers: response.headers,
    response,
  });
}

/** The end of the call's time, the caller's wish, or a fault of the connection. */
export function brokenOff({ over: { signal }, options }: Call, cause: unknown): OperationError<Failure> {
  if (signal.reason === 'timeout') return new OperationError({ ok: false, status: 'timeout' });
  if (options.signal?.aborted) return new OperationError({ ok: false, status: 'aborted' });
  return new OperationError({ ok: false, status: 'network-error', cause });
}
