import type { Issue } from './issue.js';
import { fail } from './place.js';

/** The issues of a whole that is not what it ought to be. */
export function refusal(value: unknown, expected: string, keyword: string): Issue[] {
  return fail(undefined, undefined, '', [], value, expected, keyword, `/${keyword}`);
}
