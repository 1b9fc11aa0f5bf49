import type { Issue } from './issue.js';
import { fail, root } from './place.js';

/** The issues of a whole that is not what it ought to be. */
export function refusal(value: unknown, expected: string, keyword: string): Issue[] {
  const at = root();
  fail(at, '', [], value, expected, keyword, `/${keyword}`);
  return at.issues;
}
