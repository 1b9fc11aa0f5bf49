import { refusal } from './issue.js';
import type { Call } from './operation.js';
import type { Issue } from './validation/index.js';

/** The body is longer than `maxBytes`. */
export interface TooLong {
  readonly issues: readonly Issue[];
}

/** The whole body. Rejects where the connection fails. */
export async function readBytes(response: Response, { client, options }: Call): Promise<ArrayBuffer | TooLong> {
  const chunks: BlobPart[] = [];
  const reader = response.body?.getReader();
  // Platforms without streams (React Native) read it whole: there the limit comes too late to save memory.
  if (!reader) return response.arrayBuffer();
  const limit = options.maxBytes ?? client.maxBytes ?? 2 ** 26;
  for (let size = 0; size <= limit; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    size += value.length;
    chunks.push(value);
  }
  reader.cancel().catch(() => {});
  return { issues: tooLong(limit) };
}

export const tooLong = (limit: number): readonly Issue[] => refusal(undefined, `at most ${limit} bytes`, 'maxBytes');

/** UTF-8 and nothing else; a byte order mark is dropped. */
export function utf8(bytes: ArrayBuffer): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
