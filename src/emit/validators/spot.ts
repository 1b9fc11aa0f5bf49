/** Where a check stands, while its code is made. */
import { child, type Pointer } from '../../diagnostics.js';
import type { Schema } from '../../model/schema.js';
import { type Code, code, join, literal } from '../../print/code.js';

export interface Spot {
  /** The place that the code has at hand: a parameter, a constant, or a call that makes one. */
  readonly at: Code;
  /** From there to the part of the value, where only fixed names lead to it. */
  readonly keys: readonly string[];
  /** From there to the schema, `/properties/user`. */
  readonly path: string;
  /** The schema that `path` leads to, in the document. */
  readonly base: Pointer;
}
export const spotAt = (at: Code, base: Pointer): Spot => ({ at, keys: [], path: '', base });

/** The arguments by which the runtime finds the part. */
export const keysOf = ({ keys }: Spot): Code => literal(keys);

/** Into a subschema that applies to the same value. `step` is its path by the form of the schema. */
export const inPlace = (spot: Spot, schema: Schema, step: string): Spot => ({
  ...spot,
  path: pathOf(spot, schema, step),
  base: schema.at,
});

/** Into the subschema of a member that the schema names. */
export function inMember(spot: Spot, schema: Schema, name: string): Spot {
  const path = pathOf(spot, schema, child('/properties', name));
  // The runtime does not look for what a pointer has to escape, where it need not: such a member has a place of its own.
  if (/[~/]/.test(name)) return spotAt(code`runtime.within(${spot.at}, ${literal([...spot.keys, name])}, ${path})`, schema.at);
  return { ...spot, keys: [...spot.keys, name], path, base: schema.at };
}

/** Into the subschema of an item or a member that only the value names: the place that is made for it. */
export const placeOf = (spot: Spot, schema: Schema, step: string, key: Code): Code =>
  within(spot, key, pathOf(spot, schema, step));
export function within({ at, keys }: Spot, key: Code, path: string): Code {
  return code`runtime.within(${at}, [${join([...keys.map((each) => literal(each)), key], ', ')}], ${path})`;
}

/** Through a reference. */
export const inReference = (spot: Spot, target: Schema): Spot => ({ ...spot, path: `${spot.path}/$ref`, base: target.at });

/** By the place in the document, since the model may have simplified what stands between; else by the form. */
function pathOf(spot: Spot, schema: Schema, step: string): string {
  const isInside = schema.at === spot.base || schema.at.startsWith(`${spot.base}/`);
  return spot.path + (isInside ? schema.at.slice(spot.base.length) : step);
}
