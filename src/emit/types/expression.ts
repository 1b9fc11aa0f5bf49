/** Type expressions with what binds weakest in them, so that parentheses stand where they are needed and nowhere else. */
import { type Code, code, join } from '../../print/code.js';

export interface Expression {
  readonly code: Code;
  /** What the expression is at its outside. */
  readonly form: 'primary' | 'intersection' | 'union';
}

export const primary = (text: Code): Expression => ({ code: text, form: 'primary' });
export const unknown: Expression = primary(code`unknown`);
export const never: Expression = primary(code`never`);

const isUnknown = (type: Expression): boolean => type.code.text === 'unknown';
const isNever = (type: Expression): boolean => type.code.text === 'never';

/** `A | B`, each alternative once; `unknown` takes in all others. */
export function unionOf(members: readonly Expression[]): Expression {
  if (members.some(isUnknown)) return unknown;
  const kept = distinct(members.filter((member) => !isNever(member)));
  const [first] = kept;
  if (!first) return never;
  if (kept.length === 1) return first;
  return { code: alternatives(kept.map(({ code: text }) => text)), form: 'union' };
}

/**
 * On one line, or on a line each where one would be long; an object of several lines that is the only long one among a few stays where
 * it is, and alternatives that have lines of their own already keep them.
 */
function alternatives(members: readonly Code[]): Code {
  const line = join(members, ' | ');
  const short = members.filter(({ text }) => text.length <= LONGEST / 3);
  const laidOut = members.some(hasLines);
  const isOneLong = members.length - short.length <= 1 && lengthOf(short) <= LONGEST_OF_SHORT;
  if (!laidOut && (line.text.length <= LONGEST || isOneLong)) return line;
  return code`${members.map((member) => (hasLines(member) ? member : code`\n  | ${member}`))}`;
}
const hasLines = ({ text }: Code): boolean => text.startsWith('\n');
const LONGEST = 100;
const LONGEST_OF_SHORT = 160;
const lengthOf = (members: readonly Code[]): number => members.reduce((length, { text }) => length + text.length, 0);

/** `A & B`; `unknown` adds nothing. */
export function intersectionOf(members: readonly Expression[]): Expression {
  if (members.some(isNever)) return never;
  const kept = distinct(members.filter((member) => !isUnknown(member)));
  const [first] = kept;
  if (!first) return unknown;
  if (kept.length === 1) return first;
  return {
    code: join(
      kept.map((member) => enclosed(member, 'intersection')),
      ' & ',
    ),
    form: 'intersection',
  };
}

/** Fit to stand beside `&`, or before `[]` and `?`. */
export function enclosed(type: Expression, beside: 'intersection' | 'suffix'): Code {
  const weak = type.form === 'union' || (beside === 'suffix' && type.form === 'intersection');
  return weak ? code`(${type.code})` : type.code;
}

function distinct(members: readonly Expression[]): readonly Expression[] {
  const seen = new Set<string>();
  return members.filter(({ code: { text } }) => !seen.has(text) && seen.add(text));
}
