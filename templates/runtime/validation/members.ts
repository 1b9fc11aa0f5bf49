/**
 * Reports of one member, for names that stand in a pointer as they are and have their schema under `/properties`. `under` leads on from
 * there, where the schema that says it is behind a reference.
 */
import { type Check, fail, type Place, typeOf, within } from './place.js';
import type { Members } from './types.js';

/** What a member may be, in the words of its issue: those of types. */
export type Kind = OrNull<'array' | 'boolean' | 'object' | 'string'>;
export type NumberKind = OrNull<'integer' | 'number'>;
type OrNull<T extends string> = T | `${T} or null`;

/** Reports a member that is not of the kind; where it is missing, that is the fault. */
export function need(at: Place, object: Members, name: string, kind: Kind, under?: string): void {
  if (!kind.includes(typeOf(object[name]))) refuse(at, object[name], name, kind, under);
}
/** The same of a member that may be missing. */
export function may(at: Place, object: Members, name: string, kind: Kind, under?: string): void {
  if (object[name] !== undefined) need(at, object, name, kind, under);
}

/** `need` for numbers, of which JSON has no NaN and no infinity. */
export function needNumber(at: Place, object: Members, name: string, kind: NumberKind, under?: string): void {
  const value = object[name];
  const isNumber = kind.startsWith('i') ? Number.isInteger(value) : Number.isFinite(value);
  if (!isNumber && !(value === null && kind.endsWith('null'))) refuse(at, value, name, kind, under);
}
/** The same of a member that may be missing. */
export function mayNumber(at: Place, object: Members, name: string, kind: NumberKind, under?: string): void {
  if (object[name] !== undefined) needNumber(at, object, name, kind, under);
}

function refuse(at: Place, value: unknown, name: string, expected: string, under = ''): void {
  if (value === undefined) fail(at, `/${name}`, [name], value, expected, 'required', '/required');
  else fail(at, `/${name}`, [name], value, expected, 'type', `/properties/${name}${under}/type`);
}

/** Enters a member by the check of the named schema that a reference leads to; where it is missing, that is the fault. */
export function needRef(at: Place, object: Members, name: string, check: Check): void {
  if (object[name] === undefined) refuse(at, undefined, name, 'a value');
  else mayRef(at, object, name, check);
}
/** The same of a member that may be missing. */
export function mayRef(at: Place, object: Members, name: string, check: Check): void {
  if (object[name] !== undefined) check(object[name], part(at, name, `/properties/${name}/$ref`));
}

/** Enters a member by the check of its schema; where it is missing, that is the fault. */
export function needBe(at: Place, object: Members, name: string, check: Check, expected = 'a value', schemaPath?: string): void {
  if (object[name] === undefined) refuse(at, undefined, name, expected);
  else mayBe(at, object, name, check, schemaPath);
}
/** The same of a member that may be missing. */
export function mayBe(at: Place, object: Members, name: string, check: Check, schemaPath?: string): void {
  if (object[name] !== undefined) check(object[name], part(at, name, schemaPath));
}

/** The place of a member, for reports of what is in it. */
export function part(at: Place, name: string, schemaPath = `/properties/${name}`): Place {
  return within(at, `/${name}`, [name], schemaPath);
}
