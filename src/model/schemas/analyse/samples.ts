/** A few small values that a schema probably accepts; whoever uses one asks `accepts`. */
import { isObject } from '../../node.js';
import type { Json, ObjectSchema, Schema } from '../../schema.js';
import { factsOf } from './facts.js';
import type { Find } from './types-of.js';

/** `known`: those of a depth by schema, since what many schemas refer to is met in each of them. */
export function samples(schema: Schema, find: Find, known: Known = new Map(), depth = 0): readonly Json[] {
  if (depth > DEEPEST) return [];
  if (schema.kind === 'reference' && !schema.docs) {
    const target = find(schema.to);
    // Not from one reference to the next, which may lead back.
    if (target && target.kind !== 'reference') return samples(target, find, known, depth);
  }
  const before = known.get(schema) ?? [];
  known.set(schema, before);
  before[depth] ??= samplesAnew(schema, find, known, depth);
  return before[depth];
}
export type Known = Map<Schema, (readonly Json[])[]>;

function samplesAnew(schema: Schema, find: Find, known: Known, depth: number): readonly Json[] {
  const { conjuncts } = factsOf(schema, find);
  const annotated = [...(schema.docs?.examples ?? []), ...(schema.docs?.default === undefined ? [] : [schema.docs.default])];
  const found = conjuncts.flatMap((conjunct) => samplesOf(conjunct, find, known, depth));
  const objects = found.filter(isObject);
  const whole: Json[] = objects.length > 1 ? [Object.fromEntries(objects.flatMap((object) => Object.entries(object)))] : [];
  return [...whole, ...annotated, ...found].slice(0, MOST);
}
const DEEPEST = 6;
const MOST = 8;

function samplesOf(schema: Schema, find: Find, known: Known, depth: number): readonly Json[] {
  switch (schema.kind) {
    case 'literal':
      return schema.values.slice(0, 4);
    case 'null':
      return [null];
    case 'boolean':
      return [true];
    case 'number': {
      const low = schema.minimum ?? schema.exclusiveMinimum;
      const high = schema.maximum ?? schema.exclusiveMaximum;
      return schema.typed
        ? [0, 1, low, high, low === undefined ? undefined : low + 1].filter((value) => value !== undefined)
        : [];
    }
    case 'string':
      return schema.typed && (schema.minLength ?? 0) < 100 ? ['a'.repeat(schema.minLength ?? 1)] : [];
    case 'array':
      return schema.typed
        ? [
            [],
            ...samples(schema.prefixItems[0] ?? schema.items, find, known, depth + 1)
              .slice(0, 1)
              .map((item) => [item]),
          ]
        : [];
    case 'object':
      return schema.typed || schema.properties.length > 0 ? objectSamples(schema, find, known, depth) : [];
    case 'union':
      return schema.members.slice(0, 4).flatMap((member) => samples(member, find, known, depth + 1).slice(0, 2));
    case 'any':
      return [{}, 'a'];
    case 'never':
    case 'reference':
    case 'binary':
    case 'intersection':
    case 'not':
    case 'conditional':
    case 'unevaluated':
      return [];
    default:
      return schema satisfies never;
  }
}

/** With the required members only, and with all of them. */
function objectSamples(schema: ObjectSchema, find: Find, known: Known, depth: number): readonly Json[] {
  const entries = schema.properties.map(({ name, schema: member, required }) => ({
    name,
    required,
    value: samples(member, find, known, depth + 1)[0],
  }));
  const build = (kept: typeof entries): Json =>
    Object.fromEntries(kept.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
  return [build(entries.filter(({ required }) => required)), build(entries)];
}
