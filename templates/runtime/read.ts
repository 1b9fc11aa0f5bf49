import type { Call } from './operation.js';

/** The whole body; undefined where it is longer than `maxBytes`. Rejects where the connection fails. */
export async function readBytes(response: Response, call: Call): Promise<ArrayBuffer | undefined> {
  const limit = call.options.maxBytes ?? call.client.maxBytes ?? 2 ** 26;
  // Some platforms have no streams: there the limit comes too late to save memory.
  const reader = response.body?.getReader();
  if (!reader) return response.arrayBuffer();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
}

/** UTF-8 that is UTF-8; a byte order mark is dropped. */
export const utf8 = (bytes: ArrayBuffer | undefined): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** The body of an answer that nothing is known about. */
export async function guess(response: Response, call: Call): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(response, call));
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
