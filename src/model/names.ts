/**
 * Names of the document become identifiers of TypeScript here, and nowhere else.
 *
 * A name depends on its own spelling alone, so that adding a schema or an operation renames nothing: reserved and shadowing
 * names get a trailing underscore; of two that become one, the one spelt like the identifier keeps it, and every other one
 * gets a suffix made from its own spelling (`Token2_k3d9`), whatever else is there.
 */
import type { Pointer } from '../diagnostics.js';
import type { Identifier } from './identifier.js';
import { byCodeUnits } from './node.js';

export type Style = 'type' | 'function';
export interface Wanted {
  readonly source: string;
  readonly style: Style;
  readonly at: Pointer;
  /** By config: taken as it is, where it is an identifier. */
  readonly pinned?: string | undefined;
  /** The suffixes under which it will be declared, all of which must be free: `['Success', 'Result']`. Default: the bare name. */
  readonly suffixes?: readonly string[];
}
export interface Collision {
  readonly at: Pointer;
  readonly source: string;
  readonly wanted: string;
  readonly given: Identifier;
}

export class Names {
  private readonly taken = new Set<string>();
  readonly collisions: Collision[] = [];

  /** Names for all of a kind at once; the order of the argument does not matter. */
  claimAll(wanted: readonly Wanted[]): ReadonlyMap<Pointer, Identifier> {
    const given = new Map<Pointer, Identifier>();
    const ranked = wanted
      .map((want) => ({ want, rank: rank(want) }))
      .sort((a, b) => a.rank - b.rank || byCodeUnits(a.want.source, b.want.source) || byCodeUnits(a.want.at, b.want.at));
    for (const { want } of ranked) given.set(want.at, this.claim(want));
    return given;
  }

  /** One name. For names made of names that were claimed before: bodies, variants. */
  claim(want: Wanted): Identifier {
    const plain = want.pinned !== undefined && IDENTIFIER.test(want.pinned) ? want.pinned : toIdentifier(want.source, want.style);
    const suffixes = want.suffixes ?? BARE;
    const wanted = suffixes.some((suffix) => isReserved(plain + suffix)) ? `${plain}_` : plain;
    let free = wanted;
    for (let salt = 0; !this.isFree(free, suffixes); salt++)
      free = `${wanted}_${fingerprint(want.source + (salt ? `${want.at}#${salt}` : ''))}`;
    for (const suffix of suffixes) this.taken.add(free + suffix);
    const identifier = free as Identifier;
    if (free !== wanted) this.collisions.push({ at: want.at, source: want.source, wanted, given: identifier });
    return identifier;
  }

  private isFree(free: string, suffixes: readonly string[]): boolean {
    return suffixes.every((suffix) => !this.taken.has(free + suffix));
  }
}

const BARE: readonly string[] = [''];
const rank = (want: Wanted): number =>
  want.pinned !== undefined ? 0 : toIdentifier(want.source, want.style) === want.source ? 1 : 2;

/** What the name of a config may be: ASCII, at most 100 characters. */
export const IDENTIFIER = /^[A-Za-z_$][\w$]{0,99}$/;
const LONGEST = 80;

/**
 * Words are runs of letters and digits of any alphabet; all but ASCII is spelt by code point, for the sake of editors,
 * terminals and bundlers. Case inside a word is the author's: `iamRefreshToken`, `bmCapacityHandlerGet`, `reposCompareCommits`.
 */
export function toIdentifier(source: string, style: Style): string {
  const words = source.match(/[\p{L}\p{N}$]+/gu) ?? [];
  const joined = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const spelt = joined.replace(/[^\w$]/gu, (letter) => `u${(letter.codePointAt(0) ?? 0).toString(16)}`);
  let ascii = style === 'type' ? spelt.charAt(0).toUpperCase() + spelt.slice(1) : lowerFirstWord(spelt);
  if (ascii === '') ascii = `${style === 'type' ? 'Name' : 'name'}_${fingerprint(source)}`;
  if (/^\d/.test(ascii)) ascii = `_${ascii}`;
  return ascii.length > LONGEST ? `${ascii.slice(0, LONGEST - 7)}_${fingerprint(source)}` : ascii;
}
/** `URLList` to `urlList`, `BMInstances` to `bmInstances`, `Get` to `get`. */
const lowerFirstWord = (text: string): string =>
  text.replace(/^[A-Z]+(?=[A-Z][a-z]|$|[^A-Za-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());

/** Six digits of base 36 from FNV-1a: stable for ever, since exports depend on it. */
export const fingerprint = (text: string): string => hash(text).toString(36).padStart(6, '0').slice(-6);

/** FNV-1a: 32 bits. */
export function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return sum;
}

/** Words of the language, globals that the output or its reader uses, and `then`, which would hang `import()`. */
const RESERVED = new Set(
  `abstract any arguments as asserts async await bigint boolean break case catch class const constructor continue debugger declare default
  delete do else enum eval exports export extends false finally for from function get global globalThis if implements import in infer
  instanceof interface intrinsic is keyof let module namespace never new null number object of out override package private protected public
  readonly require return satisfies set static string super switch symbol then this throw true try type typeof undefined unique
  unknown using var void while with yield
  AbortController AbortSignal Array ArrayBuffer AsyncIterable AsyncIterableIterator Awaited BigInt Blob Boolean Buffer Date Error Exclude Extract
  FormData Function Headers Infinity Iterable JSON Map Math NaN NonNullable Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray
  ReadableStream Record Reflect RegExp Request Required Response ReturnType Set String Symbol TextDecoder TextEncoder TypeError URL
  URLSearchParams Uint8Array WeakMap console crypto fetch process prototype structuredClone undefined __proto__
  hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf`.split(/\s+/),
);
/**
 * Functions and modules of ours beside which the document's names stand in `index.ts` and in the emitted files. The runtime's
 * types and classes (`Client`, `Issue`, `ValidationError`) are not among them: there the document wins, and ours is had from `runtime/`.
 */
const OURS = new Set(
  `createClient createSession unwrap isRetryable retrying idempotencyKey watching serverUrl followingRedirects fileStore memoryStore webStore
  runtime types validators paths components operations webhooks handlers`.split(/\s+/),
);

function isReserved(identifier: string): boolean {
  return RESERVED.has(identifier) || OURS.has(identifier);
}
