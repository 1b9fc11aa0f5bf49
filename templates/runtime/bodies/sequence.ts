import { issue } from '../issue.js';
import type { Encoder } from '../operation.js';
import { isObjectLike } from '../validation/index.js';
import { setBody } from './raw.js';

/** What stands before and after each item. */
const FRAMES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'json-lines': ['', '\n'],
  'json-seq': ['\x1e', '\n'],
  sse: ['data: ', '\n\n'],
};

/** A body of items, each as JSON: of a list, or of whatever can be iterated, which is then streamed as it comes. */
export function sequenceBody(mediaType: string, framing: 'json-lines' | 'json-seq' | 'sse'): Encoder {
  return (draft, { body }) => {
    if (body === undefined) return;
    const [before, after] = FRAMES[framing] ?? ['', ''];
    const framed = (item: unknown): string => before + JSON.stringify(item) + after;
    if (Array.isArray(body)) return setBody(draft, body.map(framed).join(''), mediaType);
    if (!isAsyncIterable(body)) throw [issue('a sequence is a list or an async iterable', 'type', ['body'])];
    const items = body[Symbol.asyncIterator]();
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await items.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(framed(value)));
      },
      cancel: async () => void (await items.return?.()),
    });
    setBody(draft, stream, mediaType);
  };
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return isObjectLike(value) && Symbol.asyncIterator in value;
}
