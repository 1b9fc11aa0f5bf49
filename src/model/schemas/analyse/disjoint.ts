/** Proofs that no value meets two schemas. */
import type { NumberSchema, Schema } from '../../schema.js';
import { NUMBER, OBJECT } from '../types.js';
import { accepts } from './accepts.js';
import { type Facts, factsOf } from './facts.js';
import { type Find, typesOf } from './types-of.js';

/** True is a proof. False says that none was found. */
export function areDisjoint(a: Schema, b: Schema, find: Find, depth = 0): boolean {
  if (depth > DEEPEST || sameReference(a, b)) return false;
  const common = typesOf(a, find) & typesOf(b, find);
  if (common === 0) return true;
  const [left, right] = [factsOf(a, find), factsOf(b, find)];
  if (isExcluded(left, b, find, depth) || isExcluded(right, a, find, depth)) return true;
  if ((common & ~NUMBER) === 0 && rangesAreDisjoint(left, right)) return true;
  return (common & ~OBJECT) === 0 && membersAreDisjoint(left, right, find, depth);
}
const DEEPEST = 5;

const sameReference = (a: Schema, b: Schema): boolean => a.kind === 'reference' && b.kind === 'reference' && a.to === b.to;

/** Every value that is listed, or every alternative of a union, is refused by the other side. */
function isExcluded({ conjuncts }: Facts, other: Schema, find: Find, depth: number): boolean {
  return conjuncts.some((conjunct) => {
    if (conjunct.kind === 'never') return true;
    if (conjunct.kind === 'literal') return conjunct.values.every((value) => accepts(other, value, find) === false);
    if (conjunct.kind === 'union') return conjunct.members.every((member) => areDisjoint(member, other, find, depth + 1));
    return false;
  });
}

function membersAreDisjoint(a: Facts, b: Facts, find: Find, depth: number): boolean {
  for (const name of new Set([...a.required, ...b.required])) {
    if (a.closed.some((object) => !names(object).has(name)) && b.required.has(name)) return true;
    if (b.closed.some((object) => !names(object).has(name)) && a.required.has(name)) return true;
    for (const mine of a.members.get(name) ?? []) {
      if ((b.members.get(name) ?? []).some((theirs) => areDisjoint(mine, theirs, find, depth + 1))) return true;
    }
  }
  return false;
}
const names = (object: { readonly properties: readonly { readonly name: string }[] }): ReadonlySet<string> =>
  new Set(object.properties.map(({ name }) => name));

function rangesAreDisjoint(a: Facts, b: Facts): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return isBelow(left, right) || isBelow(right, left);
}
interface Range {
  low: number;
  lowOpen: boolean;
  high: number;
  highOpen: boolean;
}
const isBelow = (a: Range, b: Range): boolean => a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen));
function rangeOf({ conjuncts }: Facts): Range {
  const range: Range = { low: -Infinity, lowOpen: false, high: Infinity, highOpen: false };
  for (const conjunct of conjuncts) if (conjunct.kind === 'number') narrow(range, conjunct);
  return range;
}
function narrow(range: Range, { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: NumberSchema): void {
  if (minimum !== undefined && minimum > range.low) Object.assign(range, { low: minimum, lowOpen: false });
  if (exclusiveMinimum !== undefined && exclusiveMinimum >= range.low)
    Object.assign(range, { low: exclusiveMinimum, lowOpen: true });
  if (maximum !== undefined && maximum < range.high) Object.assign(range, { high: maximum, highOpen: false });
  if (exclusiveMaximum !== undefined && exclusiveMaximum <= range.high)
    Object.assign(range, { high: exclusiveMaximum, highOpen: true });
}

/** The string values that a required member can have in a schema; undefined where they are not listed. */
export function pinnedValues(schema: Schema, property: string, find: Find): readonly string[] | undefined {
  const facts = factsOf(schema, find);
  if (!facts.required.has(property)) return undefined;
  for (const member of facts.members.get(property) ?? []) {
    const values = listedStrings(member, find);
    if (values) return values;
  }
  return undefined;
}

function listedStrings(schema: Schema, find: Find): readonly string[] | undefined {
  for (const conjunct of factsOf(schema, find).conjuncts) {
    if (conjunct.kind === 'literal' && conjunct.values.every((value) => typeof value === 'string')) return conjunct.values;
  }
  return undefined;
}
