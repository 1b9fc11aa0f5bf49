/** What can be proved of the members of a `oneOf`. */
import type { Json, Schema } from '../../schema.js';
import { OBJECT } from '../types.js';
import { accepts } from './accepts.js';
import { areDisjoint } from './disjoint.js';
import { type Known, samples } from './samples.js';
import { type Find, typesOf } from './types-of.js';

export type OneOf =
  /** No value meets two of them: `anyOf` says the same. */
  | { readonly proved: 'disjoint' }
  /** The witness meets both. */
  | { readonly proved: 'overlapping'; readonly members: readonly [number, number]; readonly witness: Json }
  | { readonly proved: 'nothing'; readonly members: readonly [number, number] };

/** `objectsAreToldApart`: a discriminator selects among the members that are objects. `known`: see `samples`. */
export function judgeOneOf(members: readonly Schema[], find: Find, objectsAreToldApart = false, known: Known = new Map()): OneOf {
  const isObject = (member: Schema): boolean => typesOf(member, find) === OBJECT;
  let open: readonly [number, number] | undefined;
  let left = TRIED;
  for (const [i, a] of members.entries()) {
    for (let j = i + 1; j < members.length; j++) {
      const b = members[j];
      if (!b || (objectsAreToldApart && isObject(a) && isObject(b)) || areDisjoint(a, b, find)) continue;
      const witness = left-- > 0 ? witnessOf(a, b, find, known) : undefined;
      if (witness) return { proved: 'overlapping', members: [i, j], witness: witness.value };
      open ??= [i, j];
    }
  }
  return open ? { proved: 'nothing', members: open } : { proved: 'disjoint' };
}

/** Pairs for which a witness is looked for: in a union of hundreds that refer to it, all pairs would take minutes. */
const TRIED = 500;

function witnessOf(a: Schema, b: Schema, find: Find, known: Known): { readonly value: Json } | undefined {
  const both: Schema = { kind: 'intersection', members: [a, b], at: a.at };
  for (const schema of [a, b, both]) {
    for (const value of samples(schema, find, known))
      if (accepts(a, value, find) === true && accepts(b, value, find) === true) return { value };
  }
  return undefined;
}
