/** Comparing two assertions about one JSON type. */
import type { ArraySchema, Schema } from '../../../model/schema.js';
import { canonical } from '../canonical.js';
import { compareArrayLimits, compareContainsLimits, compareNumbers, compareStrings } from './limits.js';
import { compareObjects } from './objects.js';
import type { Pair, Places } from './pair.js';
import type { Alternative } from './shape.js';

export function compareAlternatives(a: Alternative, b: Alternative, pair: Pair): void {
  const left = a.schema;
  const right = b.schema;
  const places: Places = { old: left.at, new: right.at, before: left, after: right };
  if ('typed' in left && 'typed' in right && left.typed !== right.typed) compareTyped(left.typed, places, pair);
  if (left.kind === 'number' && right.kind === 'number') compareNumbers(left, right, places, pair);
  else if (left.kind === 'string' && right.kind === 'string') compareStrings(left, right, places, pair);
  else if (left.kind === 'array' && right.kind === 'array') compareArrays(left, right, places, pair);
  else if (left.kind === 'object' && right.kind === 'object') compareObjects(left, right, places, pair);
  // Of any, null, boolean and binary the kind is all there is.
  compareConditions(a.conditions, b.conditions, places, pair);
}

/** `{ minLength: 1 }` without `type` lets every value pass that is no string. */
function compareTyped(wasTyped: boolean, places: Places, pair: Pair): void {
  pair.add({
    code: `${pair.word}-type-${wasTyped ? 'widened' : 'narrowed'}`,
    ...places,
    message: wasTyped ? 'values of other types are possible now' : 'values of other types are not possible any more',
  });
}

function compareArrays(a: ArraySchema, b: ArraySchema, places: Places, pair: Pair): void {
  compareArrayLimits(a, b, places, pair);
  const prefix = Math.max(a.prefixItems.length, b.prefixItems.length);
  for (let i = 0; i < prefix; i++) comparePosition(a, b, i, pair);
  pair.compare({ kind: 'item' }, a.items, b.items);
  compareContains(a.contains, b.contains, places, pair);
}

function compareContains(a: ArraySchema['contains'], b: ArraySchema['contains'], places: Places, pair: Pair): void {
  compareConditions(a ? [a.schema] : [], b ? [b.schema] : [], places, pair);
  if (a && b && canonical(a.schema) === canonical(b.schema)) compareContainsLimits(a, b, places, pair);
}

/** A position of a tuple is a property of its type, required where `minItems` reaches it. */
function comparePosition(a: ArraySchema, b: ArraySchema, i: number, pair: Pair): void {
  const before = a.prefixItems[i] ?? a.items;
  const after = b.prefixItems[i] ?? b.items;
  const step = { kind: 'property', name: String(i) } as const;
  pair.compare(step, before, after);
  const was = i < (a.minItems ?? 0);
  const is = i < (b.minItems ?? 0);
  if (was === is) return;
  pair.add({
    code: `${pair.word}-property-became-${is ? 'required' : 'optional'}`,
    old: before.at,
    new: after.at,
    step,
    before,
    after,
    message: `item ${i} is ${is ? 'required' : 'optional'} now`,
  });
}

/** Which of two conditions is stricter is not worked out; one that is new, gone, or another one is said to be. */
export function compareConditions(a: readonly Schema[], b: readonly Schema[], places: Places, pair: Pair): void {
  const was = new Set(a.map(canonical));
  const is = new Set(b.map(canonical));
  const removed = [...was].some((condition) => !is.has(condition));
  const added = [...is].some((condition) => !was.has(condition));
  if (!removed && !added) return;
  const change = removed && added ? 'changed' : added ? 'added' : 'removed';
  const message =
    change === 'changed'
      ? 'another condition holds'
      : change === 'added'
        ? 'one more condition holds'
        : 'a condition no longer holds';
  pair.add({ code: `${pair.word}-condition-${change}`, ...places, message });
}
