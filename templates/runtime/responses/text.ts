import { refusal } from '../issue.js';
import { matches, statedCharset, statedType } from '../media-type.js';
import type { ResponseReader } from '../operation.js';
import { readBytes, tooLong } from '../read.js';
import { validate } from '../validate.js';
import type { Check } from '../validation/index.js';

/** Text of a media type, in the charset that the server states, else UTF-8. Another type than the promised one is refused: any bytes are some text. */
export function text(mediaType: string, check?: Check): ResponseReader {
  return async (response, call) => {
    const stated = statedType(response);
    const bytes = await readBytes(response, call);
    let body: unknown;
    try {
      body = new TextDecoder(statedCharset(response) ?? 'utf-8', { fatal: true }).decode(bytes);
      if (bytes && (!stated || matches(mediaType, stated))) {
        return { body, issues: validate(call, 'response', check, body) };
      }
    } catch {
      // As an issue: an unknown charset, or bytes that are none of it.
    }
    return { body, issues: bytes ? refusal(body, mediaType, 'contentMediaType') : tooLong() };
  };
}
