/** Replies on their way out. */
import type { JsonText } from '../exact.js';
import { concrete } from '../media-type.js';
import type { Encoder, Encoding } from '../operation.js';
import { type Check, part } from '../validation/index.js';
import type { ReplyWriter } from './handler.js';

export function jsonOut(contentType: string, check?: Check, { stringify }: JsonText = JSON): ReplyWriter {
  return { contentType, check, write: (body) => stringify(body) ?? null };
}
export function textOut(contentType: string, check?: Check): ReplyWriter {
  return { contentType, check, write: String };
}
export function bytesOut(contentType: string): ReplyWriter {
  return {
    write(body, headers) {
      if (!(body instanceof Blob)) return null;
      const type = concrete(contentType, body.type || 'application/octet-stream');
      if (!headers.has('content-type')) headers.set('content-type', type);
      return body;
    },
  };
}
export const nothingOut: ReplyWriter = { write: () => null };

/** A sequence: the items of a list are validated before any goes out, all others as they go. */
export function sequenceOut(encode: Encoder, check: Check): ReplyWriter {
  const each: Check = (items, at, issues) =>
    Array.isArray(items) ? items.reduce((found, item, i) => check(item, part(at, i, ''), found), issues) : issues;
  return encodedOut(encode, each);
}

/** A form, written as a request's body of its kind is, or a sequence of anything. */
export function encodedOut(encode: Encoder, check?: Check): ReplyWriter {
  return {
    check,
    async write(body, headers) {
      const draft: Encoding = {
        url: '',
        headers: new Headers(),
        client: {},
        options: {},
        over: new AbortController(),
        state: {},
      };
      await encode(draft, { body });
      const stated = draft.headers.get('content-type');
      // Of a multipart body only the encoder knows the boundary.
      if (stated !== null) headers.set('content-type', stated);
      return draft.content?.body ?? null;
    },
  };
}
