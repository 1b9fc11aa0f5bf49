/**
 * Texts of headers, queries and paths on their way back into values. What isn't what it ought to be stays text, so that validation
 * has something to say about it.
 */

import type { JsonText } from '../exact.js';

export type Decode = (text: string) => unknown;

export const asText: Decode = (text) => text;
export const asNumber: Decode = (text) => (/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text);
export const asBigInt: Decode = (text) => (/^-?\d+$/.test(text) ? BigInt(text) : text);
export const asBoolean: Decode = (text) => (text === 'true' ? true : text === 'false' ? false : text);
/** Where it is not known which of them: a number or a boolean where it looks like one. */
export const asScalar: Decode = (text) => {
  const number = asNumber(text);
  return typeof number === 'number' ? number : text === 'null' ? null : asBoolean(text);
};
export function fromJson({ parse }: JsonText = JSON): Decode {
  return (text) => {
    try {
      return parse(text);
    } catch {
      return text;
    }
  };
}
/** Where `allowEmptyValue` lets an empty text stand for no value. */
export function orEmpty(decode: Decode): Decode {
  return (text) => (text === '' ? text : decode(text));
}

/** `blue,black`. */
export function listOf(item: Decode, separator: string = ','): Decode {
  return (text) => (text === '' ? [] : text.split(separator).map((part) => item(part.trim())));
}

/** `R,100,G,200`; exploded `R=100,G=200`. */
export function objectOf(members: Readonly<Record<string, Decode>>, exploded: boolean = false): Decode {
  return (text) => {
    const parts = text.split(',').map((part) => part.trim());
    const pairs = exploded
      ? parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const)
      : parts.flatMap((name, i) => (i % 2 ? [] : [[name, parts[i + 1] ?? ''] as const]));
    return decodedMembers(pairs, members);
  };
}

/** Names that nothing is known about keep their text. */
export function decodedMembers(
  pairs: Iterable<readonly [string, string]>,
  members: Readonly<Record<string, Decode>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Array.from(pairs, ([name, text]) => [name, Object.hasOwn(members, name) ? members[name]?.(text) : text]),
  );
}
