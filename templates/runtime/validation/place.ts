/** Where a check stands, in the value and in the schema, and where it leaves its issues. */
import type { Issue } from './issue.js';

export interface Place {
  readonly issues: Issue[];
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly schemaPath: string;
  /** How many alternatives are being tried at once, see `closest`. Absent: one. */
  readonly trials?: number;
}
export type Check = (value: unknown, at: Place) => void;
/** From a place down to a part of its value. */
export type Keys = (string | number)[];

/** The value itself, and the named schema. */
export function root(): Place {
  return { issues: [], path: [], pointer: '', schemaPath: '' };
}

/**
 * Reports that `value`, the part at `keys`, is not what a keyword wants. `schemaPath` leads from the schema of the place to that of the keyword.
 * No key holds a `~` or a `/`, and the array is kept: emitted code writes it as a literal.
 */
export function fail(at: Place, keys: Keys, value: unknown, expected: string, keyword: string, schemaPath = ''): void {
  let { pointer } = at;
  for (const key of keys) pointer += `/${key}`;
  const received = value === null ? 'null' : Array.isArray(value) ? 'array' : value === undefined ? 'nothing' : typeof value;
  at.issues.push({
    message: `expected ${expected}, received ${received}`,
    path: at.path.length ? [...at.path, ...keys] : keys,
    pointer,
    keyword,
    schemaPath: `${at.schemaPath}${schemaPath}/${keyword}`,
    expected,
    received,
  });
}

/** The same of a member that must be there: where it is missing, that is the fault, by `required` of the schema at `owner`. */
export function failMember(
  at: Place,
  keys: Keys,
  value: unknown,
  expected: string,
  keyword: string,
  schemaPath: string,
  owner = '',
): void {
  if (value === undefined) fail(at, keys, value, expected, 'required', owner);
  else fail(at, keys, value, expected, keyword, schemaPath);
}

/** The place of a part. Its keys may be any. */
export function within(at: Place, keys: Keys, schemaPath: string): Place {
  let { pointer } = at;
  for (const key of keys) pointer += `/${`${key}`.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  return { ...at, path: [...at.path, ...keys], pointer, schemaPath: at.schemaPath + schemaPath };
}
