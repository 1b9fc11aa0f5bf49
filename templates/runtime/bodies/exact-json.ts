import type { Encoder } from '../operation.js';
import { type Integers, stringifyExact } from '../validation/exact-json.js';
import { setBody } from './raw.js';

/** As `jsonBody`, for schemas with integers that a number can't hold. */
export function exactJsonBody(mediaType: string, integers: Integers): Encoder {
  return (draft, { body }) => {
    const text = body === undefined ? undefined : stringifyExact(body, integers);
    if (text !== undefined) setBody(draft, text, mediaType);
  };
}
