/**
 * Whether a pattern can be made to take a time that no one waits for: an engine that backtracks tries every way through the pattern
 * before it gives up.
 *
 * The automaton of the pattern tells for which texts there could be many ways, and these are tried, by counting steps while the text
 * grows. So there is an example for each pattern that is refused. Reported is what grows faster than the square of the length of the
 * text: squares are what searching for a pattern takes that is not anchored (`\s+$`), and are over in a moment for texts of
 * 10,000 characters.
 */
import type { Pattern } from '../../schema.js';
import { type Growing, growingTexts } from './ambiguity.js';
import { type Automaton, automatonOf, isLoop, within } from './automaton.js';
import { Characters } from './characters.js';
import { deadEnd } from './dead-end.js';
import { type Counter, counterOf } from './matcher.js';
import { type Expression, parseRegex } from './syntax.js';

export const isSlow = (pattern: Pattern): boolean => attackOn(pattern) !== undefined;

/** A text that takes a time out of proportion when its pumps are repeated; undefined where there is none. */
export interface Attack {
  readonly parts: Growing;
  /** What makes all ways fail. */
  readonly end: string;
}

/** `maxLength`: of the texts that the pattern is for. */
export function attackOn(pattern: Pattern, maxLength = Infinity): Attack | undefined {
  // It takes a loop over a group, or three loops, of which the first may be the search itself.
  if (!/\)[*+{]|[*+{?][\s\S]*[*+{?]/.test(pattern.source)) return undefined;
  const key = `${maxLength} ${pattern.flags} ${pattern.source}`;
  if (!known.has(key)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, attackFound(pattern, maxLength));
  }
  return known.get(key);
}
/** A generated document has the same few patterns in hundreds of places, and each takes millions of steps to try. */
const known = new Map<string, Attack | undefined>();
const MOST_KNOWN = 10_000;

function attackFound(pattern: Pattern, maxLength: number): Attack | undefined {
  const expression = parseRegex(pattern.source);
  if (!expression || !canBeSlow(expression)) return undefined;
  const automaton = automatonOf(expression);
  if (!automaton) return undefined;
  const characters = new Characters(pattern);
  const texts = growingTexts(automaton, characters);
  if (texts.length === 0) return undefined;
  const trial = new Trial(expression, pattern, maxLength);
  for (const parts of texts) {
    const end = endsOf(parts, automaton, characters).find((each) => trial.growsFast({ parts, end: each }));
    if (end !== undefined) return { parts, end };
  }
  return undefined;
}
function endsOf(parts: Growing, automaton: Automaton, characters: Characters): readonly string[] {
  const dead = deadEnd(automaton, characters, textOf({ parts, end: '' }, 2));
  return dead === undefined ? ENDS : [...new Set([...ENDS.slice(0, 2), dead, ...ENDS.slice(2)])];
}
/** What patterns seldom end with; the longest is for those that end with `.*` and white space. */
const ENDS = ['', '!', '\n', '\u0000', ' ', 'a', '0', '!\n!'];

/** `rounds`: how many times each pump is repeated. */
export const textOf = ({ parts, end }: Attack, rounds: number): string =>
  parts.map(({ lead, pump }) => lead + pump.repeat(rounds)).join('') + end;

/** A look at the syntax, since most patterns can be told to be quick by it. */
function canBeSlow(expression: Expression): boolean {
  let loops = 1;
  let optional = 0;
  for (const each of within(expression)) {
    if (each.kind === 'edge' && each.source === '^') loops = Math.max(0, loops - 1);
    if (each.kind !== 'repeat') continue;
    if (isLoop(each)) {
      if (each.body.kind !== 'atom') return true;
      loops++;
    } else if (each.min === 0) optional++;
  }
  return loops > 2 || optional > 8;
}

/** A text that doubles takes 4 times as long where the time is a square, 8 times where it is a cube. */
const TOO_MANY_TIMES = 5.6;
const DOUBTFUL_TIMES = 4.5;
/** What is over before that is over at once, however it grows: three runs of up to 64 characters after each other take 700,000. */
const TOO_MANY_STEPS = 1_000_000;
/** Rounds after which growth is no longer that of a beginning, and the growth that is none of a beginning's. */
const SETTLED = 16;
const UNSETTLING_TIMES = 16;
/** So many for a text like this are too many whatever a longer one takes. */
const SHORT = 100;
/** As many steps as all texts for one pattern take together. */
const MOST_STEPS = 6_000_000;
/** The matcher calls itself for each round of a loop over more than an atom. */
const LONGEST = 4_000;
const LONGEST_OF_GROUPS = 400;

class Trial {
  private readonly count: Counter;
  private readonly longest: number;
  /** No loop ends by its own count: what has grown goes on growing. */
  private readonly isEndless: boolean;
  private left = MOST_STEPS;

  constructor(expression: Expression, pattern: Pattern, maxLength: number) {
    this.count = counterOf(expression, pattern);
    const repeats = [...within(expression)].filter((each) => each.kind === 'repeat');
    const hasGroups = repeats.some((each) => each.lazy || each.body.kind !== 'atom');
    this.isEndless = repeats.every(({ min, max }) => min <= 1 && (max <= 1 || max === Infinity));
    this.longest = Math.min(hasGroups ? LONGEST_OF_GROUPS : LONGEST, maxLength);
  }

  growsFast(attack: Attack): boolean {
    const most = this.mostRounds(attack);
    let before = Infinity;
    let grew = 0;
    for (let rounds = 1; rounds <= most; rounds = rounds < most ? Math.min(2 * rounds, most) : Infinity) {
      const text = textOf(attack, rounds);
      const steps = this.count(text, Math.min(TOO_MANY_STEPS, this.left));
      if (steps === undefined) return false;
      this.left -= steps;
      const times = steps / before;
      // Steps beyond the limit are not counted, so that the last time can be less than it should be.
      if (steps >= TOO_MANY_STEPS) return text.length <= SHORT || Math.max(grew, times) >= TOO_MANY_TIMES;
      if (this.isEndless && times >= (rounds < SETTLED ? UNSETTLING_TIMES : TOO_MANY_TIMES)) {
        // As many as the longest text takes at least, without counting them.
        if (steps * (most / rounds) ** Math.log2(TOO_MANY_TIMES) >= TOO_MANY_STEPS) return true;
      }
      if (this.left <= 0 || (rounds >= 64 && 2 * rounds <= most && times < DOUBTFUL_TIMES)) return false;
      before = steps;
      grew = times;
    }
    return false;
  }

  /** As many as make a text that is not too long. */
  private mostRounds({ parts, end }: Attack): number {
    const pumped = parts.reduce((length, { pump }) => length + pump.length, 0);
    const rest = parts.reduce((length, { lead }) => length + lead.length, end.length);
    return Math.floor((this.longest - rest) / pumped);
  }
}
