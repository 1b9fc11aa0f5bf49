/**
 * Whether a pattern can take exponential time: an engine that backtracks tries every way through the pattern before it gives up, and
 * a pattern that has two ways around one loop for the same text has 2ⁿ of them for n rounds.
 *
 * The pattern becomes an automaton whose states are its atoms (Glushkov's), with a count for every way in which one atom can follow
 * another. There are two ways around a loop when an edge on a cycle counts twice, as in `(a+)+`, or when two different paths
 * that read the same text leave a state and come back to it, as in `(a|a)*` or `(\w|\d)*`. Powers (`a*a*$`) are not reported.
 */
import { type Expression, parseRegex } from './regex-syntax.js';

export function isSlow(source: string): boolean {
  // Two ways around a loop take a loop over a group.
  if (!/\)[*+{]/.test(source)) return false;
  const { expression, assertions, canFailAtEnd } = parseRegex(source);
  return hasTwoWays(expression, source, canFailAtEnd) || assertions.some((body) => hasTwoWays(body, source, true));
}

/** More states than this are not looked into. */
const LARGEST = 300;
/** More repetitions than this are as bad as no bound; fewer are written out. */
const MANY = 10;
const COPIES = 4;

interface Automaton {
  readonly atoms: string[];
  /** By state, the states that can follow, and in how many ways. */
  readonly next: Map<number, number>[];
}
interface Ends {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

function hasTwoWays(expression: Expression, source: string, canFailAtEnd: boolean): boolean {
  const automaton: Automaton = { atoms: [], next: [] };
  const { last } = build(expression, automaton);
  if (automaton.atoms.length > LARGEST) return false;
  const final = new Set(last);
  const meets = overlaps(automaton.atoms, source);
  const successors = automaton.next.map((edges) => [...edges.keys()]);
  return components(successors).some((loop) => {
    // A loop after which nothing can fail is left as soon as it likes.
    if (!canFailAtEnd && [...loop].some((state) => final.has(state))) return false;
    const isDouble = [...loop].some((from) => [...(automaton.next[from] ?? [])].some(([to, ways]) => ways > 1 && loop.has(to)));
    return isDouble || twoPaths(loop, successors, meets);
  });
}

function build(expression: Expression, automaton: Automaton): Ends {
  switch (expression.kind) {
    case 'atom': {
      if (automaton.atoms.length > LARGEST) return { nullable: true, first: [], last: [] };
      const state = automaton.atoms.push(expression.source) - 1;
      automaton.next.push(new Map());
      return { nullable: false, first: [state], last: [state] };
    }
    case 'sequence':
      return expression.parts.reduce<Ends>((ends, part) => sequence(ends, build(part, automaton), automaton), EMPTY);
    case 'choice': {
      const options = expression.options.map((option) => build(option, automaton));
      return {
        nullable: options.some(({ nullable }) => nullable),
        first: options.flatMap(({ first }) => first),
        last: options.flatMap(({ last }) => last),
      };
    }
    case 'repeat':
      return repeat(expression, automaton);
    default:
      return expression satisfies never;
  }
}
const EMPTY: Ends = { nullable: true, first: [], last: [] };

function repeat({ body, min, max }: Extract<Expression, { kind: 'repeat' }>, automaton: Automaton): Ends {
  if (max === 0) return EMPTY;
  if (max > MANY) {
    const ends = build(body, automaton);
    connect(ends.last, ends.first, automaton);
    return { ...ends, nullable: ends.nullable || min === 0 };
  }
  let ends = EMPTY;
  for (let i = 0; i < Math.min(max, COPIES); i++) {
    const copy = build(body, automaton);
    ends = sequence(ends, i < min ? copy : { ...copy, nullable: true }, automaton);
  }
  return ends;
}

function sequence(a: Ends, b: Ends, automaton: Automaton): Ends {
  connect(a.last, b.first, automaton);
  return {
    nullable: a.nullable && b.nullable,
    first: a.nullable ? [...a.first, ...b.first] : a.first,
    last: b.nullable ? [...a.last, ...b.last] : b.last,
  };
}

function connect(from: readonly number[], to: readonly number[], { next }: Automaton): void {
  for (const state of from) {
    const edges = next[state];
    for (const target of to) edges?.set(target, (edges.get(target) ?? 0) + 1);
  }
}

/** Whether two atoms can match the same character, tried with every character that could make a difference. */
function overlaps(atoms: readonly string[], source: string): (a: number, b: number) => boolean {
  const near = [...source].flatMap((character) => [-1, 0, 1].map((step) => (character.codePointAt(0) ?? 0) + step));
  const ascii = Array.from({ length: 128 }, (_, code) => code);
  const points = [...new Set([...ascii, ...near, 0xa0, 0xe9, 0x3b1, 0x434, 0x4e2d, 0x2028, 0x1f600])];
  const probes = points
    .filter((code) => code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
    .map((code) => String.fromCodePoint(code));
  const matched = new Map<string, ReadonlySet<string>>();
  const matches = (atom: string): ReadonlySet<string> => {
    const known = matched.get(atom);
    if (known) return known;
    const pattern = compile(atom);
    const found = new Set(pattern ? probes.filter((probe) => pattern.test(probe)) : probes);
    matched.set(atom, found);
    return found;
  };
  return (a, b) => {
    const [left, right] = [atoms[a] ?? '', atoms[b] ?? ''];
    return left === right || [...matches(left)].some((probe) => matches(right).has(probe));
  };
}

function compile(atom: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${atom})$`, flags);
    } catch {
      // An atom of a pattern that compiles without `u` only.
    }
  }
  return undefined;
}

/** Two states of a loop, entered from one and the same, that read the same text until they meet again in that one. */
function twoPaths(
  loop: ReadonlySet<number>,
  successors: readonly (readonly number[])[],
  meets: (a: number, b: number) => boolean,
): boolean {
  const states = [...loop];
  if (states.length > 80) return false;
  const inside = states.map((state) => (successors[state] ?? []).flatMap((to) => (loop.has(to) ? [states.indexOf(to)] : [])));
  const size = states.length;
  const pairs = Array.from({ length: size * size }, (_, pair) => {
    const found: number[] = [];
    for (const a of inside[Math.floor(pair / size)] ?? []) {
      for (const b of inside[pair % size] ?? []) if (meets(states[a] ?? -1, states[b] ?? -1)) found.push(a * size + b);
    }
    return found;
  });
  const isDiagonal = (pair: number): boolean => Math.floor(pair / size) === pair % size;
  return components(pairs).some(
    (component) => [...component].some(isDiagonal) && [...component].some((pair) => !isDiagonal(pair)),
  );
}

/** The sets of states that lead to each other, of those that lead to themselves (Tarjan's, without recursion). */
function components(next: readonly (readonly number[])[]): readonly ReadonlySet<number>[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const found: ReadonlySet<number>[] = [];
  for (let start = 0; start < next.length; start++) {
    if (order.has(start)) continue;
    const path: { readonly state: number; i: number }[] = [];
    const enter = (state: number): void => {
      order.set(state, order.size);
      low.set(state, order.size - 1);
      open.push(state);
      isOpen.add(state);
      path.push({ state, i: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { state } = top;
      const to = next[state]?.[top.i++];
      if (to !== undefined) {
        if (!order.has(to)) enter(to);
        else if (isOpen.has(to)) low.set(state, Math.min(low.get(state) ?? 0, order.get(to) ?? 0));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.state;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(state) ?? 0));
      if (low.get(state) !== order.get(state)) continue;
      const members = new Set(open.splice(open.indexOf(state)));
      for (const member of members) isOpen.delete(member);
      if (members.size > 1 || next[state]?.includes(state)) found.push(members);
    }
  }
  return found;
}
