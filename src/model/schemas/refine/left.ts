/** The JSON types that are left to a value by all that it must meet, and what need not be said because of them. */
import type { Pointer } from '../../../diagnostics.js';
import type { Schema } from '../../schema.js';
import { type Find, typesOf, wholeTypes } from '../analyse/types-of.js';
import { union } from '../shape.js';
import { ALL, ARRAY, BOOLEAN, FRACTION, NONE, NULL, NUMBER, OBJECT, STRING, type Types } from '../types.js';
import { kindOf } from './infer.js';

/**
 * A `not` that refuses whole types says which types are left. Unions of types, and keywords about the one type that is left, are
 * narrowed to these anyway, and then nothing remains of it.
 */
export function withoutRefusals(parts: readonly Schema[], types: Types, find: Find): readonly Schema[] {
  const isRefusal = (part: Schema): boolean => part.kind === 'not' && wholeTypes(part.schema) === typesOf(part.schema, find);
  const others = parts.filter((part) => !isRefusal(part));
  if (others.length === parts.length) return parts;
  const first = parts.find(isRefusal);
  // No schema but `not` says "a number, and no integer".
  const kept = (types & NUMBER) === FRACTION ? parts : others;
  const isNarrowed = (part: Schema): boolean =>
    (part.kind === 'union' && part.mode === 'types') || (kindOf(part) !== NONE && (types & ~kindOf(part)) === 0);
  const isDone = others.some((part) => isNarrowed(part) || (typesOf(part, find) & ~types) === 0);
  return isDone || !first ? kept : [...kept, anyOfTypes(types, first.at)];
}

/** A bare `type: object` beside what accepts objects only says nothing but what it is annotated with. */
export function withoutIdle(parts: readonly Schema[], find: Find): readonly Schema[] {
  if (parts.length < 2) return parts;
  const kept = [...parts];
  for (const part of parts) {
    if (!('typed' in part)) continue;
    const others = kept.filter((other) => other !== part);
    const types = others.reduce<Types>((left, other) => left & typesOf(other, find), ALL);
    if (others.length === 0 || (types & ~wholeTypes(part)) !== 0) continue;
    kept.splice(kept.indexOf(part), 1, ...(part.docs ? [{ kind: 'any', at: part.at, docs: part.docs } as const] : []));
  }
  return kept;
}

/** Any value of JSON of the types. */
function anyOfTypes(types: Types, at: Pointer): Schema {
  const plain = { at, typed: true } as const;
  const all: readonly (readonly [Types, Schema])[] = [
    [NUMBER, { ...plain, kind: 'number', integer: (types & FRACTION) === 0, as: 'number' }],
    [STRING, { ...plain, kind: 'string' }],
    [BOOLEAN, { at, kind: 'boolean' }],
    [ARRAY, { ...plain, kind: 'array', prefixItems: [], items: { kind: 'any', at }, itemsImplied: true, uniqueItems: false }],
    [OBJECT, { ...plain, kind: 'object', ...OPEN, additionalProperties: { kind: 'any', at } }],
    [NULL, { at, kind: 'null' }],
  ];
  return union(
    'types',
    all.flatMap(([type, schema]) => (types & type ? [schema] : [])),
    at,
  );
}
const OPEN = {
  properties: [],
  patternProperties: [],
  additionalImplied: true,
  dependentRequired: [],
  dependentSchemas: [],
} as const;
