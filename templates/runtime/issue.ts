import type { Issue } from './validation/index.js';

/** An issue that no schema found: of the message itself, or of a value that can't be put into one. Never holds a value. */
export function issue(message: string, keyword: string, ...path: readonly (string | number)[]): Issue {
  return {
    message,
    path: [...path],
    pointer: path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
    keyword,
    schemaPath: '',
    expected: '',
    received: '',
  };
}
