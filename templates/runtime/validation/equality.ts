import { isObject } from './types.js';

/** Equality of JSON values (JSON Schema Core 4.2.2): members in any order, 1 and 1.0 the same, and false never 0. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item: unknown, i) => equal(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]));
}

/** True where no two items are equal. Scalars by a set, so that long lists take linear time; objects and arrays pairwise within one shape. */
export function allUnique(items: readonly unknown[]): boolean {
  const scalars = new Set<unknown>();
  const shapes = new Map<string, unknown[]>();
  for (const item of items) {
    if (typeof item !== 'object' || item === null) {
      if (scalars.has(item)) return false;
      scalars.add(item);
      continue;
    }
    const shape = fingerprint(item, 3);
    const others = shapes.get(shape);
    if (!others) shapes.set(shape, [item]);
    else if (others.some((other) => equal(other, item))) return false;
    else others.push(item);
  }
  return true;
}
/** The same for equal values: the members down to a few levels. */
function fingerprint(value: unknown, levels: number): string {
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
  if (levels === 0) return Array.isArray(value) ? '[]' : '{}';
  if (Array.isArray(value)) return `[${value.map((item: unknown) => fingerprint(item, levels - 1)).join()}]`;
  const members = Object.entries(value).map(([name, member]) => `${name}:${fingerprint(member, levels - 1)}`);
  return `{${members.sort().join()}}`;
}
