import type { Draft, Encoder } from '../operation.js';

/** Text, or bytes as a `Blob`, a buffer or a stream, under a media type. A Blob's own type is the better one for a range, `image/*`. */
export function rawBody(mediaType: string): Encoder {
  return (draft, { body }) => {
    if (body === undefined) return;
    setBody(
      draft,
      isBodyInit(body) ? body : String(body),
      mediaType.includes('*') && body instanceof Blob && body.type ? body.type : mediaType,
    );
  };
}

export function setBody(draft: Draft, body: BodyInit, mediaType: string): void {
  draft.content = body instanceof ReadableStream ? { body, duplex: 'half' } : { body };
  draft.headers.set('content-type', mediaType.includes('*') ? 'application/octet-stream' : mediaType);
}

function isBodyInit(value: unknown): value is Blob | BufferSource | ReadableStream {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value) || value instanceof ReadableStream;
}
