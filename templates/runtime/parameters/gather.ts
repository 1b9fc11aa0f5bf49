/** Values on their way back out of the names and texts of a query, a cookie or a form: the styles read backwards. */
import { type Decode, type Members, objectFrom } from './decode.js';
import type { Deep } from './deep.js';

/** Of a part that is a file, the file. The texts are as they stand there: a comma between items is told from one inside an item. */
export type Pair = readonly [name: string, value: string | Blob];
/** Makes a text of a query, a cookie or a form what it means: without percent-encoding, where there is one. */
export type Plain = (text: string) => string;
/** What stands under each name, in order. */
type Named = Map<string, (string | Blob)[]>;
/** Takes what is of a name, and makes its value; undefined where nothing is. */
export type Gather = (name: string, named: Named, plain: Plain) => unknown;
/** Fields by name, in the order in which they take. */
export type Fields = readonly (readonly [name: string, gather: Gather])[];

/** The values of the fields, and what is left. */
export function gathered(
  pairs: readonly Pair[],
  fields: Fields,
  plain: Plain,
): { readonly values: Record<string, unknown>; readonly left: ReadonlyMap<string, readonly (string | Blob)[]> } {
  const named: Named = new Map();
  for (const [name, value] of pairs) {
    const own = named.get(name);
    if (own) own.push(value);
    else named.set(name, [value]);
  }
  // A null prototype: no name of a document means anything else than itself.
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, gather] of fields) {
    const value = gather(name, named, plain);
    if (value !== undefined) values[name] = value;
  }
  return { values, left: named };
}

/** One text; of several the first. */
export function one(decode: Decode): Gather {
  return (name, named, plain) => {
    const [text] = textsOf(name, named);
    return text === undefined ? undefined : decode(plain(text));
  };
}
/** A list whose name is repeated. */
export function each(item: Decode): Gather {
  return (name, named, plain) => {
    const texts = textsOf(name, named);
    return texts.length === 0 ? undefined : texts.map((text) => item(plain(text)));
  };
}
/** Where both are possible: several texts are a list. */
export function oneOrEach(decode: Decode, item: Decode): Gather {
  return (name, named, plain) => {
    const texts = textsOf(name, named).map(plain);
    return texts.length > 1 ? texts.map(item) : texts.map(decode)[0];
  };
}
/** A list in one text: `blue,black`. */
export function listed(item: Decode, separator: string = ','): Gather {
  return (name, named, plain) => {
    const [text] = textsOf(name, named);
    return text === undefined ? undefined : text === '' ? [] : parted(text, separator, plain).map(item);
  };
}
/** An object in one text: `R,100,G,200`. */
export function paired(members: Members, others?: Decode, separator: string = ','): Gather {
  return (name, named, plain) => {
    const [text] = textsOf(name, named);
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
  return (_, named, plain) => {
    const names = [...(others ? named : new Map(Object.entries(members))).keys()];
    const texts = names.flatMap((name) => textsOf(name, named).map((text) => [name, plain(text)] as const));
    return texts.length === 0 ? undefined : objectFrom(texts, members, others);
  };
}
/** `color[R]=100&color[tags][0]=a`. */
export function deep(value: Deep): Gather {
  return (name, named, plain) => {
    const names = [...named.keys()].filter((key) => key === name || (key.startsWith(`${name}[`) && key.endsWith(']')));
    const texts = names.flatMap((key) => {
      const path = key === name ? [] : key.slice(name.length + 1, -1).split('][');
      return textsOf(key, named).map((text) => [path, plain(text)] as const);
    });
    return texts.length === 0 ? undefined : value(texts);
  };
}

/** Where `allowEmptyValue` lets an empty text stand for no value. */
export function orVacant(gather: Gather): Gather {
  return (name, named, plain) => {
    const own = named.get(name);
    return own?.length === 1 && own[0] === '' ? textsOf(name, named)[0] : gather(name, named, plain);
  };
}

/** The file itself. */
export const file: Gather = (name, named) => taken(name, named)?.[0];
export const files: Gather = (name, named) => taken(name, named);

function textsOf(name: string, named: Named): readonly string[] {
  return (taken(name, named) ?? []).filter((value) => typeof value === 'string');
}

function taken(name: string, named: Named): readonly (string | Blob)[] | undefined {
  const own = named.get(name);
  named.delete(name);
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
