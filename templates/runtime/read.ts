import type { Call } from './operation.js';

/** The whole body; undefined where it is longer than `maxBytes`. Rejects where the connection fails. */
export async function readBytes(response: Response, { client, options }: Call): Promise<ArrayBuffer | undefined> {
  const chunks: BlobPart[] = [];
  const reader = response.body?.getReader();
  // Platforms without streams (React Native) read it whole: there the limit comes too late to save memory.
  if (!reader) return response.arrayBuffer();
  for (let left = options.maxBytes ?? client.maxBytes ?? 2 ** 26; left >= 0; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    left -= value.length;
    chunks.push(value);
  }
  return undefined;
}

/** UTF-8 and nothing else; a byte order mark is dropped. */
export function utf8(bytes: ArrayBuffer | undefined): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
