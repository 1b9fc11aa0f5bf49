import type { JsonText } from '../exact.js';
import type { ResponseReader } from '../operation.js';
import type { Check } from '../validation/index.js';
import { limitOf, parsed, sequence } from './sequence.js';
import { cut, piecesOf } from './text.js';

/** JSON Lines and its namesakes: one JSON text a line; empty lines are none. @see https://jsonlines.org */
export function jsonLines(mediaType: string, check?: Check, json: JsonText = JSON): ResponseReader {
  return separated(mediaType, '\n', check, json);
}

/** JSON text sequences: a record separator before each. @see https://www.rfc-editor.org/rfc/rfc7464 */
export function jsonSequence(mediaType: string, check?: Check, json: JsonText = JSON): ResponseReader {
  return separated(mediaType, '\x1e', check, json);
}

function separated(mediaType: string, separator: string, check: Check | undefined, json: JsonText): ResponseReader {
  return sequence(
    mediaType,
    async function* (response, call) {
      for await (const text of cut(piecesOf(response), separator, limitOf(call))) if (text.trim()) yield parsed(text, json);
    },
    check,
  );
}
