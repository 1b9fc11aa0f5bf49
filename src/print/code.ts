/**
 * The only quoting in the repository. A string of the document becomes a literal, a property key or a comment here, or nowhere.
 *
 * `Code` is what may be printed raw. It is made by the tag `code`, which quotes every plain string put into it, and by the
 * few functions below. There is no function from `string` to `Code` that does not quote: that absence is the guarantee.
 */
import type { Identifier } from '../model/identifier.js';
import type { Json } from '../model/schema.js';

export class Code {
  readonly text: string;
  /** Whether it has several lines: known from its parts, since to look for a break would put the text together anew each time. */
  readonly isBroken: boolean;
  /** The declared names that it uses, each as often as it stands there. */
  readonly mentions: Mentions | undefined;
  private constructor(text: string, isBroken: boolean, mentions: Mentions | undefined) {
    this.text = text;
    this.isBroken = isBroken;
    this.mentions = mentions;
  }
  toString(): string {
    return this.text;
  }
  /** For this file alone; a test refuses it elsewhere. */
  static trust(text: string, isBroken: boolean = text.includes('\n'), mentions?: Mentions): Code {
    return new Code(text, isBroken, mentions);
  }
}

/** A name, or what several pieces of code mention. */
type Mentions = string | readonly Mentions[];

/** Calls `visit` for each name that a piece of code mentions, in the order of the text. */
export function eachMention({ mentions }: Code, visit: (name: string) => void): void {
  if (mentions !== undefined) visitMentions(mentions, visit);
}
function visitMentions(mentions: Mentions, visit: (name: string) => void): void {
  if (typeof mentions === 'string') visit(mentions);
  else for (const each of mentions) visitMentions(each, visit);
}

/**
 * The same, with its text in one piece and each name once. For code that is kept until all of the document is emitted: the pieces that it
 * is made of are let go, instead of being carried along by the collector.
 */
export function settled(code: Code): Code {
  const names = new Set<string>();
  eachMention(code, (name) => names.add(name));
  // To ask for a unit of a text has the engine put it into one piece.
  code.text.charCodeAt(0);
  return Code.trust(code.text, code.isBroken, names.size === 0 ? undefined : [...names]);
}

type Hole = Code | readonly Code[] | string | number | boolean | null | undefined;

/**
 * A piece of TypeScript. Holes that are `Code` go in raw, arrays of `Code` one after the other, everything else as a literal.
 * A hole of several lines is indented like the line of the template that it stands in.
 */
export function code(parts: TemplateStringsArray, ...holes: readonly Hole[]): Code {
  let text = parts[0] ?? '';
  let isBroken = text.includes('\n');
  let mentioned: Mentions[] | undefined;
  for (let i = 0; i < holes.length; i++) {
    const hole = holes[i];
    const filling = hole instanceof Code ? hole : isCodes(hole) ? join(hole, '') : literal(hole);
    const part = parts[i + 1] ?? '';
    if (filling.mentions !== undefined && !isMember(parts, holes, i)) {
      if (mentioned) mentioned.push(filling.mentions);
      else mentioned = [filling.mentions];
    }
    text += (filling.isBroken ? indent(filling.text, indentationOf(parts, i)) : filling.text) + part;
    isBroken ||= filling.isBroken || part.includes('\n');
  }
  return Code.trust(text, isBroken, gathered(mentioned));
}
/** Whether a hole is a member of something: `types.Token` mentions no `Token`. */
function isMember(parts: readonly string[], holes: readonly Hole[], i: number): boolean {
  const before = parts[i] === '' ? holes[i - 1] : parts[i];
  return before instanceof Code ? before.text.endsWith('.') : typeof before === 'string' && before.endsWith('.');
}
const gathered = (mentioned: readonly Mentions[] | undefined): Mentions | undefined =>
  mentioned?.length === 1 ? mentioned[0] : mentioned;
const isCodes = (hole: Hole): hole is readonly Code[] => Array.isArray(hole);

/** The white space that the line begins with which the hole after `parts[i]` stands in. */
function indentationOf(parts: readonly string[], i: number): string {
  let at = i;
  while (at > 0 && !parts[at]?.includes('\n')) at--;
  return leading(parts[at] ?? '');
}
/** The white space that the last line begins with. */
export const leading = (text: string): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n') + 1))?.[0] ?? '';

/** Puts white space before every line but the first and the empty ones. No literal of ours holds a line break, so none changes. */
export function indent(text: string, indentation: string): string {
  return indentation === '' || !text.includes('\n') ? text : text.replace(/\n(?!\n)/g, `\n${indentation}`);
}

export const empty: Code = Code.trust('');

export function join(parts: readonly Code[], separator: ', ' | '\n' | ' | ' | ' & ' | ' && ' | ' || ' | '; ' | '' | ',\n'): Code {
  let text = '';
  let isBroken = parts.length > 1 && separator.includes('\n');
  let mentioned: Mentions[] | undefined;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? empty;
    text += i === 0 ? part.text : separator + part.text;
    isBroken ||= part.isBroken;
    if (part.mentions === undefined) continue;
    if (mentioned) mentioned.push(part.mentions);
    else mentioned = [part.mentions];
  }
  return Code.trust(text, isBroken, gathered(mentioned));
}

export const name = (identifier: Identifier): Code => Code.trust(identifier, false, identifier);

/** The name with a suffix or prefix of ours: `isToken`, `TokenInput`, `Token$test1`. */
export function derived(prefix: Affix, name: Identifier | Code, suffix: Affix = ''): Code {
  const text = `${prefix}${name}${suffix}`;
  return Code.trust(text, false, text);
}
/** Only what is written in our own sources: a literal type, never a `string`. */
type Affix =
  | ('' | 'is' | 'check' | 'Input' | 'Success' | 'Error' | 'Result')
  | (`$${number}` | '$integers' | `$test${number}` | `$pattern${number}` | `$value${number}`);

