/** Replies on their way out. */
import type { Check } from '../validation/index.js';
import type { ReplyWriter } from './handler.js';

export function jsonOut(contentType: string, check?: Check): ReplyWriter {
  return { contentType, check, write: (body) => JSON.stringify(body) };
}
export function textOut(contentType: string, check?: Check): ReplyWriter {
  return { contentType, check, write: String };
}
export function bytesOut(contentType: string): ReplyWriter {
  return { contentType, write: (body) => (body instanceof Blob ? body : null) };
}
export const nothingOut: ReplyWriter = { write: () => null };
/** What the handler has made ready itself: a Blob, a form, a stream, text. */
export function anythingOut(contentType: string): ReplyWriter {
  return {
    // A form knows its boundary, and nobody else does.
    ...(contentType.startsWith('multipart/') ? {} : { contentType }),
    write: (body) =>
      body instanceof Blob || body instanceof FormData || body instanceof URLSearchParams || body instanceof ReadableStream
        ? body
        : String(body),
  };
}
