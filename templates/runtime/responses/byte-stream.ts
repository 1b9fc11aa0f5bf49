import { brokenOff, invalid } from '../broken-off.js';
import { refusal } from '../issue.js';
import { statedType } from '../media-type.js';
import type { Call, ResponseReader } from '../operation.js';
import { tooLong } from '../read.js';
import { OperationError } from '../unwrap.js';
import { isPromised } from './binary.js';

/**
 * Bytes as they come, of the promised type as `binary` has it. The call's `timeout` is for the head of the answer, and then for each
 * wait for more; `maxBytes` counts where the client or the call names it, and the signal ends the stream at any time. Where it does not come to its
 * end, reading throws an `OperationError` whose `result` says why: `network-error`, `timeout`, `aborted` or `invalid-response`.
 *
 * Cancelling it closes the connection; not reading it leaves it open until the signal is aborted.
 */
export function byteStream(mediaType: string): ResponseReader {
  return (response, call) => {
    if (!isPromised(mediaType, statedType(response))) return { issues: refusal(undefined, mediaType, 'contentMediaType') };
    call.state.open = true;
    return { body: streamOf(response, call) };
  };
}

function streamOf(response: Response, call: Call): ReadableStream<Uint8Array> {
  const { client, options, over } = call;
  // Not before somebody reads: till then whoever discards the answer can cancel it.
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const limit = options.maxBytes ?? client.maxBytes ?? Number.POSITIVE_INFINITY;
  let size = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          reader ??= (response.body ?? new Blob([]).stream()).getReader();
          const { done, value } = await next(reader, call);
          size += value?.length ?? 0;
          if (size > limit) throw invalid(response, tooLong());
          if (!done) return controller.enqueue(value);
          controller.close();
        } catch (cause) {
          controller.error(cause instanceof OperationError ? cause : brokenOff(call, cause));
        }
        over.abort();
      },
      cancel: () => over.abort(),
    },
    // Nothing is read ahead: how long the server takes is measured while somebody waits for it.
    { highWaterMark: 0 },
  );
}

/** The next piece, or the end of the call, whichever comes first: not every fetch heeds the signal. */
function next(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { client, options, over }: Call,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  const { signal } = over;
  const limit = options.timeout ?? client.timeout ?? 60_000;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => over.abort('timeout'), Math.min(limit, 2 ** 31 - 1));
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    reader.read().then(resolve, reject).finally(settle);
  });
}
