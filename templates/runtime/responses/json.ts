import { issue } from '../issue.js';
import type { Call, Outcome, ResponseReader } from '../operation.js';
import { readBytes, utf8 } from '../read.js';
import type { Validator } from '../validation/index.js';

/** `application/json` and `+json`. The header `content-type` is not asked: what was promised is JSON, and this is where it proves itself. */
export function json(validator?: Validator<unknown>): ResponseReader {
  return { read: readJson, validator };
}

async function readJson(response: Response, call: Call): Promise<Outcome> {
  const bytes = await readBytes(response, call);
  try {
    if (bytes) return { body: JSON.parse(utf8(bytes)) };
  } catch {
    // As an issue.
  }
  return { issues: [issue('the body is not JSON', 'contentMediaType')] };
}
