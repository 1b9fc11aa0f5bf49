/** What can stand in a URL or a header: texts, lists of them, objects of them, and nothing deeper. */
import { issue } from '../issue.js';
import { type Issue, isObjectLike } from '../validation/index.js';
import type { Escape } from './escape.js';

/** Thrown for a value that has no form in its place. The message goes into an issue and never holds the value. */
export class Unserializable extends Error {}

/** What becomes of a fault of writing: half of a surrogate pair is the other way to fail. */
export const unsaid = (fault: unknown, path: readonly string[]): readonly Issue[] => [
  issue(fault instanceof Unserializable ? fault.message : 'this is no well-formed text', 'style', path),
];

export const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;

/** A string, number, boolean or bigint as text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value)) return String(value);
  throw new Unserializable(`${isObjectLike(value) ? 'a list or an object inside another' : 'this'} has no form as text`);
}

/** A value taken apart, its texts escaped: alone, a list, or pairs. Undefined and null are left out. */
export type Parts =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'object'; readonly pairs: readonly (readonly [name: string, value: string])[] };

export function partsOf(value: unknown, encode: Escape): Parts {
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.filter((item) => !isAbsent(item)).map((item) => encode(textOf(item))) };
  }
  if (!isObjectLike(value)) return { kind: 'text', text: encode(textOf(value)) };
  const present = Object.entries(value).filter(([, member]) => !isAbsent(member));
  return { kind: 'object', pairs: present.map(([name, member]) => [encode(name), encode(textOf(member))] as const) };
}
