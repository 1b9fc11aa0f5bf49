import type { FormReader } from '../forms/urlencoded.js';
import { refusal } from '../issue.js';
import { matches, statedType } from '../media-type.js';
import type { ResponseReader } from '../operation.js';
import { readBytes, tooLong } from '../read.js';
import { validate } from '../validate.js';
import type { Check } from '../validation/index.js';

/** An answer that is a form, urlencoded or multipart: an object of texts and files, or a list of parts. */
export function formAnswer(mediaType: string, read: FormReader, check?: Check): ResponseReader {
  return async (response, call) => {
    const stated = statedType(response);
    const bytes = await readBytes(response, call);
    try {
      if (bytes && (!stated || matches(mediaType, stated))) {
        const body = await read(new Blob([bytes]), response.headers.get('content-type') ?? mediaType);
        return { body, issues: validate(call, 'response', check, body) };
      }
    } catch {
      // As an issue.
    }
    return { issues: bytes ? refusal(undefined, mediaType, 'contentMediaType') : tooLong() };
  };
}
