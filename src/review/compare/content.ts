import type { MediaType } from '../../model/api.js';

export interface MatchedContent {
  readonly pairs: readonly (readonly [MediaType, MediaType])[];
  readonly removed: readonly MediaType[];
  readonly added: readonly MediaType[];
}

/** By name; `charset` changes nothing of what a caller holds, and neither do the spaces between parameters. */
export function matchContent(was: readonly MediaType[], is: readonly MediaType[]): MatchedContent {
  const pairs: (readonly [MediaType, MediaType])[] = [];
  const removed = new Set(was);
  const added = new Set(is);
  for (const keyOf of [(one: MediaType) => one.name, (one: MediaType) => plain(one.name)]) {
    for (const a of removed) {
      const b = [...added].find((one) => keyOf(one) === keyOf(a));
      if (!b) continue;
      pairs.push([a, b]);
      removed.delete(a);
      added.delete(b);
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}

function plain(name: string): string {
  const [essence = '', ...parameters] = name.split(';').map((part) => part.trim());
  return [essence, ...parameters.filter((parameter) => !/^charset=/i.test(parameter)).sort()].join(';');
}
