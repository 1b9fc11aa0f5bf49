/** Values on their way back out of the names and texts of a query, a cookie or a form: the styles read backwards. */
import { type Decode, type Members, objectFrom } from './decode.js';
import type { Deep } from './deep.js';

/** Of a part that is a file, the file. The texts are as they stand there: a comma between items is told from one inside an item. */
export type Pair = readonly [name: string, value: string | Blob];
/** Makes a text of a query, a cookie or a form what it means: without percent-encoding, where there is one. */
export type Plain = (text: string) => string;
/** Takes from the pairs what is of a name, and makes its value; undefined where nothing is. */
export type Gather = (name: string, pairs: Pair[], plain: Plain) => unknown;
/** Fields by name, in the order in which they take. */
export type Fields = readonly (readonly [name: string, gather: Gather])[];

/** The values of the fields, and what is left. */
export function gathered(
  all: readonly Pair[],
  fields: Fields,
  plain: Plain,
): { readonly values: Record<string, unknown>; readonly left: readonly Pair[] } {
  const left = [...all];
  // A null prototype: no name of a document means anything else than itself.
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, gather] of fields) {
    const value = gather(name, left, plain);
    if (value !== undefined) values[name] = value;
  }
  return { values, left };
}

/** One text; of several the first. */
export function one(decode: Decode): Gather {
  return (name, pairs, plain) => {
    const [text] = textsOf(name, pairs);
    return text === undefined ? undefined : decode(plain(text));
  };
}
/** A list whose name is repeated. */
export function each(item: Decode): Gather {
  return (name, pairs, plain) => {
    const texts = textsOf(name, pairs);
    return texts.length === 0 ? undefined : texts.map((text) => item(plain(text)));
  };
}
/** Where both are possible: several texts are a list. */
export function oneOrEach(decode: Decode, item: Decode): Gather {
  return (name, pairs, plain) => {
    const texts = textsOf(name, pairs).map(plain);
    return texts.length > 1 ? texts.map(item) : texts.map(decode)[0];
  };
}
/** A list in one text: `blue,black`. */
export function listed(item: Decode, separator: string = ','): Gather {
  return (name, pairs, plain) => {
    const [text] = textsOf(name, pairs);
    return text === undefined ? undefined : text === '' ? [] : parted(text, separator, plain).map(item);
  };
}
/** An object in one text: `R,100,G,200`. */
export function paired(members: Members, others?: Decode, separator: string = ','): Gather {
  return (name, pairs, plain) => {
    const [text] = textsOf(name, pairs);
    if (text === undefined) return undefined;
    const parts = parted(text, separator, plain);
    return objectFrom(
      parts.flatMap((part, i) => (i % 2 ? [] : [[part, parts[i + 1] ?? ''] as const])),
      members,
      others,
    );
  };
}
/** An object whose members stand by themselves: `R=100&G=200`. With `others` it takes whatever nobody took before. */
export function spread(members: Members, others?: Decode): Gather {
  return (_, pairs, plain) => {
    const own = take(pairs, ([name]) => others !== undefined || Object.hasOwn(members, name));
    const texts = own.flatMap(([name, value]) => (typeof value === 'string' ? [[name, plain(value)] as const] : []));
    return texts.length === 0 ? undefined : objectFrom(texts, members, others);
  };
}
/** `color[R]=100&color[tags][0]=a`. */
export function deep(value: Deep): Gather {
  return (name, pairs, plain) => {
    const own = take(pairs, ([key]) => key === name || (key.startsWith(`${name}[`) && key.endsWith(']')));
    const texts = own.flatMap(([key, value]) => {
      const path = key === name ? [] : key.slice(name.length + 1, -1).split('][');
      return typeof value === 'string' ? [[path, plain(value)] as const] : [];
    });
    return texts.length === 0 ? undefined : value(texts);
  };
}

/** Where `allowEmptyValue` lets an empty text stand for no value. */
export function orVacant(gather: Gather): Gather {
  return (name, pairs, plain) => {
    const own = pairs.filter(([key]) => key === name);
    return own.length === 1 && own[0]?.[1] === '' ? textsOf(name, pairs)[0] : gather(name, pairs, plain);
  };
}

/** The file itself. */
export const file: Gather = (name, pairs) => blobsOf(name, pairs)[0];
export const files: Gather = (name, pairs) => {
  const own = blobsOf(name, pairs);
  return own.length === 0 ? undefined : own;
};

const blobsOf = (name: string, pairs: Pair[]): readonly (string | Blob)[] =>
  take(pairs, ([key]) => key === name).map(([, value]) => value);

function textsOf(name: string, pairs: Pair[]): readonly string[] {
  return take(pairs, ([key]) => key === name).flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
}

/** In one pass and in place: there can be many. */
function take(pairs: Pair[], isOwn: (pair: Pair) => boolean): readonly Pair[] {
  const own: Pair[] = [];
  let kept = 0;
  for (const pair of pairs) {
    if (isOwn(pair)) own.push(pair);
    else pairs[kept++] = pair;
  }
  pairs.length = kept;
  return own;
}

/** A comma parts before it is decoded; a space and a bar have no other spelling inside an item (3.2, Delimited Formats). */
function parted(text: string, separator: string, plain: Plain): readonly string[] {
  return separator === ',' ? text.split(',').map(plain) : plain(text).split(separator);
}

/** The names and texts of a query or an urlencoded form, the names alone decoded. */
export function pairsIn(text: string): readonly Pair[] {
  return text
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const at = piece.indexOf('=');
      return at < 0 ? [unescaped(piece), ''] : [unescaped(piece.slice(0, at)), piece.slice(at + 1)];
    });
}
/** A plus sign is a space, as forms have it. */
export const unescaped: Plain = (text) => percentDecoded(text.replaceAll('+', ' '));
export const asItStands: Plain = (text) => text;

export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
