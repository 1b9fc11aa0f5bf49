import type { Issue } from './validation/index.js';
import { fail, root } from './validation/place.js';

/** The issues of a whole that is not what it ought to be. */
export function refusal(value: unknown, expected: string, keyword: string): Issue[] {
  const at = root();
  fail(at, '', [], value, expected, keyword, `/${keyword}`);
  return at.issues;
}

/** An issue of a member of the input that its schema has nothing against. Never holds the value. */
export function issue(message: string, keyword: string, path: readonly string[]): Issue {
  const pointer = path.map((key) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
  return { message, path: [...path], pointer, keyword, schemaPath: `/${keyword}`, expected: '', received: '' };
}
