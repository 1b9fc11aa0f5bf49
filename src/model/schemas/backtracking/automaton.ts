/**
 * A pattern as an automaton whose states are its atoms (Glushkov's), with a count for every way in which one atom can follow another.
 *
 * It takes more than the pattern does: a bounded repetition has no bound here, assertions are paths of their own, and a back reference
 * matches what its group can. What is found in it is tried with the pattern itself afterwards.
 */
import type { Expression } from './syntax.js';

export interface Automaton {
  /** What each state reads. */
  readonly atoms: readonly string[];
  /** By state, the states that can follow, and in how many ways. */
  readonly next: readonly ReadonlyMap<number, number>[];
  /** The states that can read the first character of a text. */
  readonly first: readonly number[];
}
interface Ends {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** More than this is not looked into. */
const MOST_STATES = 300;
const MOST_EDGES = 6_000;
/** As many optional parts are as bad as a loop. */
const MANY_OPTIONAL = 8;
/** About as many states are written out for one repetition. */
const MOST_COPIED = 64;

/** Undefined where it is too large. */
export function automatonOf(expression: Expression): Automaton | undefined {
  const builder = new Builder(expression);
  const { first } = builder.build(searched(expression));
  return builder.isTooLarge ? undefined : { atoms: builder.atoms, next: builder.next, first };
}

/** The pattern is tried from every place of the text, except where it begins with `^`. */
function searched(expression: Expression): Expression {
  switch (expression.kind) {
    case 'choice':
      return { ...expression, options: expression.options.map(searched) };
    case 'group':
      return { ...expression, body: searched(expression.body) };
    case 'edge':
      return expression;
    case 'sequence': {
      const [head, ...rest] = expression.parts;
      if (!head) return expression;
      if (head.kind === 'edge' && head.source === '^') return expression;
      if (head.kind === 'choice' || head.kind === 'group') return { ...expression, parts: [searched(head), ...rest] };
      return { ...expression, parts: [ANYWHERE, ...expression.parts] };
    }
    default:
      return { kind: 'sequence', parts: [ANYWHERE, expression] };
  }
}
const ANYWHERE: Expression = { kind: 'repeat', body: { kind: 'atom', source: '[\\s\\S]' }, min: 0, max: Infinity, lazy: true };

/** Whether the body can be matched again at once; `{n}` of one atom has only one way. */
export const isLoop = ({ body, min, max }: Extract<Expression, { kind: 'repeat' }>): boolean =>
  max > 1 && !(min === max && body.kind === 'atom');

export function* within(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.kind === 'sequence') for (const part of expression.parts) yield* within(part);
  else if (expression.kind === 'choice') for (const option of expression.options) yield* within(option);
  else if ('body' in expression) yield* within(expression.body);
}

class Builder {
  readonly atoms: string[] = [];
  readonly next: Map<number, number>[] = [];
  isTooLarge = false;
  private edges = 0;
  private readonly groups = new Map<string, Expression>();
  private readonly isManyOptional: boolean;

  constructor(expression: Expression) {
    let optional = 0;
    for (const each of within(expression)) {
      if (each.kind === 'group') this.groups.set(each.name, each.body);
      if (each.kind === 'repeat' && each.min === 0 && each.max === 1) optional++;
    }
    this.isManyOptional = optional >= MANY_OPTIONAL;
  }

  build(expression: Expression): Ends {
    if (this.isTooLarge) return EMPTY;
    switch (expression.kind) {
      case 'atom': {
        this.isTooLarge = this.atoms.length >= MOST_STATES;
        const state = this.atoms.push(expression.source) - 1;
        this.next.push(new Map());
        return { nullable: false, first: [state], last: [state] };
      }
      case 'sequence':
        return expression.parts.reduce<Ends>((ends, part) => this.follow(ends, this.build(part)), EMPTY);
      case 'choice': {
        const options = expression.options.map((option) => this.build(option));
        return {
          nullable: options.some(({ nullable }) => nullable),
          first: options.flatMap(({ first }) => first),
          last: options.flatMap(({ last }) => last),
        };
      }
      case 'repeat':
        return this.repeat(expression);
      case 'group':
        return this.build(expression.body);
      case 'back': {
        const group = this.groups.get(expression.to);
        // A group that refers to itself would have no end.
        this.groups.delete(expression.to);
        return { ...(group ? this.build(group) : EMPTY), nullable: true };
      }
      case 'look':
        return { nullable: true, first: this.build(expression.body).first, last: [] };
      case 'edge':
        return EMPTY;
      default:
        return expression satisfies never;
    }
  }

  /** The rounds that there must be are written out, so that what leads through them is long enough; the last is the loop. */
  private repeat(expression: Extract<Expression, { kind: 'repeat' }>): Ends {
    const { body, min, max } = expression;
    if (max === 0) return EMPTY;
    let before = EMPTY;
    const mostStates = this.atoms.length + MOST_COPIED;
    for (let copies = 1; copies < min && this.atoms.length < mostStates; copies++) before = this.follow(before, this.build(body));
    const ends = this.build(body);
    if (isLoop(expression) || (this.isManyOptional && min === 0)) this.connect(ends.last, ends.first);
    // A round that may be empty makes no difference without a bound; with one, the same text takes every choice of rounds.
    if (ends.nullable && max >= MANY_OPTIONAL && max < Infinity) this.connect(ends.last, ends.first);
    return this.follow(before, { ...ends, nullable: ends.nullable || min === 0 });
  }

  private follow(before: Ends, { nullable, first, last }: Ends): Ends {
    this.connect(before.last, first);
    return {
      nullable: before.nullable && nullable,
      first: before.nullable ? [...before.first, ...first] : before.first,
      last: nullable ? [...before.last, ...last] : last,
    };
  }

  private connect(from: readonly number[], to: readonly number[]): void {
    this.edges += from.length * to.length;
    if (this.edges > MOST_EDGES) this.isTooLarge = true;
    if (this.isTooLarge) return;
    for (const state of from) {
      const edges = this.next[state];
      for (const target of to) edges?.set(target, (edges.get(target) ?? 0) + 1);
    }
  }
}
const EMPTY: Ends = { nullable: true, first: [], last: [] };
