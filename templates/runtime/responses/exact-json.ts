import { refusal } from '../issue.js';
import type { ResponseReader } from '../operation.js';
import { readBytes, utf8 } from '../read.js';
import { validate } from '../validate.js';
import { type Integers, parseExact } from '../validation/exact-json.js';
import type { Check } from '../validation/index.js';

/** As `json`, for schemas with integers that a number can't hold: no digit is lost. */
export function exactJson(integers: Integers, check?: Check): ResponseReader {
  return async (response, call) => {
    const bytes = await readBytes(response, call);
    let body: unknown;
    try {
      const text = utf8(bytes);
      body = text || undefined;
      body = parseExact(text, integers);
    } catch {
      return { body, issues: refusal(body, 'JSON', 'contentMediaType') };
    }
    return { body, issues: validate(call, 'response', check, body) };
  };
}
