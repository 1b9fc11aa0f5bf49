import { concrete } from '../media-type.js';
import type { Draft, Encoder } from '../operation.js';
import { isBytes } from '../validation/index.js';

/** Text, or bytes as a `Blob`, a buffer or a stream, under a media type. A Blob's own type is the better one for a range, `image/*`. */
export function rawBody(mediaType: string): Encoder {
  return (draft, { body }) => {
    if (body === undefined) return;
    if (body instanceof ReadableStream) return setStream(draft, body, mediaType);
    const type = body instanceof Blob && body.type ? concrete(mediaType, body.type) : mediaType;
    return setBody(draft, isBytes(body) ? body : String(body), type);
  };
}

export function setBody(draft: Draft, body: BodyInit, mediaType: string): void {
  draft.content = { body };
  draft.headers.set('content-type', concrete(mediaType, 'application/octet-stream'));
}

/** Sent as it comes, once; where the platform can't do that, read to its end before anything is sent. */
export async function setStream(draft: Draft, stream: ReadableStream<Uint8Array>, mediaType: string): Promise<void> {
  setBody(draft, sendsStreams() ? stream : await new Response(stream).blob(), mediaType);
  if (draft.content?.body === stream) draft.content = { body: stream, duplex: 'half' };
}

/** fetch that can asks for `duplex`; one that can't takes a stream for text. */
function sendsStreams(): boolean {
  let isAsked = false;
  const init = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      isAsked = true;
      return 'half';
    },
  };
  return !new Request('http://localhost', init).headers.has('content-type') && isAsked;
}
