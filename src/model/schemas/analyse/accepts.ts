/**
 * Whether a schema accepts a value, as far as it can be known while generating: true, false, or undefined where it depends on
 * something that is left to the validators (asserted formats) or is not worth the time (long strings, deep recursion, slow patterns).
 *
 * This judges defaults, the values of `enum`, and witnesses of overlap. It is not a validator: nothing of the output comes from it.
 */
import { isObject } from '../../node.js';
import type { ArraySchema, Json, NumberSchema, ObjectSchema, Schema, StringSchema } from '../../schema.js';
import { isSlow } from '../backtracking/slow.js';
import { equal, key } from '../equal.js';
import type { Find } from './types-of.js';

export type Verdict = boolean | undefined;

export function accepts(schema: Schema, value: Json, find: Find, depth = 0): Verdict {
  if (depth > DEEPEST) return undefined;
  const inner = (below: Schema, part: Json): Verdict => accepts(below, part, find, depth + 1);
  switch (schema.kind) {
    case 'any':
      return true;
    case 'never':
    case 'binary':
      return false;
    case 'reference': {
      const target = find(schema.to);
      return target ? inner(target, value) : undefined;
    }
    case 'literal':
      return schema.values.some((listed) => equal(listed, value));
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' ? acceptsNumber(schema, value) : !schema.typed;
    case 'string':
      return typeof value === 'string' ? acceptsString(schema, value) : !schema.typed;
    case 'array':
      return Array.isArray(value) ? acceptsArray(schema, value, inner) : !schema.typed;
    case 'object':
      return isObject(value) ? acceptsObject(schema, value, inner) : !schema.typed;
    case 'union': {
      const verdicts = schema.members.map((member) => inner(member, value));
      if (schema.mode !== 'oneOf') return any(verdicts);
      const sure = verdicts.filter((verdict) => verdict === true).length;
      return sure > 1 ? false : verdicts.includes(undefined) ? undefined : sure === 1;
    }
    case 'intersection':
      return all(schema.members.map((member) => inner(member, value)));
    case 'not':
      return not(inner(schema.schema, value));
    case 'conditional': {
      const condition = inner(schema.if, value);
      if (condition === undefined) return undefined;
      return inner(condition ? schema.then : schema.else, value);
    }
    case 'unevaluated':
      // What is evaluated is the validators' business: only the base can be judged, and only against the value.
      return inner(schema.base, value) === false ? false : undefined;
    default:
      return schema satisfies never;
  }
}
const DEEPEST = 60;
const LONGEST = 2_000;

const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);
const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
const any = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;

function acceptsNumber(schema: NumberSchema, value: number): Verdict {
  if (schema.integer && !Number.isInteger(value)) return false;
  if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)) return false;
  if (value <= (schema.exclusiveMinimum ?? -Infinity) || value >= (schema.exclusiveMaximum ?? Infinity)) return false;
  const { multipleOf } = schema;
  if (multipleOf !== undefined) {
    const quotient = value / multipleOf;
    if (Math.abs(quotient - Math.round(quotient)) > 1e-9 * Math.max(1, Math.abs(quotient))) return false;
    if (!Number.isInteger(quotient)) return undefined;
  }
  return schema.format?.asserted ? undefined : true;
}

function acceptsString({ minLength, maxLength, pattern, format }: StringSchema, value: string): Verdict {
  if (value.length > LONGEST) return undefined;
  const length = [...value].length;
  if (length < (minLength ?? 0) || length > (maxLength ?? Infinity)) return false;
  if (pattern) {
    if (isSlow(pattern)) return undefined;
    if (!new RegExp(pattern.source, pattern.flags).test(value)) return false;
  }
  return format?.asserted ? undefined : true;
}

function acceptsArray(schema: ArraySchema, value: readonly Json[], inner: (schema: Schema, part: Json) => Verdict): Verdict {
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return false;
  if (schema.uniqueItems && new Set(value.map(key)).size < value.length) return false;
  const verdicts = value.map((item, i) => inner(schema.prefixItems[i] ?? schema.items, item));
  if (schema.contains) {
    const { schema: contained, min, max = Infinity } = schema.contains;
    const found = value.map((item) => inner(contained, item));
    if (found.includes(undefined)) verdicts.push(undefined);
    else {
      const count = found.filter(Boolean).length;
      verdicts.push(count >= min && count <= max);
    }
  }
  return all(verdicts);
}

function acceptsObject(
  schema: ObjectSchema,
  value: { readonly [key: string]: Json },
  inner: (schema: Schema, part: Json) => Verdict,
): Verdict {
  const names = Object.keys(value);
  if (names.length < (schema.minProperties ?? 0) || names.length > (schema.maxProperties ?? Infinity)) return false;
  const verdicts: Verdict[] = [];
  const has = (name: string) => Object.hasOwn(value, name);
  const declared = new Map(schema.properties.map((property) => [property.name, property]));
  for (const { name, required } of schema.properties) if (required && !has(name)) return false;
  for (const name of names) {
    const member = value[name] ?? null;
    const property = declared.get(name);
    let taken = property !== undefined;
    if (property) verdicts.push(inner(property.schema, member));
    for (const { pattern, schema: matching } of schema.patternProperties) {
      if (isSlow(pattern)) return undefined;
      if (!new RegExp(pattern.source, pattern.flags).test(name)) continue;
      taken = true;
      verdicts.push(inner(matching, member));
    }
    if (!taken) verdicts.push(inner(schema.additionalProperties, member));
    if (schema.propertyNames) verdicts.push(inner(schema.propertyNames, name));
  }
  for (const { name, requires } of schema.dependentRequired) if (has(name) && !requires.every(has)) return false;
  for (const { name, schema: dependent } of schema.dependentSchemas) if (has(name)) verdicts.push(inner(dependent, value));
  return all(verdicts);
}
