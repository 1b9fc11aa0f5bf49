import { type Issue, token } from './validation/index.js';

export { refusal } from './validation/refusal.js';

/** An issue of a member of the input that its schema has nothing against. Never holds the value. */
export function issue(message: string, keyword: string, path: readonly string[]): Issue {
  const pointer = path.map((key) => `/${token(key)}`).join('');
  return { message, path: [...path], pointer, keyword, schemaPath: `/${keyword}`, expected: '', received: '' };
}
