import { refusal } from './issue.js';
import type { Call } from './operation.js';
import type { Issue } from './validation/index.js';

/** The whole body; undefined where it is longer than `maxBytes`, of which `tooLong` tells. Rejects where the connection fails. */
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

export const tooLong = (): readonly Issue[] => refusal(undefined, 'at most maxBytes', 'maxBytes');

/** UTF-8 and nothing else; a byte order mark is dropped. */
export function utf8(bytes: ArrayBuffer | undefined): string {
  return new TextDecoder(undefined, { fatal: true }).decode(bytes);
}
