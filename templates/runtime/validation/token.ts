/** A key as a reference token of a pointer. Most are that as they are. @see https://www.rfc-editor.org/rfc/rfc6901 */
export function token(key: string | number): string | number {
  return typeof key === 'string' && /[~/]/.test(key) ? key.replace(/~/g, '~0').replace(/\//g, '~1') : key;
}
