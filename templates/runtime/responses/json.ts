import { refusal } from '../issue.js';
import type { Call, Outcome, ResponseReader } from '../operation.js';
import { readBytes, utf8 } from '../read.js';
import type { Validator } from '../validation/index.js';

/** `application/json` and `+json`. The header `content-type` is not asked: JSON is what was promised, and what is none does not parse. */
export function json(validator?: Validator<unknown>): ResponseReader {
  return { read: readJson, validator };
}

/** Where it is no JSON, the body is its text: the best that can be had of an answer that nothing is known about. */
async function readJson(response: Response, call: Call): Promise<Outcome> {
  const bytes = await readBytes(response, call);
  let body: unknown;
  try {
    const text = utf8(bytes);
    body = text || undefined;
    return { body: JSON.parse(text) };
  } catch {
    return { body, issues: refusal(body, 'JSON', 'contentMediaType') };
  }
}
