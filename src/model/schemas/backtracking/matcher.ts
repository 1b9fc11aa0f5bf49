/**
 * Matches a pattern as an engine that backtracks does, and counts what it tries: how slow a pattern is, without a clock.
 *
 * @see https://tc39.es/ecma262/#sec-pattern-semantics
 */
import type { Pattern } from '../../schema.js';
import { matcherOf } from './characters.js';
import type { Expression } from './syntax.js';

/** Goes on from an index; true where all that follows matches too. */
type Continuation = (index: number) => boolean;
type Matcher = (index: number, then: Continuation) => boolean;

/** How many steps a search through a text takes, up to a limit; undefined where it goes too deep to tell. */
export type Counter = (text: string, limit: number) => number | undefined;

/** Of matchers that call each other, once or more for each round of a loop over a group. */
const DEEPEST = 1_000;

export function counterOf(expression: Expression, { flags }: Pick<Pattern, 'flags'>): Counter {
  const counting = new Counting();
  const matcher = counting.compile(expression, false);
  return (text, limit) => {
    counting.begin(flags === 'u' ? [...text] : text.split(''), limit);
    // As engines do that match from every place of a text.
    const isFound = (start: number): boolean => matcher(start, () => true);
    for (let start = 0; start <= counting.length; start++) if (isFound(start)) break;
    return counting.isTooDeep ? undefined : Math.min(counting.steps, limit);
  };
}

class Counting {
  steps = 0;
  length = 0;
  isTooDeep = false;
  private limit = 0;
  private depth = 0;
  private text: readonly string[] = [];
  /** The characters of all texts, and for each of the text which it is: what an atom says of one is asked once. */
  private readonly alphabet = new Map<string, number>();
  private letters: readonly number[] = [];
  private readonly tests = new Map<string, (letter: number, character: string) => boolean>();
  private readonly captures = new Map<string, readonly [from: number, to: number]>();

  begin(text: readonly string[], limit: number): void {
    this.text = text;
    this.letters = text.map((character) => {
      const letter = this.alphabet.get(character) ?? this.alphabet.size;
      this.alphabet.set(character, letter);
      return letter;
    });
    this.length = text.length;
    this.steps = 0;
    this.limit = limit;
    this.depth = 0;
    this.isTooDeep = false;
    this.captures.clear();
  }

  compile(expression: Expression, backward: boolean): Matcher {
    const matcher = this.matcherOf(expression, backward);
    return expression.kind === 'atom' || expression.kind === 'edge' ? matcher : this.bounded(matcher);
  }

  private bounded(matcher: Matcher): Matcher {
    return (index, then) => {
      if (this.depth >= DEEPEST) {
        this.steps = this.limit;
        this.isTooDeep = true;
        return true;
      }
      this.depth++;
      const isMatched = matcher(index, then);
      this.depth--;
      return isMatched;
    };
  }

  private matcherOf(expression: Expression, backward: boolean): Matcher {
    switch (expression.kind) {
      case 'atom': {
        const isOne = this.reads(expression.source, backward);
        const step = backward ? -1 : 1;
        return (index, then) => this.isSpent() || (isOne(index) && then(index + step));
      }
      case 'sequence': {
        const parts = expression.parts.map((part) => this.compile(part, backward));
        return (backward ? parts : parts.toReversed()).reduce<Matcher>(
          (rest, part) => (index, then) => part(index, (next) => rest(next, then)),
          (index, then) => then(index),
        );
      }
      case 'choice': {
        const options = expression.options.map((option) => this.compile(option, backward));
        return (index, then) => options.some((option) => option(index, then));
      }
      case 'repeat':
        return this.repeat(expression, backward);
      case 'group': {
        const body = this.compile(expression.body, backward);
        const { name } = expression;
        return (index, then) =>
          body(index, (end) => {
            const before = this.captures.get(name);
            this.captures.set(name, backward ? [end, index] : [index, end]);
            if (then(end)) return true;
            if (before) this.captures.set(name, before);
            else this.captures.delete(name);
            return false;
          });
      }
      case 'edge':
        return (index, then) => this.isSpent() || (this.isEdge(expression.source, index) && then(index));
      case 'look': {
        const body = this.compile(expression.body, expression.behind);
        return (index, then) => body(index, () => true) !== expression.negative && then(index);
      }
      case 'back':
        return (index, then) => {
          const [from, to] = this.captures.get(expression.to) ?? [0, 0];
          const start = backward ? index - (to - from) : index;
          for (let i = 0; i < to - from; i++) {
            if (this.isSpent()) return true;
            if (this.text[start + i] !== this.text[from + i]) return false;
          }
          return then(backward ? start : start + to - from);
        };
      default:
        return expression satisfies never;
    }
  }

  private repeat({ body, min, max, lazy }: Extract<Expression, { kind: 'repeat' }>, backward: boolean): Matcher {
    if (body.kind === 'atom' && !lazy) return this.run(this.reads(body.source, backward), min, max, backward ? -1 : 1);
    const once = this.bounded(this.matcherOf(body, backward));
    const round = (count: number, index: number, then: Continuation): boolean => {
      if (this.isSpent()) return true;
      const again = (): boolean =>
        count < max && once(index, (next) => !(next === index && count >= min) && round(count + 1, next, then));
      if (count < min) return again();
      return lazy ? then(index) || again() : again() || then(index);
    };
    return (index, then) => round(0, index, then);
  }

  /** The same for one atom, without recursion. */
  private run(isOne: (index: number) => boolean, min: number, max: number, step: 1 | -1): Matcher {
    return (index, then) => {
      let count = 0;
      while (count < max && isOne(index + count * step)) {
        if (this.isSpent()) return true;
        count++;
      }
      for (; count >= min; count--) {
        if (this.isSpent() || then(index + count * step)) return true;
      }
      return false;
    };
  }

  /** Counts one step; true where there have been too many, so that everything ends. */
  private isSpent(): boolean {
    return ++this.steps >= this.limit;
  }

  private reads(atom: string, backward: boolean): (index: number) => boolean {
    const known = this.tests.get(atom);
    const test = known ?? remembered(matcherOf(atom));
    if (!known) this.tests.set(atom, test);
    return (index) => {
      const at = backward ? index - 1 : index;
      return at >= 0 && at < this.length && test(this.letters[at] ?? -1, this.text[at] ?? '');
    };
  }

  private isEdge(source: string, index: number): boolean {
    if (source === '^') return index === 0;
    if (source === '$') return index === this.length;
    const isBoundary = isWord(this.text[index - 1]) !== isWord(this.text[index]);
    return isBoundary === (source === '\\b');
  }
}
const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);

function remembered(test: (character: string) => boolean): (letter: number, character: string) => boolean {
  const known: (boolean | undefined)[] = [];
  return (letter, character) => {
    const before = known[letter];
    if (before !== undefined) return before;
    const now = test(character);
    known[letter] = now;
    return now;
  };
}
