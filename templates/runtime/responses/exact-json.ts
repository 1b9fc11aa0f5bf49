import { refusal } from '../issue.js';
import type { ResponseReader } from '../operation.js';
import { readBytes, utf8 } from '../read.js';
import { type Integers, parseExact } from '../validation/exact-json.js';
import type { Validator } from '../validation/index.js';

/** As `json`, for schemas with integers that a number can't hold: no digit is lost. */
export function exactJson(integers: Integers, validator?: Validator<unknown>): ResponseReader {
  return {
    validator,
    async read(response, call) {
      const bytes = await readBytes(response, call);
      let body: unknown;
      try {
        const text = utf8(bytes);
        body = text || undefined;
        return { body: parseExact(text, integers) };
      } catch {
        return { body, issues: refusal(body, 'JSON', 'contentMediaType') };
      }
    },
  };
}
