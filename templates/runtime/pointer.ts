import { isObjectLike } from './validation/index.js';

/** What a JSON Pointer leads to in a value; undefined where it leads nowhere. Own members only. @see https://www.rfc-editor.org/rfc/rfc6901 */
export function pointed(value: unknown, pointer: string): unknown {
  let found = value;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replace(/~1/g, '/').replace(/~0/g, '~');
    if (!isObjectLike(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}
