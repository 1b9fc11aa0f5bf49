import { type Integers, parseExact, stringifyExact } from './validation/exact-json.js';

/** How JSON is read and written: by `JSON`, or by what keeps every digit of integers. */
export interface JsonText {
  parse(text: string): unknown;
  /** Undefined for what is no JSON value, such as `undefined` itself. */
  stringify(value: unknown): string | undefined;
}

/** For schemas with integers that a number can't hold. */
export function exact(integers: Integers): JsonText {
  return { parse: (text) => parseExact(text, integers), stringify: (value) => stringifyExact(value, integers) };
}
