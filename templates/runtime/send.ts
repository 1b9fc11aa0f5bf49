import type { CallOptions, Client } from './client.js';
import { exchange } from './exchange.js';
import { issue } from './issue.js';
import type { Call, Operation } from './operation.js';
import type { AnyResult } from './result.js';

/**
 * One call, from its input to its result. Never throws and never rejects, whatever the input, fetch, a hook or a getter does,
 * and is over when its time is, even where fetch pays no heed to the signal.
 */
export async function send<Result>(
  client: Client,
  operation: Operation,
  input: unknown,
  options: CallOptions = {},
): Promise<Result> {
  let result: AnyResult;
  let call: Call | undefined;
  try {
    const over = new AbortController();
    const headers = new Headers(operation.headers);
    for (const own of [client.headers, options.headers]) for (const [name, value] of new Headers(own)) headers.set(name, value);
    const draft = { path: operation.path, query: [], headers, issues: [] };
    call = { client, operation, options, input, draft, signal: over.signal };
    result = await limited(call, over);
  } catch {
    // Without the cause: what is thrown for a bad header holds its value, which can be a credential.
    result = { ok: false, status: 'invalid-request', issues: [issue('no request can be made of this', 'request')] };
  }
  try {
    const finished = { operation: operation.name, input, request: call?.draft, result };
    if (!result.ok) await client.hooks?.error?.(finished);
    await client.hooks?.after?.(finished);
  } catch {
    // What came of the call stands, whatever its observers do.
  }
  // The emitter makes `Result` and `operation.responses` from the same description.
  return result as Result;
}

/** The exchange, or the end of its time. */
function limited(call: Call, over: AbortController): Promise<AnyResult> {
  const { timeout = 60_000, signal } = { ...call.client, ...call.options };
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const stop = (status: 'timeout' | 'aborted') => {
      end();
      resolve({ ok: false, status });
      over.abort();
    };
    const abort = () => stop('aborted');
    // Above 31 bits a timer would fire at once.
    const timer = timeout > 0 && timeout < 2 ** 31 ? setTimeout(stop, timeout, 'timeout') : undefined;
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    exchange(call).then(resolve, reject).finally(end);
  });
}
