/** The tests of JSON's types that emitted code is made of. */

export type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** For places where the next test reads a required member that no array has. */
export function isObjectLike(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}
/** A member by a name that every object inherits something under: `toString`, `constructor`, `__proto__`. Elsewhere a plain read does. */
export function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
/** What fetch takes as bytes. */
export function isBytes(value: unknown): value is Blob | BufferSource | ReadableStream<Uint8Array> {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value) || value instanceof ReadableStream;
}
export function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  return isObjectLike(value) && (Symbol.iterator in value || Symbol.asyncIterator in value);
}
/** Those that JSON has: one that is `undefined` is not written. */
export function countMembers(value: Members): number {
  let count = 0;
  for (const name in value) if (value[name] !== undefined) count++;
  return count;
}
