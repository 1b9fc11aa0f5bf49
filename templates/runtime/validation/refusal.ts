import type { Issue } from './issue.js';
import { collected, fail } from './place.js';

/** The issues of a whole that is not what it ought to be. */
export function refusal(value: unknown, expected: string, keyword: string): Issue[] {
  return collected((whole, at) => fail(at, '', [], whole, expected, keyword, `/${keyword}`), value);
}
