import { isObjectLike, own } from '../validation/index.js';
import type { Decode } from './decode.js';

/** How the texts of a nested value are decoded: members by name, the items of a list alike. */
export type Deep = Decode | readonly [item: Deep] | { readonly [name: string]: Deep };

type Pairs = readonly (readonly [path: readonly string[], text: string])[];

/** `[a][b]=1&[a][c][0]=2` as the value that it is of. Names that nothing is known about keep their text. */
export function deepValue(pairs: Pairs, deep: unknown): unknown {
  const [, text = ''] = pairs.find(([path]) => path.length === 0) ?? [];
  if (typeof deep === 'function') return deep(text);
  const names = [...new Set(pairs.flatMap(([path]) => path.slice(0, 1)))];
  // A text where something deeper is described: validation says so.
  if (names.length === 0) return text;
  const below = (name: string): Pairs => pairs.flatMap(([[first, ...rest], value]) => (first === name ? [[rest, value]] : []));
  if (Array.isArray(deep)) return names.map((name) => deepValue(below(name), deep[0]));
  const members = isObjectLike(deep) ? deep : {};
  return Object.fromEntries(names.map((name) => [name, deepValue(below(name), own(members, name))]));
}
