import { refusal } from '../issue.js';
import { matches, statedType } from '../media-type.js';
import type { ResponseReader } from '../operation.js';
import { readBytes, tooLong } from '../read.js';

/** Another type than the promised one is refused, since any bytes are some bytes; `application/octet-stream` promises no type. */
export function isPromised(mediaType: string, stated: string): boolean {
  return !stated || mediaType.startsWith('application/octet-stream') || matches(mediaType, stated);
}

/** Bytes as a `Blob` of the type that the server states. */
export function binary(mediaType: string): ResponseReader {
  return async (response, call) => {
    const stated = statedType(response);
    const bytes = await readBytes(response, call);
    if (bytes && isPromised(mediaType, stated)) return { body: new Blob([bytes], { type: stated }) };
    return { issues: bytes ? refusal(undefined, mediaType, 'contentMediaType') : tooLong() };
  };
}
