/** Which form of a union is which one of another document: by name, by tag, by structure, by likeness. */
import type { Json, ObjectSchema } from '../../../model/schema.js';
import { exact } from '../canonical.js';
import type { Alternative } from './shape.js';

export interface Matched {
  readonly pairs: readonly (readonly [Alternative, Alternative])[];
  readonly removed: readonly Alternative[];
  readonly added: readonly Alternative[];
}

/** Literals are never paired: their values are compared as sets. */
export function matchAlternatives(
  left: readonly Alternative[],
  right: readonly Alternative[],
  isEqual: (a: Alternative, b: Alternative) => boolean,
): Matched {
  const removed = new Set(left);
  const added = new Set(right);
  const pairs: (readonly [Alternative, Alternative])[] = [];
  const pairUp = (fits: (a: Alternative, b: Alternative) => boolean): void => {
    for (const a of removed) {
      for (const b of added) {
        if (!isPair(a, b) || !fits(a, b)) continue;
        pairs.push([a, b]);
        removed.delete(a);
        added.delete(b);
        break;
      }
    }
  };
  // The usual case: nothing to choose.
  pairUp((a, b) => isAlone(a, left) && isAlone(b, right));
  pairUp((a, b) => a.name !== undefined && b.name !== undefined && a.name.origin !== 'inline' && a.name.source === b.name.source);
  pairUp((a, b) => tagging(a, b) === 'same');
  pairUp(isEqual);
  for (const threshold of [0.75, 0.5, 0.25]) pairUp((a, b) => tagging(a, b) !== 'other' && likeness(a, b) >= threshold);
  return { pairs, removed: [...removed], added: [...added] };
}

export function isPair(a: Alternative, b: Alternative): boolean {
  return a.schema.kind === b.schema.kind && a.schema.kind !== 'literal';
}

function isAlone(one: Alternative, all: readonly Alternative[]): boolean {
  return all.every((other) => other === one || other.schema.kind !== one.schema.kind);
}

/** Two objects that both fix a property to one value are told apart by it. */
function tagging(a: Alternative, b: Alternative): 'same' | 'other' | 'none' {
  if (a.schema.kind !== 'object' || b.schema.kind !== 'object') return 'none';
  const tags = tagsOf(b.schema);
  let found: 'same' | 'none' = 'none';
  for (const [name, value] of tagsOf(a.schema)) {
    const other = tags.get(name);
    if (other === undefined) continue;
    if (exact(other) !== exact(value)) return 'other';
    found = 'same';
  }
  return found;
}
function tagsOf(schema: ObjectSchema): ReadonlyMap<string, Json> {
  return new Map(
    schema.properties.flatMap(({ name, schema: value }) => {
      const only = value.kind === 'literal' && value.values.length === 1 ? value.values[0] : undefined;
      return only === undefined ? [] : [[name, only] as const];
    }),
  );
}

/** How much of the property names of two objects is common to them, from 0 to 1; forms of other kinds are alike. */
function likeness(a: Alternative, b: Alternative): number {
  if (a.schema.kind !== 'object' || b.schema.kind !== 'object') return 1;
  const left = new Set(a.schema.properties.map((property) => property.name));
  const right = new Set(b.schema.properties.map((property) => property.name));
  const all = new Set([...left, ...right]);
  return all.size === 0 ? 1 : [...left].filter((name) => right.has(name)).length / all.size;
}
