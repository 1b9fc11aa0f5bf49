import type { Encoder } from '../operation.js';

/** A body as JSON under a media type; no body where the input has none. */
export function jsonBody(mediaType: string): Encoder {
  return (draft, { body }) => {
    if (body === undefined) return;
    draft.content = { body: JSON.stringify(body) };
    draft.headers.set('content-type', mediaType);
  };
}
