import type { AnyResult } from './result.js';

/**
 * Whether the same call may come to something better later: no answer in time, or one that says so (408, 425, 429, 500, 502, 503, 504).
 * Whether repeating is safe is another matter, that of the operation: `retrying()` minds both.
 */
export function isRetryable(result: AnyResult): boolean {
  if (result.status === 'network-error' || result.status === 'timeout') return true;
  return result.status !== 'invalid-request' && result.status !== 'aborted' && TRANSIENT.includes(result.response.status);
}
const TRANSIENT: readonly number[] = [408, 425, 429, 500, 502, 503, 504];
