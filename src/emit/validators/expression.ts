/** Boolean expressions of the emitted code: joined, negated and simplified, so that no `true &&` and no needless parentheses are printed. */
import { type Code, code, join } from '../../print/code.js';

export type Expression =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'atom'; readonly code: Code; readonly negated: Code }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] };

export const always: Expression = { kind: 'constant', value: true };
export const never: Expression = { kind: 'constant', value: false };

/** A call or anything else that `!` can stand before. */
export const atom = (test: Code): Expression => ({ kind: 'atom', code: test, negated: code`!${test}` });
/** A comparison, with the comparison that is its opposite. */
export const comparison = (test: Code, negated: Code): Expression => ({ kind: 'atom', code: test, negated });

export const both = (operands: readonly Expression[]): Expression => joined('and', operands);
export const either = (operands: readonly Expression[]): Expression => joined('or', operands);

function joined(kind: 'and' | 'or', operands: readonly Expression[]): Expression {
  const neutral = kind === 'and';
  const rest: Expression[] = [];
  for (const operand of operands) {
    // An operand of this kind was joined itself, and has no constant among its own.
    if (operand.kind === kind) rest.push(...operand.operands);
    else if (operand.kind !== 'constant') rest.push(operand);
    else if (operand.value !== neutral) return operand;
  }
  const [only] = rest;
  if (only === undefined) return neutral ? always : never;
  return rest.length === 1 ? only : { kind, operands: rest };
}

export function negate(expression: Expression): Expression {
  switch (expression.kind) {
    case 'constant':
      return expression.value ? never : always;
    case 'atom':
      return { kind: 'atom', code: expression.negated, negated: expression.code };
    case 'and':
      return either(expression.operands.map(negate));
    case 'or':
      return both(expression.operands.map(negate));
    default:
      return expression satisfies never;
  }
}

/** On one line. */
export function inline(expression: Expression): Code {
  switch (expression.kind) {
    case 'constant':
      return expression.value ? code`true` : code`false`;
    case 'atom':
      return expression.code;
    case 'and':
      return join(expression.operands.map(operand), ' && ');
    case 'or':
      return join(expression.operands.map(operand), ' || ');
    default:
      return expression satisfies never;
  }
}
/** As an operand of another operator. */
export function operand(expression: Expression): Code {
  return expression.kind === 'and' || expression.kind === 'or' ? code`(${inline(expression)})` : inline(expression);
}
