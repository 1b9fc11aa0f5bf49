/** A key as a reference token of a pointer. Most are that as they are. @see https://www.rfc-editor.org/rfc/rfc6901 */
export function token(key: string | number): string | number {
  return typeof key === 'number' || !(key.includes('~') || key.includes('/'))
    ? key
    : key.replace(/~/g, '~0').replace(/\//g, '~1');
}
