/** Where a check stands, while its code is made. */
import { child, isWithin, type Pointer } from '../../diagnostics.js';
import type { Property, Schema, Twin } from '../../model/schema.js';
import { placeAt } from '../../model/schemas/twins.js';
import { type Code, code, empty, join, literal } from '../../print/code.js';

/** What leads to a part of the value: a name of the schema, or what a loop goes over. */
export type Key = string | { readonly kind: 'index' | 'name'; readonly code: Code };

export interface Spot {
  /** The place that the code has at hand. */
  readonly at: Code;
  /** From there to the part of the value. */
  readonly keys: readonly Key[];
  /** From there to the schema, `/properties/user`. */
  readonly path: string;
  /** The schema that `path` leads to, in the document. */
  readonly base: Pointer;
}
export const spotAt = (at: Code, base: Pointer): Spot => ({ at, keys: [], path: '', base });

/** The keyword that a union was made of, where its place is that of the keyword and not that of the schema that has it. */
export const alternation = (schema: Schema): 'anyOf' | 'oneOf' | undefined =>
  schema.kind !== 'union' || schema.mode === 'types'
    ? undefined
    : schema.at.endsWith('/anyOf')
      ? 'anyOf'
      : schema.at.endsWith('/oneOf')
        ? 'oneOf'
        : undefined;
/** Where the schema object stands. */
export const placed = (schema: Schema): Pointer => (alternation(schema) ? schema.at.slice(0, -'/oneOf'.length) : schema.at);

/** From the place to the part of the value, twice: as a pointer and as an array of keys. */
export function partOf({ keys }: Spot): Code {
  const terms: Code[] = [];
  let text = '';
  for (const key of keys) {
    if (typeof key === 'string') text += child('', key);
    else {
      terms.push(literal(`${text}/`), key.kind === 'index' ? key.code : code`runtime.token(${key.code})`);
      text = '';
    }
  }
  if (text !== '' || terms.length === 0) terms.push(literal(text));
  const pointer = terms.reduce((left, right) => code`${left} + ${right}`);
  return code`${pointer}, [${join(keys.map(keyOf), ', ')}]`;
}
/** True for names that a pointer has as they are, so that the runtime needs no escaping. */
export const isToken = (name: string): boolean => !/[~/]/.test(name);
/** A place made of a spot: one within the other, a key each. */
export function placeOf({ at, keys, path }: Spot): Code {
  const last = keys.at(-1);
  if (last === undefined) return path === '' ? at : code`runtime.part(${at}, undefined, ${path})`;
  const outer = keys.slice(0, -1).reduce((place, key) => code`runtime.part(${place}, ${keyOf(key)}, '')`, at);
  const isUsual = typeof last === 'string' && path === `${child('/properties', last)}/$ref`;
  return code`runtime.part(${outer}, ${keyOf(last)}${isUsual ? empty : code`, ${path}`})`;
}
const keyOf = (key: Key): Code => (typeof key === 'string' ? literal(key) : key.code);

/** Into a subschema that applies to the same value. `step` is its path by the form of the schema. */
export const inPlace = (spot: Spot, schema: Schema, step: string): Spot => into(spot, schema, step, []);
/** Into the subschema of a member that the schema names. */
export const inMember = (spot: Spot, { schema, name, twin }: Property): Spot =>
  into(spot, schema, child('/properties', name), [name], twin);
/** Into the subschema of a part that a loop is at. */
export const inPart = (spot: Spot, schema: Schema, step: string, key: Key): Spot => into(spot, schema, step, [key]);
/** To a part, with the schema of the whole. */
export const atPart = (spot: Spot, key: Key): Spot => ({ ...spot, keys: [...spot.keys, key] });
/** Through a reference. */
export const inReference = (spot: Spot, target: Schema): Spot => ({ ...spot, path: `${spot.path}/$ref`, base: placed(target) });

/** By the place in the document, since the model may have simplified what stands between; else by the form. */
function into(spot: Spot, schema: Schema, step: string, keys: readonly Key[], twin?: Twin): Spot {
  const way = wayTo(schema, spot.base, twin) ?? step;
  return { ...spot, keys: [...spot.keys, ...keys], path: spot.path + way, base: placed(schema) };
}

/** From a place of the document to a schema, where that stands in it. */
export function wayTo(schema: Schema, from: Pointer, twin?: Twin): string | undefined {
  const at = twin ? placeAt(placed(schema), twin) : placed(schema);
  return isWithin(at, from) ? at.slice(from.length) : undefined;
}
