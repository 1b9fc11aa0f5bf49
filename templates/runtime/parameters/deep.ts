import type { Decode } from './decode.js';

type Pairs = readonly (readonly [path: readonly string[], text: string])[];
/** Makes a nested value of its texts, each with the way to it: `[a][b]=1&[a][c][0]=2`. */
export type Deep = (pairs: Pairs) => unknown;

export function deepText(decode: Decode): Deep {
  return (pairs) => decode(pairs[0]?.[1] ?? '');
}
/** `[0]=a&[1]=b`; `[]=a&[]=b` and the bare name more than once are read as well. */
export function deepList(item: Deep): Deep {
  return (pairs) => {
    const isBare = pairs.every(([[first = '']]) => first === '');
    const items = isBare ? pairs.map(([path, text]) => [[path.slice(1), text] as const]) : [...below(pairs).values()];
    return items.map(item);
  };
}
/** Names that nothing is known about are of `others`, or keep their text. */
export function deepMembers(members: Readonly<Record<string, Deep>>, others: Deep = deepText((text) => text)): Deep {
  return (pairs) => {
    // A text where something deeper is described: validation says so.
    if (pairs.every(([path]) => path.length === 0)) return pairs[0]?.[1];
    return Object.fromEntries(
      [...below(pairs)].map(([name, own]) => [name, ((Object.hasOwn(members, name) && members[name]) || others)(own)]),
    );
  };
}

function below(pairs: Pairs): ReadonlyMap<string, Pairs> {
  const byName = new Map<string, (readonly [readonly string[], string])[]>();
  for (const [[name, ...rest], text] of pairs) {
    if (name === undefined) continue;
    const own = byName.get(name) ?? [];
    byName.set(name, own);
    own.push([rest, text]);
  }
  return byName;
}
