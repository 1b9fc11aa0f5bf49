/** The formats that can be asserted: their names, and the function of the runtime that tests each. */
import type { Code } from '../../print/code.js';
import { atom, type Expression } from './expression.js';

/** Undefined for a format that is an annotation whatever is configured. */
export function formatTest(format: string, value: Code): Expression | undefined {
  const test = Object.hasOwn(TESTS, format) ? TESTS[format] : undefined;
  return test && atom(test(value));
}
const TESTS: Readonly<Record<string, (value: Code) => Code>> = {};
