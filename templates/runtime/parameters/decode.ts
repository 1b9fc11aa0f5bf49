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

/** `blue,black`. */
export function listOf(item: Decode, separator: string = ','): Decode {
  return (text) => (text === '' ? [] : text.split(separator).map((part) => item(part.trim())));
}

/** Decoders by name. */
export type Members = Readonly<Record<string, Decode>>;

/** `R,100,G,200`. `others` is for names that nothing is known about: without it they keep their text. */
export function objectOf(members: Members, others?: Decode): Decode {
  return (text) => {
    const parts = text === '' ? [] : text.split(',').map((part) => part.trim());
    return objectFrom(
      parts.flatMap((name, i) => (i % 2 ? [] : [[name, parts[i + 1] ?? ''] as const])),
      members,
      others,
    );
  };
}
/** `R=100,G=200`. */
export function explodedOf(members: Members, others?: Decode, separator: string = ','): Decode {
  return (text) => {
    const pairs = (text === '' ? [] : text.split(separator)).map((part): readonly [string, string] => {
      const [name = ''] = part.split('=', 1);
      return [name.trim(), part.slice(name.length + 1).trim()];
    });
    return objectFrom(pairs, members, others);
  };
}

export function objectFrom(
  pairs: Iterable<readonly [string, string]>,
  members: Members,
  others: Decode = asText,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Array.from(pairs, ([name, text]) => [name, ((Object.hasOwn(members, name) && members[name]) || others)(text)]),
  );
}
