/**
 * Texts for which a pattern has many ways. Two paths around one loop that read the same text make 2ⁿ of them for n rounds (exponential
 * ambiguity); a text that stays in one loop, leads from it to another, and stays there, can be left at every place (polynomial
 * ambiguity), and a chain of such loops adds one power each.
 *
 * @see https://doi.org/10.1016/0304-3975(91)90381-B (Weber and Seidl, On the degree of ambiguity of finite automata)
 */
import type { Automaton } from './automaton.js';
import type { Characters } from './characters.js';
import { components } from './components.js';

/** A text that grows: each part is a lead, and then its pump as many times as one likes. */
export type Growing = readonly { readonly lead: string; readonly pump: string }[];

/** As many sets of states as are looked at for one pattern, and as many texts as are found for one loop. */
const MOST_WORK = 100_000;
const MOST_OF_LOOP = 3;
/** Fewer powers are those of every pattern that is searched for: a text of 10,000 characters still takes only a moment. */
const FEWEST_LINKS = 2;

/** The worst first. */
export function growingTexts(automaton: Automaton, characters: Characters): readonly Growing[] {
  const search = new Search(automaton, characters);
  return [...search.loops.flatMap((loop) => search.aroundLoop(loop)), ...search.chains()];
}

interface Link {
  /** The state that is left, the one that is come to, and what is read meanwhile. */
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

class Search {
  readonly loops: readonly ReadonlySet<number>[];
  private readonly sets: readonly bigint[];
  private readonly successors: readonly (readonly number[])[];
  private readonly automaton: Automaton;
  private readonly characters: Characters;
  private work = MOST_WORK;

  constructor(automaton: Automaton, characters: Characters) {
    this.automaton = automaton;
    this.characters = characters;
    this.sets = automaton.atoms.map((atom) => characters.of(atom));
    this.successors = automaton.next.map((edges) => [...edges.keys()]);
    this.loops = components(this.successors);
  }

  aroundLoop(loop: ReadonlySet<number>): readonly Growing[] {
    const found: Growing[] = [];
    for (const { from, word } of this.twoWays(loop)) {
      found.push([{ lead: this.word(this.path(this.automaton.first, from)), pump: word }]);
      if (found.length === MOST_OF_LOOP) break;
    }
    return found;
  }

  /** What reads the same in two ways from a state of the loop back to that state. */
  private *twoWays(loop: ReadonlySet<number>): Generator<{ readonly from: number; readonly word: string }> {
    const back = (from: number, to: number): string =>
      from === to ? '' : this.word(this.path(this.inside(from, loop), to, loop));
    for (const from of loop) {
      for (const [to, ways] of this.automaton.next[from] ?? []) {
        if (ways > 1 && loop.has(to)) yield { from, word: this.word([to]) + back(to, from) };
      }
    }
    const isMeeting = ([a, b]: readonly number[]): boolean => a === b;
    for (const from of loop) {
      const after = this.inside(from, loop);
      const starts = this.product(after, after).filter(([a = 0, b = 0]) => a < b);
      const path = this.together(starts, isMeeting, ([a = 0, b = 0]) => this.product(this.inside(a, loop), this.inside(b, loop)));
      const end = path?.at(-1)?.[0];
      if (path && end !== undefined) yield { from, word: this.wordOfAll(path) + back(end, from) };
    }
  }

  /** For each loop the longest chain that ends there. */
  chains(): readonly Growing[] {
    const reached = this.loops.map((loop) => this.reachedFrom(loop));
    const best: (readonly Link[])[] = this.loops.map(() => []);
    // Each loop stands after those that it leads to.
    for (let to = this.loops.length - 1; to >= 0; to--) {
      for (let from = this.loops.length - 1; from > to; from--) {
        const target = this.loops[to] ?? NONE;
        const between = reached[from] ?? NONE;
        if (![...target].some((state) => between.has(state))) continue;
        const before = best[from] ?? [];
        if (before.length + 1 <= (best[to]?.length ?? 0)) continue;
        const link = this.link(this.loops[from] ?? NONE, target, between);
        if (link) best[to] = [...before, link];
        else if (before.length > (best[to]?.length ?? 0)) best[to] = before;
      }
    }
    const longest = best.filter((chain) => chain.length >= FEWEST_LINKS).toSorted((a, b) => b.length - a.length);
    return [...new Set(longest)].slice(0, MOST_OF_LOOP).map((chain) => this.growing(chain));
  }

