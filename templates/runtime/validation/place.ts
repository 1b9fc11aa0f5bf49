/** Where a check stands, in the value and in the schema, and what it found. */
import type { Issue } from './issue.js';
import { token } from './token.js';

/** Undefined at the root, of which nothing needs to be said. */
export type Place = Part | undefined;
/** A place within the one that it was entered from: not a path, which deep values would copy at every level. */
export interface Part {
  readonly up: Place;
  /** Absent where the place is in the same value. */
  readonly key: string | number | undefined;
  /** From the schema of `up`; absent for a member that refers to a schema. */
  readonly schemaPath: string | undefined;
  /** How many alternatives are being tried at once, see `closest`. Absent: as many as further up. */
  readonly trials?: number;
  /** Leads an issue of this place to the root. A bundle that reports of nothing within anything does without. */
  readonly lead: (at: Part, issue: Issue) => void;
}
/** What was found so far; undefined where nothing was, so that nothing is made for a valid value. */
export type Issues = Issue[] | undefined;
/** Adds to the issues what the schema has against the value. */
export type Check = (value: unknown, at?: Place, issues?: Issues) => Issues;
/** From a place down to a part of its value. */
export type Keys = (string | number)[];

/**
 * Reports that a part of the value is not what a keyword wants. `pointer` and `keys` both lead from the place to the part, `schemaPath` leads
 * from the schema of the place to the keyword: emitted code has them as literals, so that nothing is put together where the place is the root.
 */
export function fail(
  issues: Issues,
  at: Place,
  pointer: string,
  keys: Keys,
  value: unknown,
  expected: string,
  keyword: string,
  schemaPath: string,
): Issue[] {
  const received = typeOf(value);
  const issue = {
    message: `expected ${expected}, received ${received}`,
    path: keys,
    pointer,
    keyword,
    schemaPath,
    expected,
    received,
  };
  at?.lead(at, issue);
  if (!issues) return [issue];
  issues.push(issue);
  return issues;
}

/** The same of a member that must be there: where it is missing, that is the fault, by the keyword at `required`. */
export function failMember(
  issues: Issues,
  at: Place,
  pointer: string,
  keys: Keys,
  value: unknown,
  expected: string,
  keyword: string,
  schemaPath: string,
  required = '/required',
): Issue[] {
  return value === undefined
    ? fail(issues, at, pointer, keys, value, expected, 'required', required)
    : fail(issues, at, pointer, keys, value, expected, keyword, schemaPath);
}

/** The type of a value in the words of issues; `nothing` for a missing member. */
export function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : value === undefined ? 'nothing' : typeof value;
}

function lead(at: Part, issue: Issue): void {
  for (let place: Place = at; place; place = place.up) {
    const { key, schemaPath } = place;
    if (key !== undefined) {
      issue.path.unshift(key);
      issue.pointer = `/${token(key)}${issue.pointer}`;
    }
    issue.schemaPath = (schemaPath ?? `/properties/${token(key ?? '')}/$ref`) + issue.schemaPath;
  }
}

/** The place of a part, or, without a key, of another schema for the same value. */
export function part(at: Place, key?: string | number, schemaPath?: string): Part {
  return { up: at, key, schemaPath, lead };
}
