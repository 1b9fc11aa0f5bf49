import type { JsonText } from '../exact.js';
import { refusal } from '../issue.js';
import type { ResponseReader } from '../operation.js';
import { readBytes, tooLong, utf8 } from '../read.js';
import { validate } from '../validate.js';
import type { Check, Issue } from '../validation/index.js';

/**
 * `application/json` and `+json`. The header `content-type` is not asked: JSON is what was promised, and what is none does not parse.
 * The body of what does not parse is its text: the best that can be had of an answer that nothing is known about.
 */
export function json(check?: Check, { parse }: JsonText = JSON): ResponseReader {
  return async (response, call) => {
    const bytes = await readBytes(response, call);
    let body: unknown;
    let issues: readonly Issue[] | undefined;
    try {
      const text = utf8(bytes);
      body = text || undefined;
      body = parse(text);
      issues = validate(call, 'response', check, body);
    } catch {
      issues = bytes ? refusal(body, 'JSON', 'contentMediaType') : tooLong();
    }
    return { body, issues };
  };
}
