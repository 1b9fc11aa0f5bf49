import type { JsonText } from '../exact.js';
import type { Encoder } from '../operation.js';

/** A body as JSON under a media type; no body where the input has none. */
export function jsonBody(mediaType: string, { stringify }: JsonText = JSON): Encoder {
  return (draft, { body }) => {
    const text = stringify(body);
    if (text === undefined) return;
    draft.content = { body: text };
    draft.headers.set('content-type', mediaType);
  };
}
