/**
 * Where a check stands, while its code is made: the expression of the place in the value that the code has at hand, and the path of the
 * schema from there. The runtime reads the members of the value from that path (`templates/runtime/validation/place.ts`); where a path
 * does not show them exactly, another one is used.
 */
import { child, type Pointer } from '../../diagnostics.js';
import type { Schema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';

export interface Spot {
  readonly at: Code;
  /** From `at` to the schema, `/properties/user`. */
  readonly path: string;
  /** The schema that `path` leads to, in the document. */
  readonly base: Pointer;
}

/** Into a subschema that applies to the same value. `step` is the path that it has by the form of the schema. */
export function inPlace(spot: Spot, schema: Schema, step: string): Spot {
  const keys = instanceKeys(spot.path);
  const path = candidates(spot, schema, step).find((each) => same(instanceKeys(each), keys));
  return { at: spot.at, path: path ?? spot.path, base: schema.at };
}
/** Into the subschema of a member that the schema names. */
export function inMember(spot: Spot, schema: Schema, name: string): Spot {
  const step = child('/properties', name);
  // The runtime does not look for escapes, nor for the end of a name that is itself `properties`: such a member has a place of its own.
  if (name === 'properties' || /[~/]/.test(name))
    return { at: code`runtime.within(${spot.at}, ${spot.path}, ${name}, ${step})`, path: '', base: schema.at };
  const keys = [...instanceKeys(spot.path), name];
  const path = candidates(spot, schema, step).find((each) => same(instanceKeys(each), keys));
  return { at: spot.at, path: path ?? spot.path + step, base: schema.at };
}
/** Into the subschema of an item or a member that only the value names: a place of its own, `runtime.within(at, path, key)`. */
export function inKey(
  spot: Spot,
  schema: Schema,
  step: string,
  key: Code,
): { readonly place: Code; readonly spot: (at: Code) => Spot } {
  const { path } = inPlace(spot, schema, step);
  return { place: code`runtime.within(${spot.at}, ${path}, ${key})`, spot: (at) => ({ at, path: '', base: schema.at }) };
}
/** Through a reference. */
export const inReference = (spot: Spot, target: Schema): Spot => ({ at: spot.at, path: `${spot.path}/$ref`, base: target.at });

/** By the place in the document first, since the model may have simplified what stands between; then by the form. */
function candidates(spot: Spot, schema: Schema, step: string): readonly string[] {
  const inside = schema.at === spot.base || schema.at.startsWith(`${spot.base}/`);
  return [...(inside ? [spot.path + schema.at.slice(spot.base.length)] : []), spot.path + step];
}

/** The members that the runtime reads from a path: the same as `locate` does there. */
const instanceKeys = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\/properties\/([^/]*)/g), ([, name = '']) => name);
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, i) => key === b[i]);
