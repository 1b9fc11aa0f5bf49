/**
 * The first syntax error of a JSON text, with its place and what was expected there: `JSON.parse` tells neither in the same words everywhere.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
import { BACKSLASH, BRACE, BRACKET, COLON, COMMA, QUOTE, skipSpace } from './json-characters.js';

export interface JsonProblem {
  readonly offset: number;
  readonly message: string;
}
/** What does not stand where it has to. */
interface Missing {
  readonly at: number;
  readonly expected: string;
}

/** Undefined where the text is valid. Without recursion. */
export function jsonProblem(text: string): JsonProblem | undefined {
  const missing = scan(text);
  if (!missing) return undefined;
  const { at, expected } = missing;
  const found = at < text.length ? `found ${JSON.stringify(text.slice(at, at + 12).split(/[\r\n]/)[0])}` : 'the text ends';
  return { offset: Math.min(at, text.length), message: `expected ${expected}, ${found}` };
}

function scan(text: string): Missing | undefined {
  /** What opened the lists and objects around. */
  const open: number[] = [];
  let i = 0;
  for (;;) {
    // A value stands here.
    i = skipSpace(text, i);
    const first = text.charCodeAt(i);
    if (first === BRACE || first === BRACKET) {
      open.push(first);
      i = skipSpace(text, i + 1);
      if (text.charCodeAt(i) !== first + 2) {
        if (first === BRACKET) continue;
        const behind = afterName(text, i, `a name in double quotes or '}'`);
        if (typeof behind !== 'number') return behind;
        i = behind;
        continue;
      }
    } else if (first === QUOTE) {
      const end = afterString(text, i);
      if (typeof end !== 'number') return end;
      i = end;
    } else {
      SCALAR.lastIndex = i;
      if (!SCALAR.test(text)) return { at: i, expected: 'a value' };
      i = SCALAR.lastIndex;
    }
    // A value has ended; so do the lists and objects that end behind it.
    for (;;) {
      const around = open.at(-1);
      i = skipSpace(text, i);
      if (around === undefined) return i < text.length ? { at: i, expected: 'the end of the text' } : undefined;
      const unit = text.charCodeAt(i);
      if (unit === around + 2) {
        open.pop();
        i++;
        continue;
      }
      if (unit !== COMMA) return { at: i, expected: `',' or '${around === BRACE ? '}' : ']'}'` };
      i = skipSpace(text, i + 1);
      if (around === BRACKET) break;
      const behind = afterName(text, i, 'a name in double quotes');
      if (typeof behind !== 'number') return behind;
      i = behind;
      break;
    }
  }
}

/** The offset behind a name and its colon. */
function afterName(text: string, i: number, expected: string): number | Missing {
  if (text.charCodeAt(i) !== QUOTE) return { at: i, expected };
  const end = afterString(text, i);
  if (typeof end !== 'number') return end;
  const colon = skipSpace(text, end);
  return text.charCodeAt(colon) === COLON ? colon + 1 : { at: colon, expected: "':'" };
}

/** The offset behind a string, or what is wrong in it. */
function afterString(text: string, quote: number): number | Missing {
  STRING.lastIndex = quote + 1;
  STRING.test(text);
  const end = STRING.lastIndex;
  if (text.charCodeAt(end) === QUOTE) return end + 1;
  if (end >= text.length) return { at: end, expected: 'the end of a string' };
  return {
    at: end,
    expected: text.charCodeAt(end) === BACKSLASH ? 'a valid escape sequence' : 'no control character in a string',
  };
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.+-])/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a string of JSON must not hold
const STRING = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
