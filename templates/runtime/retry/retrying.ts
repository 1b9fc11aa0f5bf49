import { settled } from '../failure.js';
import type { Call, Layer, Step } from '../operation.js';
import { discard } from '../responses/discard.js';
import type { AnyResult } from '../result.js';
import { isRetryable } from '../retryable.js';
import { IDEMPOTENCY_KEY } from './idempotency-key.js';
import { pause } from './pause.js';
import { retryAfter } from './retry-after.js';

export interface Retrying {
  /** How often a request is sent at most. Default 3. */
  readonly attempts?: number;
  /** Milliseconds for one attempt, reading the body included. Default: only the limit of the whole call. */
  readonly attemptTimeout?: number;
  /** Milliseconds before the second attempt at most; doubled for each further one. The wait is random below that. Default 500. */
  readonly delay?: number;
  /** Milliseconds that are waited at most. A `Retry-After` beyond it ends the call with the answer that has it. Default 30,000. */
  readonly maxDelay?: number;
  /** Which results are worth another attempt. Default `isRetryable`. Safety is asked besides. */
  readonly when?: (result: AnyResult) => boolean;
}

/**
 * Sends a request again where that is safe and may help: the method is idempotent (RFC 9110, 9.2.2) or the request carries a header
 * `Idempotency-Key`, its body is no stream, and nobody answered or the answer is 408, 425, 429, 500, 502, 503 or 504. What the
 * server says in `Retry-After`, seconds or date, is heeded; else the wait grows, with jitter.
 */
export function retrying(options: Retrying = {}): Layer {
  const { attempts = 3, delay = 500, maxDelay = 30_000, when = isRetryable } = options;
  return async (call, next) => {
    for (let sent = 1; ; sent++) {
      const result = await attempt(call, next, options.attemptTimeout);
      const { signal } = call.over;
      if (sent >= attempts || signal.aborted || !isRepeatable(call) || !when(result)) return result;
      const stated = 'response' in result ? retryAfter(result.response.headers) : undefined;
      if (stated !== undefined && stated > maxDelay) return result;
      await pause(stated ?? Math.random() * Math.min(maxDelay, delay * 2 ** (sent - 1)), signal);
      if (signal.aborted) return result;
      if ('response' in result) discard(result.response, call);
    }
  };
}

const IDEMPOTENT = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY'];

function isRepeatable({ operation, headers, content }: Call): boolean {
  return !content?.duplex && (IDEMPOTENT.includes(operation.method) || headers.has(IDEMPOTENCY_KEY));
}

/** One attempt with a time of its own, inside that of the call. */
async function attempt(call: Call, next: Step, timeout: number | undefined): Promise<AnyResult> {
  if (timeout === undefined) return settled(call, next);
  const over = new AbortController();
  const stop = () => over.abort(call.over.signal.reason);
  if (call.over.signal.aborted) stop();
  call.over.signal.addEventListener('abort', stop);
  const timer = setTimeout(() => over.abort('timeout'), timeout);
  const result = await settled({ ...call, over }, next);
  clearTimeout(timer);
  // An open stream goes on listening: it ends with the call. Of anything else what is left unread is dropped.
  if (!call.state.open) {
    call.over.signal.removeEventListener('abort', stop);
    over.abort();
  }
  return result;
}
