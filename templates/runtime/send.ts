import { attempt } from './attempt.js';
import type { CallOptions, Client } from './client.js';
import { failure } from './failure.js';
import type { Call, CallState, Input, Operation, Step } from './operation.js';
import type { AnyResult } from './result.js';
import { validate } from './validate.js';

/**
 * One call, from its input to its result. Never throws and never rejects, whatever the input, fetch, a hook or a getter does,
 * and is over when its time is, even where fetch pays no heed to the signal.
 */
export function send<Result>(
  client: Client,
  operation: Operation,
  input: Input = {},
  options: CallOptions = {},
): Promise<Result> {
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const state: CallState = {};
  const result = new Promise<AnyResult>((resolve, reject) => {
    const stop = (status: 'timeout' | 'aborted') => {
      resolve({ ok: false, status });
      over.abort(status);
    };
    const { signal, timeout = client.timeout ?? 60_000, retry = client.retry } = options;
    const abort = () => stop('aborted');
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { signal: over.signal });
    // The longest that a timer can be; beyond, it would fire at once.
    timer = setTimeout(stop, Math.min(timeout, 2 ** 31 - 1), 'timeout');
    const call: Call = {
      client,
      operation,
      input,
      options,
      over,
      state,
      url: operation.path,
      headers: new Headers(),
    };
    [client.hooks, prepare, retry, operation.security]
      .reduceRight<Step>(
        (next, layer) => (layer ? (call) => layer(call, next) : next),
        attempt,
      )(call)
      .then(resolve, reject);
  })
    .catch((cause) => failure(state, cause))
    .finally(() => {
      clearTimeout(timer);
      // Drops what is left unread and stops listening to the caller's signal.
      if (!state.open) over.abort();
    });
  // The emitter makes `Result` and `operation.responses` from the same description.
  return result as Promise<Result>;
}

/** The input is checked and put into the request. */
async function prepare(call: Call, next: Step): Promise<AnyResult> {
  for (const { headers } of [call.operation, call.client, call.options])
    for (const [name, value] of new Headers(headers)) call.headers.set(name, value);
  const issues = validate(call, 'request', call.operation.input, call.input);
  if (issues) throw issues;
  for (const encode of call.operation.encode ?? []) await encode(call, call.input);
  return next(call);
}
