/** Each pattern that is reported is shown to be slow, by the engine itself on a text that was found for it. */
import { createContext, Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Pattern } from '../../../../src/model/schema.js';
import { type Attack, attackOn, textOf } from '../../../../src/model/schemas/backtracking/slow.js';

const exponential = [
  '^(a+)+$',
  '^(a*)*$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^([a-zA-Z]+)*$',
  '^(\\w|\\d)*$',
  '^(\\w+\\s?)*$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '^([a-z]{1,3})*$',
  '^(a{1,20})+$',
  '^(?:\\p{L}+|[a-z]+)*$',
  '(x+x+)+y',
  '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  '^(?=(a+)+$).*',
  '^(?!.*(a+)+b).*$',
  '(a{1,10}){1,10}b',
  '^(a{0,100}){0,100}$',
  '(a?){30}a{30}',
  `^${'a?'.repeat(30)}a{30}$`,
  '^(aa|a?){20}b$',
  '^((a+)+b)*',
  // Every character passes, and two of them do not.
  '^(([^;]+;?)+)$',
  '([^\\s]+\\s?)*$',
  '^(?:(a+)+b|a*)',
  '^(a+?)+?$',
  '^(\\w+)*(\\d+)*$',
  '^(.*?,)*x',
  '^((.*)(.*))*x$',
  '^(?:[\\x21-\\x7e]|\\\\[a-z])*$',
  '^arn:[0-9]{12}:role/([^/][!-~]+/){1,511}$',
];
const polynomial = [
  '.*.*.*x',
  '\\s*\\s*\\s*x',
  'a*a*a*a*b',
  '(a|b)*(a|b)*(a|b)*(a|b)*c',
  '(.|\\n)*(.|\\n)*z',
  '^\\d+\\d+\\d+$',
  '\\d+\\d+$',
  '^\\s*(.*?)\\s*$',
  '^(?:.*,){11}P',
  '^[a-z0-9]+[-.\\w]*[a-z0-9]+$',
  '^\\S+@\\S+\\.\\S+$',
  '<[^>]*>.*</[^>]*>',
  // 24 digits are four times six and three times eight: a small base, but a power.
  '^([0-9A-F]{6}(?:[0-9A-F]{2})?)+$',
  'arn:aws.*:sns:.*:[0-9]{12}:.*',
];
const quick = [
  '^[a-z]+$',
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^([a-z0-9]+\\.)+[a-z]{2,}$',
  '^(\\d{3}){2,}$',
  '^(a|b)*$',
  '^(ab|a)c*$',
  '^\\d{1,3}(\\.\\d{1,3}){3}$',
  '^(\\d{1,3}\\.){3}\\d{1,3}$',
  '^(a{0,5}){0,4}$',
  '^([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$',
  '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
  '^(/[^/]+)*$',
  '^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$',
  '^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d).+$',
  '("[^"]*"|[^"])*x"',
  '(\\w+)\\s\\1\\s\\1',
  // Nothing can fail after the loop.
  '(a+)+',
  '^(?:[^|]*\\|?)+$',
  // What can fail is tried after what cannot.
  '^(?:a*|(a+)+b)',
  // The word boundaries leave one way.
  '^(\\bName\\b|[A-Za-z]_?)+$',
  // The assertion is not tried again.
  '^(?:(?=(a+))\\1)+b$',
  '^(?:(?:[a-f0-9]{8}-?){3}[a-f0-9]{12})+$',
  // Squares, and bounds that keep a third power small.
  '^a*a*$',
  '\\s+$',
  '^\\s+|\\s+$',
  'a*b*c*d*e*$',
  '^[a-z]{0,63}[a-z]{0,63}[a-z]{0,63}!$',
];
const patternOf = (source: string): Pattern => ({ source, flags: 'u' });

describe('patterns that take a time out of proportion', () => {
  test.each([...exponential.map((source) => ({ source, most: 100 })), ...polynomial.map((source) => ({ source, most: 20_000 }))])(
    '$source takes longer than 100 ms for less than $most characters',
    ({ source, most }) => {
      const attack = attackOn(patternOf(source));
      expect(attack).toBeDefined();
      const texts = attack ? textsOf(attack, most) : [];
      expect(texts.some((text) => isTimedOut(source, text))).toBe(true);
    },
  );
  test.each(quick)('%s is none', (source) => expect(attackOn(patternOf(source))).toBeUndefined());

  test.each([
    ['^(a+)+$', 12, false],
    ['^(a+)+$', 64, true],
    ['^[a-z0-9]+[-.\\w]*[a-z0-9]+$', 63, false],
    ['^[a-z0-9]+[-.\\w]*[a-z0-9]+$', 1024, true],
  ])('%s for texts of up to %i characters: %s', (source, maxLength, expected) =>
    expect(attackOn(patternOf(source), maxLength) !== undefined).toBe(expected),
  );

  test.each(['(', '[ab]*', 'a?', '(a|b)+', '(?:a{2,9}b?)*', 'x{5000}'])(
    '%s many times is looked at in bounded time',
    (source) => {
      for (const times of [50, 2_000]) {
        const closed = source === '(' ? ')'.repeat(times) : '';
        expect(() => attackOn(patternOf(source.repeat(times) + closed))).not.toThrow();
      }
    },
  );
});

/** An engine can see that too little text is left, so some of it follows. */
function textsOf(attack: Attack, most: number): readonly string[] {
  const pumped = attack.parts.reduce((length, { pump }) => length + pump.length, 0);
  const rounds = [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5].map((part) => Math.floor((part * most) / pumped));
  return rounds.flatMap((count) => [textOf(attack, count), `${textOf(attack, count)}${'!'.repeat(most)}`]);
}

/** The engine looks at the clock while it backtracks. */
function isTimedOut(source: string, text: string): boolean {
  try {
    new Script('new RegExp(source, "u").test(text)').runInContext(createContext({ source, text }), { timeout: 100 });
    return false;
  } catch {
    return true;
  }
}
