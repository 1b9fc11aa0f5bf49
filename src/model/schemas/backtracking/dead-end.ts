/** A text after which a pattern cannot go on from wherever it may have come to: `;;` for `([^;]+;?)+`, whose characters each pass. */
import type { Automaton } from './automaton.js';
import type { Characters } from './characters.js';

const LONGEST = 4;
const MOST_SETS = 500;

interface Way {
  readonly waiting: ReadonlySet<number>;
  readonly word: string;
}

/** Undefined where there is none, or it is too far to look for. `before`: what is read first. */
export function deadEnd({ atoms, next, first }: Automaton, characters: Characters, before: string): string | undefined {
  const sets = atoms.map((atom) => characters.of(atom));
  // A search begins anew at every place, and is none of the ways that are to fail.
  const isSearch = (state: number): boolean => state === first[0] && atoms[state] === '[\\s\\S]';
  const read = (states: Iterable<number>, character: string): ReadonlySet<number> => {
    const bit = characters.bit(character);
    return new Set([...states].filter((state) => ((sets[state] ?? 0n) & bit) !== 0n));
  };
  const following = (states: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...states].filter((state) => !isSearch(state)).flatMap((state) => [...(next[state]?.keys() ?? [])]));
  let waiting: ReadonlySet<number> = new Set(first);
  for (const character of before) {
    const states = read(waiting, character);
    waiting = new Set([...following(states), ...(isSearch(first[0] ?? -1) ? first : [])]);
  }
  const alphabet = characters.kinds(sets);
  const known = new Set<string>();
  const queue: Way[] = [{ waiting: new Set([...waiting].filter((state) => !isSearch(state))), word: '' }];
  for (const { waiting: states, word } of queue) {
    if (word.length >= LONGEST) continue;
    for (const character of alphabet) {
      const left = read(states, character);
      if (left.size === 0) return word + character;
      const key = [...left].join();
      if (known.has(key) || known.size >= MOST_SETS) continue;
      known.add(key);
      queue.push({ waiting: following(left), word: word + character });
    }
  }
  return undefined;
}
