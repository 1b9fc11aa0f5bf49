/** Equality of JSON values as JSON Schema has it: numbers by value, objects without regard to the order of members. */
import { byCodeUnits, isObject } from '../node.js';
import type { Json } from '../schema.js';

export function equal(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && key(a) === key(b));
}

/** Equal for equal values only. */
export function key(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(key).join(',')}]`;
  if (isObject(value)) {
    const names = Object.keys(value).sort(byCodeUnits);
    return `{${names.map((name) => `${JSON.stringify(name)}:${key(value[name] ?? null)}`).join(',')}}`;
  }
  return Object.is(value, -0) ? '0' : JSON.stringify(value);
}

/** Without those that are equal to an earlier one. */
export function distinct(values: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = key(value);
    return !seen.has(text) && seen.add(text);
  });
}
