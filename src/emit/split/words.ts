/** The names that emitted code mentions: words outside strings and comments that are neither members nor keys. */
import type { Code } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';
import { endOfWord, isWordCharacter } from '../../print/words.js';

/** Calls `visit` for each that one of `names` may be, as often as it stands there. */
export function eachWord(declaration: Declaration, names: Names, visit: (word: string) => void): void {
  for (const each of codesOf(declaration)) visitWords(each, names, visit);
}

/** What names begin with, by code unit: most words are told from them by that, and need not be looked up. */
export class Names {
  private readonly beginnings = new Set<number>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.beginnings.add(name.charCodeAt(0));
  }
  mayBegin(unit: number): boolean {
    return this.beginnings.has(unit);
  }
}

function codesOf(declaration: Declaration): readonly Code[] {
  switch (declaration.kind) {
    case 'type':
      return [declaration.type];
    case 'function':
      return [declaration.returns, ...declaration.parameters.map(({ type }) => type), declaration.body];
    case 'constant':
      return [...(declaration.type ? [declaration.type] : []), declaration.value];
    case 're-export':
    case 'export-all':
      return [];
    default:
      return declaration satisfies never;
  }
}

/** One pass by hand: nearly all of the output goes through here. */
function visitWords({ text }: Code, names: Names, visit: (word: string) => void): void {
  // A regular expression is all that there is of a constant, or there is none.
  if (/^\/[^*]/.test(text)) return;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) i = endOfString(text, i);
    else if (unit === SLASH && text.charCodeAt(i + 1) === STAR) i = text.indexOf('*/', i) + 2;
    else if (!isWordCharacter(unit)) i++;
    else {
      const end = endOfWord(text, i);
      if (names.mayBegin(unit) && text.charCodeAt(i - 1) !== DOT && !isKey(text, end)) visit(text.slice(i, end));
      i = end;
    }
  }
}

/** The offset behind a string; no string of ours has a line break or other quotes than these. */
function endOfString(text: string, quote: number): number {
  let i = quote + 1;
  for (;;) {
    i = text.indexOf("'", i);
    if (i === -1) return text.length;
    // An odd number of backslashes before it: it is one of the string's own.
    let before = i;
    while (text.charCodeAt(before - 1) === BACKSLASH) before--;
    i++;
    if ((i - before) % 2 === 1) return i;
  }
}

/** `key:` and `key?:`. */
function isKey(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  return next === COLON || (next === QUESTION && text.charCodeAt(end + 1) === COLON);
}

const QUOTE = 0x27;
const STAR = 0x2a;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUESTION = 0x3f;
const BACKSLASH = 0x5c;