  private link(source: ReadonlySet<number>, target: ReadonlySet<number>, between: ReadonlySet<number>): Link | undefined {
    for (const from of source) {
      for (const to of target) {
        const starts = this.triples([from, from, to], source, between, target);
        const path = this.together(
          starts,
          ([a, b, c]) => a === from && b === to && c === to,
          (states) => this.triples(states, source, between, target),
        );
        if (path) return { from, to, word: this.wordOfAll(path) };
      }
    }
    return undefined;
  }
  private triples(
    [a = 0, b = 0, c = 0]: readonly number[],
    source: ReadonlySet<number>,
    between: ReadonlySet<number>,
    target: ReadonlySet<number>,
  ): readonly (readonly number[])[] {
    return this.product(this.inside(a, source), this.inside(b, between), this.inside(c, target));
  }

  private growing(chain: readonly Link[]): Growing {
    const parts: { lead: string; pump: string }[] = [];
    let state: number | undefined;
    for (const { from, to, word } of chain) {
      const starts = state === undefined ? this.automaton.first : (this.successors[state] ?? []);
      // The loop over anything that stands before a pattern without `^` needs nothing to come to it.
      const isThere = state === from || (state === undefined && this.automaton.first[0] === from && this.isAnything(from));
      const lead = isThere ? '' : this.word(this.path(starts, from));
      // A text that all loops of a chain read is not longer for each of them.
      if (parts.at(-1)?.pump !== word || lead.replaceAll(word, '') !== '') parts.push({ lead, pump: word });
      state = to;
    }
    return parts;
  }
  private isAnything(state: number): boolean {
    return this.automaton.atoms[state] === '[\\s\\S]';
  }

  private inside(state: number, states: ReadonlySet<number>): readonly number[] {
    return (this.successors[state] ?? []).filter((next) => states.has(next));
  }

  private reachedFrom(starts: ReadonlySet<number>): ReadonlySet<number> {
    const found = new Set(starts);
    for (const state of found) for (const next of this.successors[state] ?? []) found.add(next);
    return found;
  }

  /** The states that are read on a shortest way, with both ends; empty where there is none. */
  private path(starts: readonly number[], goal: number, within?: ReadonlySet<number>): readonly number[] {
    const path = breadthFirst(
      starts.map((state) => [state]),
      ([state]) => state === goal,
      ([state = 0]) => (this.successors[state] ?? []).filter((next) => within?.has(next) ?? true).map((next) => [next]),
      () => true,
    );
    return path?.flat() ?? [];
  }

  /** The same for several states at once that read one text. */
  private together(
    starts: readonly Step[],
    isGoal: (step: Step) => boolean,
    next: (step: Step) => readonly Step[],
  ): readonly Step[] | undefined {
    return breadthFirst(starts, isGoal, next, (step) => this.common(step) !== 0n);
  }
  /** All steps of several states, as long as there is work left. */
  private product(...lists: readonly (readonly number[])[]): readonly Step[] {
    const all = lists.reduce<readonly Step[]>(
      (steps, list) => steps.flatMap((step) => list.map((state) => [...step, state])),
      [[]],
    );
    this.work -= all.length;
    return this.work > 0 ? all : [];
  }
  private common(step: Step): bigint {
    return step.reduce((set, state) => set & (this.sets[state] ?? 0n), -1n);
  }

  private word(states: readonly number[]): string {
    return this.wordOfAll(states.map((state) => [state]));
  }
  private wordOfAll(path: readonly Step[]): string {
    return path.map((step) => this.characters.one(this.common(step))).join('');
  }
}
const NONE: ReadonlySet<number> = new Set();

type Step = readonly number[];

/** A shortest way from one of the starts to a goal, with both; undefined where there is none. */
function breadthFirst(
  starts: readonly Step[],
  isGoal: (step: Step) => boolean,
  next: (step: Step) => readonly Step[],
  isAllowed: (step: Step) => boolean,
): readonly Step[] | undefined {
  const before = new Map<string, Step | undefined>();
  const queue: Step[] = [];
  const enter = (step: Step, from: Step | undefined): void => {
    const key = step.join();
    if (before.has(key) || !isAllowed(step)) return;
    before.set(key, from);
    queue.push(step);
  };
  for (const step of starts) enter(step, undefined);
  for (const step of queue) {
    if (isGoal(step)) {
      const path: Step[] = [];
      for (let at: Step | undefined = step; at; at = before.get(at.join())) path.unshift(at);
      return path;
    }
    for (const following of next(step)) enter(following, step);
  }
  return undefined;
}