/** A value as an expression of TypeScript. `__proto__` as a key is computed, so that it makes a member. */
export function literal(value: Json | undefined): Code {
  return Code.trust(literalText(value), false);
}
function literalText(value: Json | undefined): string {
  if (value === undefined) return 'undefined';
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a number that JSON cannot say');
    return Object.is(value, -0) ? '-0' : String(value);
  }
  if (typeof value === 'string') return string(value);
  if (Array.isArray(value)) return `[${value.map(literalText).join(', ')}]`;
  const members = Object.entries(value).map(([key, member]) => `${keyText(key, 'value')}: ${literalText(member)}`);
  return members.length ? `{ ${members.join(', ')} }` : '{}';
}

/**
 * A string literal in single quotes. Everything but printable characters is escaped: no line break of any alphabet, no
 * control, no invisible or bidirectional mark (but U+FE0F, which emoji have), no lone surrogate, no `</script`, no `<!--` comes out raw.
 */
function string(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  return `'${text.replace(/[\\']/g, '\\$&').replace(UNSAFE, escapeUnit)}'`;
}
/** Printable ASCII without what is escaped; the usual case, and quick. */
const PLAIN = /^[ !"#$%&(-;=-[\]-~]*$/;
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff]|\u034f|[\u180b-\u180f]|[\ufe00-\ufe0e]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\udb40-\udb43][\udc00-\udfff]|<(?=[/!])|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
function escapeUnit(unit: string): string {
  if (unit === '\n') return '\\n';
  if (unit === '\t') return '\\t';
  if (unit === '\r') return '\\r';
  return Array.from({ length: unit.length }, (_, i) => `\\u${unit.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;
/** The key of a member in a type or an object literal: bare where it is a plain name, else quoted. */
export function propertyKey(key: string, place: 'type' | 'value'): Code {
  return Code.trust(keyText(key, place));
}
function keyText(key: string, place: 'type' | 'value'): string {
  if (key === '__proto__') return place === 'value' ? `['__proto__']` : `'__proto__'`;
  return PLAIN_KEY.test(key) ? key : string(key);
}

/** `.name` or `['na-me']`. */
export function access(key: string): Code {
  return Code.trust(PLAIN_KEY.test(key) ? `.${key}` : `[${string(key)}]`);
}

/**
 * A regular expression. Throws a SyntaxError where `source` does not compile with the flags: the model asks first.
 *
 * With `u` it is a literal. Without, it is a call: TypeScript refuses in a literal what the engine takes in the old grammar,
 * `\\p` and octal escapes among others.
 */
export function regex(source: string, flags: 'u' | ''): Code {
  if (flags === '') return code`/* @__PURE__ */ new RegExp(${new RegExp(source, flags).source})`;
  // An escaped unsafe character, a backslash and U+2028, must become one escape and not a backslash and an escape:
  // so escapes are taken as pairs. A `<` stands in `(?<` and needs no escape: `</` cannot come out, because `/` is escaped.
  const text = new RegExp(source, flags).source.replace(/\\[\s\S]|[^\\]+/g, (piece) => {
    const escaped = piece.replace(UNSAFE, (unit) => (unit === '<' ? unit : escapeUnit(unit)));
    return piece.startsWith('\\') && escaped !== piece ? escaped.slice(1) : escaped;
  });
  return Code.trust(`/${text}/${flags}`);
}

/** What a comment says: paragraphs of the document's text and tags, which stand below them. */
export type Docs = readonly (string | { readonly tag: DocTag; readonly text?: string })[];
export type DocTag =
  | 'contentEncoding'
  | 'contentMediaType'
  | 'default'
  | 'deprecated'
  | 'example'
  | 'format'
  | 'param'
  | 'returns'
  | 'see'
  | 'throws';

/** A JSDoc comment, without a line break after it; nothing where it would be empty. */
export function comment(docs: Docs): Code {
  const paragraphs = docs.flatMap((part) => (typeof part === 'string' ? docText(part) : [])).filter((text) => text !== '');
  const tags = docs.flatMap((part) => (typeof part === 'string' ? [] : `@${part.tag} ${docText(part.text ?? '')}`.trimEnd()));
  const blocks = tags.length ? [...paragraphs, tags.join('\n')] : paragraphs;
  if (!blocks.length) return empty;
  const lines = blocks.join('\n\n').split('\n');
  if (lines.length === 1 && lines.join().length < 100) return Code.trust(`/** ${lines.join()} */`);
  return Code.trust(`/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */`);
}

/**
 * Text of the document for the inside of a comment. A star and a slash cannot end it, whatever joins what: every `*` before a `/` is
 * parted from it by a backslash after all other changes are made, and no other change follows. An `@` at the start of a word
 * would be a tag (`@internal`, `@ts-expect-error`), and is none of ours, so it gets a backslash too.
 */
export function docText(text: string): string {
  if (PLAIN_PROSE.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(UNSAFE, (unit) =>
      unit === '\n' || unit === '\t' ? unit : unit === '<' ? unit : unit === '\u00a0' ? ' ' : escapeUnit(unit),
    )
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
    .replace(/(^|[\s*/])@/gm, '$1\\@')
    .replace(/\*(?=\/)/g, '*\\');
}
/** One line without white space around it, and without a character that is changed. */
const PLAIN_PROSE = /^[!-)+-.0-?A-~](?:[ -)+-.0-?A-~]*[!-)+-.0-?A-~])?$/;
