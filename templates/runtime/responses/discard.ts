import type { Call } from '../operation.js';

/** Closes the connection of an answer that nobody will read to its end: it is refused, or the request is sent again. */
export function discard(response: Response, { state }: Call): void {
  state.open = false;
  // Rejects where the body was read: then there is nothing to close.
  response.body?.cancel().catch(() => {});
}
