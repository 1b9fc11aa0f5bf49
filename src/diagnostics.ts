/**
 * What a stage has to say about the document: a rule, a place, a sentence.
 *
 * Stages return findings that know only a JSON Pointer. `generate.ts` asks the source for the line and the column
 * and so turns findings into diagnostics, because positions are dear (a second, exact parse) and most runs print none.
 */

/** A JSON Pointer in URI-fragment form, `#/paths/~1pets/get`; of another file of the document: `parts/pet.yaml#/Pet`. */
export type Pointer = string;

export type Level = 'error' | 'warning' | 'info';

/**
 * A row of the ledger. Every stage declares its rules beside the code that applies them, in a file called `rules.ts`;
 * `docs/diagnostics.md` is generated from all of them. A code is never renamed and never used for something else.
 */
export interface Rule {
  /** Stable, kebab-case, in the specification's terms: `duplicate-operation-id`. */
  readonly code: string;
  /** `error`: the output would be wrong, nothing is written. `warning`: repaired or skipped. `info`: guessed or widened. */
  readonly level: Level;
  /** What is found, in one sentence. */
  readonly summary: string;
  /** What is done about it when nothing is configured. */
  readonly action: string;
  /** How the reader changes the document or the config. */
  readonly remedy: string;
  /** True where it is said of a word, and once for all places in which the word stands. */
  readonly isSaidOnce?: true;
}

export interface Finding {
  readonly rule: Rule;
  readonly at: Pointer;
  /** Which token of the member is meant: the key or the value. Default: the value. */
  readonly on?: 'key' | 'value';
  /** The rule applied to this place: what was found, what was expected or done. One line; document strings quoted by `quote()`. */
  readonly message: string;
  /** Known only to the parsers, which fail before there is a pointer. */
  readonly position?: Position;
}

/** Line and column count from 1, columns in UTF-16 code units, as editors do. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What users and machines read; the shape of `--format json`. */
export interface Diagnostic extends Position {
  readonly code: string;
  readonly level: Level;
  readonly message: string;
  readonly pointer: Pointer;
}

/** A stage's result together with its complaints. A stage never throws because of a document. */
export interface Checked<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/**
 * A string of the document for use in a message: quoted, one line, at most 80 characters, no control characters, and without the
 * credentials of a URL.
 */
export function quote(text: string): string {
  const open = text.slice(0, 1_000).replace(/\/\/[^/?#\s@]*@/g, '//…@');
  const short = open.length > 80 ? `${open.slice(0, 79)}…` : open;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** True of a place that is another or below it. */
export const isWithin = (at: Pointer, place: Pointer): boolean =>
  at.startsWith(place) && (at.length === place.length || at[place.length] === '/');

/** One level down from a pointer. */
export function child(at: Pointer, ...keys: readonly (string | number)[]): Pointer {
  let out = at;
  for (const key of keys) out += `/${typeof key === 'string' && ESCAPED.test(key) ? escaped(key) : key}`;
  return out;
}
const ESCAPED = /[~/]/;
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The tokens of `/paths/~1pets`; of the empty string none. @see https://www.rfc-editor.org/rfc/rfc6901 */
export function tokensOf(pointer: string): string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  return pointer.includes('~') ? tokens.map(unescaped) : tokens;
}
export const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');
