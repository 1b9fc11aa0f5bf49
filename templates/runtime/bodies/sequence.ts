import { below } from '../below.js';
import { issue, refusal } from '../issue.js';
import type { Encoder, Encoding } from '../operation.js';
import type { InvalidRequest } from '../result.js';
import { validate } from '../validate.js';
import { type Check, isIterable } from '../validation/index.js';
import type { Framed } from './framed.js';
import { setBody, setStream } from './raw.js';

/**
 * A body of items. Those of a list are sent at once, and have been validated with the rest of the input. Whatever else can be iterated is
 * streamed as it comes, and each item is validated before it goes out: one that is refused breaks the request off, and the result
 * tells how many were sent before. An abort, a timeout and an answer that comes early end the iteration.
 */
export function sequenceBody(mediaType: string, framed: Framed, check?: Check): Encoder {
  return (call, { body }) => {
    if (body === undefined) return;
    if (Array.isArray(body)) return setBody(call, body.map(framed).join(''), mediaType);
    if (!isIterable(body)) throw [issue('a sequence is a list or something else that can be iterated', 'type', ['body'])];
    return setStream(call, streamOf(written(body, call, framed, check), call.over), mediaType);
  };
}

/** The items as they go out. What ends them before their end is the result of the call, whatever fetch makes of a body that breaks off. */
async function* written(
  items: Iterable<unknown> | AsyncIterable<unknown>,
  call: Encoding,
  framed: Framed,
  check: Check | undefined,
): AsyncGenerator<string, void, undefined> {
  let sent = 0;
  const broken = (reason: Pick<InvalidRequest, 'issues' | 'cause'>): void => {
    call.state.broken = { ok: false, status: 'invalid-request', ...reason, ...(call.state.sent && { sent }) };
  };
  try {
    for await (const item of items) {
      const issues = validate(call, 'request', check && below(check, 'body', sent), item);
      if (issues) broken({ issues });
      // Ends the source as well.
      if (issues) throw new RangeError('an item breaks its schema');
      yield framed(item);
      sent++;
    }
  } catch (cause) {
    if (Array.isArray(cause)) broken({ issues: cause });
    else if (!call.state.broken) broken({ issues: refusal(undefined, 'a sequence that comes to its end', 'access'), cause });
    throw cause;
  }
}

/** fetch leaves a body alone when it is aborted, and so the end of the call is minded here. */
function streamOf(items: AsyncGenerator<string, void, undefined>, { signal }: AbortController): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  // Not awaited: a source that waits for its next item ends when that comes.
  const cancel = (): void => void items.return().catch(() => {});
  signal.addEventListener('abort', cancel);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await items.next();
      if (!done) controller.enqueue(encoder.encode(value));
      else if (signal.aborted) controller.error(signal.reason);
      else controller.close();
    },
    cancel,
  });
}
