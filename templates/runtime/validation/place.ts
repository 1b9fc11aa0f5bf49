/** Where a check stands, in the value and in the schema, and where it leaves its issues. */
import type { Issue } from './issue.js';

export interface Place {
  readonly issues: Issue[];
  readonly pointer: string;
  readonly schemaPath: string;
  /** How many alternatives are being tried at once, see `closest`. Absent: one. */
  readonly trials?: number | undefined;
  /** The place that this one was entered from, and how: not a path, which deep values would copy at every level. Absent at the root. */
  readonly up?: Place;
  readonly keys?: Keys;
  /** The whole path of the keys that are last. At the root nothing needs it, and a bundle that reports of nothing deeper does without. */
  readonly path?: (at: Place, last: Keys) => Keys;
}
export type Check = (value: unknown, at: Place) => void;
/** From a place down to a part of its value. */
export type Keys = (string | number)[];

/** What a check has against a value: it begins at the value itself and the named schema. Throws what reading the value throws. */
export function collected(check: Check, value: unknown): Issue[] {
  const issues: Issue[] = [];
  check(value, { issues, pointer: '', schemaPath: '' });
  return issues;
}

/**
 * Reports that a part of the value is not what a keyword wants. `pointer` and `keys` both lead from the place to the part, `schemaPath` leads
 * from the schema of the place to the keyword: emitted code has them as literals, so that nothing is put together where the place is the root.
 */
export function fail(
  at: Place,
  pointer: string,
  keys: Keys,
  value: unknown,
  expected: string,
  keyword: string,
  schemaPath: string,
): void {
  const received = typeOf(value);
  at.issues.push({
    message: `expected ${expected}, received ${received}`,
    path: at.path ? at.path(at, keys) : keys,
    pointer: at.pointer + pointer,
    keyword,
    schemaPath: at.schemaPath + schemaPath,
    expected,
    received,
  });
}

/** The type of a value in the words of issues; `nothing` for a missing member. */
export function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : value === undefined ? 'nothing' : typeof value;
}

/** The same of a member that must be there: where it is missing, that is the fault, by the keyword at `required`. */
export function failMember(
  at: Place,
  pointer: string,
  keys: Keys,
  value: unknown,
  expected: string,
  keyword: string,
  schemaPath: string,
  required: string,
): void {
  if (value === undefined) fail(at, pointer, keys, value, expected, 'required', required);
  else fail(at, pointer, keys, value, expected, keyword, schemaPath);
}

/** A key that only the value knows, as a reference token of a pointer (RFC 6901). */
export function token(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

function path(at: Place, last: Keys): Keys {
  const keys = [last];
  for (let place: Place | undefined = at; place?.keys; place = place.up) keys.push(place.keys);
  return keys.reverse().flat();
}

/** The place of a part, for reports of what is in it. */
export function within(at: Place, pointer: string, keys: Keys, schemaPath: string): Place {
  return { ...at, pointer: at.pointer + pointer, schemaPath: at.schemaPath + schemaPath, up: at, keys, path };
}
