/** What two alternatives of an `allOf` say together. */

import { byCodeUnits } from '../../../model/node.js';
import type {
  ArraySchema,
  Json,
  NumberSchema,
  ObjectSchema,
  Pattern,
  Property,
  Schema,
  StringSchema,
} from '../../../model/schema.js';
import { canonical, exact } from '../canonical.js';
import type { Alternative, Plain } from './shape.js';
import { takesText, within } from './takes.js';

/** Undefined where no value can be both. */
export function join(a: Alternative, b: Alternative): Alternative | undefined {
  const conditions = [...a.conditions, ...b.conditions];
  // A declaration still names the whole where the other part adds nothing that has a name.
  const name = a.schema.kind === 'any' ? b.name : b.schema.kind === 'any' ? a.name : undefined;
  const schema = joinPlain(a.schema, b.schema);
  if (schema === 'nothing') return undefined;
  // What one schema can say once only, and both say: it is kept beside.
  if (schema !== 'both' && contradicts(a.schema, b.schema)) conditions.push(a.schema);
  // Two assertions about different types, each of which lets values of other types pass: both are kept.
  return schema === 'both'
    ? { schema: a.schema, name: a.name, conditions: [...conditions, b.schema] }
    : { schema, name, conditions };
}

function contradicts(a: Plain, b: Plain): boolean {
  if (a.kind === 'number' && b.kind === 'number')
    return differ(a.multipleOf, b.multipleOf) || differ(a.format?.name, b.format?.name);
  if (a.kind === 'array' && b.kind === 'array') return differ(a.contains, b.contains);
  if (a.kind !== 'string' || b.kind !== 'string') return false;
  return (
    differ(a.format?.name, b.format?.name) ||
    differ(a.contentEncoding, b.contentEncoding) ||
    differ(a.contentMediaType, b.contentMediaType)
  );
}
const differ = (a: unknown, b: unknown): boolean => a !== undefined && b !== undefined && canonical(a) !== canonical(b);

function joinPlain(a: Plain, b: Plain): Plain | 'nothing' | 'both' {
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'literal') return joinLiteral(a, b);
  if (b.kind === 'literal') return joinLiteral(b, a);
  if (a.kind === 'number' && b.kind === 'number') return joinNumbers(a, b);
  if (a.kind === 'string' && b.kind === 'string') return joinStrings(a, b);
  if (a.kind === 'array' && b.kind === 'array') return joinArrays(a, b);
  if (a.kind === 'object' && b.kind === 'object') return joinObjects(a, b);
  if (a.kind === b.kind) return a;
  if (a.kind === 'binary' && b.kind === 'string') return a;
  if (b.kind === 'binary' && a.kind === 'string') return b;
  const aPasses = passesOthers(a);
  const bPasses = passesOthers(b);
  if (aPasses && bPasses) return 'both';
  return aPasses ? b : bPasses ? a : 'nothing';
}

function passesOthers(schema: Plain): boolean {
  return 'typed' in schema && !schema.typed;
}

function joinLiteral(literal: Extract<Plain, { kind: 'literal' }>, other: Plain): Plain | 'nothing' {
  const allowed = other.kind === 'literal' ? new Set(other.values.map(exact)) : undefined;
  const values = literal.values.filter((value) =>
    allowed ? allowed.has(exact(value)) : isOfKind(value, other) || (passesOthers(other) && !isOfType(value, other)),
  );
  return values.length ? { ...literal, values } : 'nothing';
}

/** Whether the assertions of an untyped schema are about the value. */
function isOfType(value: Json, { kind }: Plain): boolean {
  if (kind === 'array') return Array.isArray(value);
  return kind === (typeof value === 'object' && (value === null || Array.isArray(value)) ? 'null' : typeof value);
}

function isOfKind(value: Json, schema: Plain): boolean {
  switch (schema.kind) {
    case 'any':
    case 'literal':
      return true;
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && (!schema.integer || Number.isInteger(value)) && within(schema, value);
    case 'string':
      return typeof value === 'string' && takesText(schema, value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'binary':
      return false;
    default:
      return schema satisfies never;
  }
}

const highest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b);
const lowest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

/** Members that are undefined are left out, as the model has it. */
type Known<T> = { [K in keyof T]: Exclude<T[K], undefined> };
function known<T extends object>(members: T): Known<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Known<T>;
}

function joinNumbers(a: NumberSchema, b: NumberSchema): NumberSchema {
  return {
    ...a,
    ...b,
    typed: a.typed || b.typed,
    integer: a.integer || b.integer,
    as: a.as === 'number' ? b.as : a.as,
    ...known({
      minimum: highest(a.minimum, b.minimum),
      maximum: lowest(a.maximum, b.maximum),
      exclusiveMinimum: highest(a.exclusiveMinimum, b.exclusiveMinimum),
      exclusiveMaximum: lowest(a.exclusiveMaximum, b.exclusiveMaximum),
    }),
  };
}

function joinStrings(a: StringSchema, b: StringSchema): StringSchema {
  return {
    ...a,
    ...b,
    typed: a.typed || b.typed,
    ...known({
      minLength: highest(a.minLength, b.minLength),
      maxLength: lowest(a.maxLength, b.maxLength),
      pattern: bothPatterns(a.pattern, b.pattern),
    }),
  };
}

/** As one pattern, for comparing only. */
function bothPatterns(a: Pattern | undefined, b: Pattern | undefined): Pattern | undefined {
  if (!a || !b || a.source === b.source) return a ?? b;
  const [first, second] = [a.source, b.source].sort(byCodeUnits);
  return { source: `(?=[^]*(?:${first}))(?=[^]*(?:${second}))`, flags: a.flags };
}

const both = (a: Schema, b: Schema): Schema =>
  a === b || b.kind === 'any' ? a : a.kind === 'any' ? b : { kind: 'intersection', members: [a, b], at: b.at };

function joinArrays(a: ArraySchema, b: ArraySchema): ArraySchema {
  const length = Math.max(a.prefixItems.length, b.prefixItems.length);
  return {
    ...a,
    ...b,
    typed: a.typed || b.typed,
    prefixItems: Array.from({ length }, (_, i) => both(a.prefixItems[i] ?? a.items, b.prefixItems[i] ?? b.items)),
    items: both(a.items, b.items),
    uniqueItems: a.uniqueItems || b.uniqueItems,
    ...known({ minItems: highest(a.minItems, b.minItems), maxItems: lowest(a.maxItems, b.maxItems) }),
  };
}

function joinObjects(a: ObjectSchema, b: ObjectSchema): ObjectSchema {
  const names = [...new Set([...a.properties, ...b.properties].map((property) => property.name))].sort(byCodeUnits);
  return {
    ...a,
    ...b,
    typed: a.typed || b.typed,
    properties: names.flatMap((name) => joinProperty(a, b, name)),
    patternProperties: [...a.patternProperties, ...b.patternProperties],
    additionalProperties: both(a.additionalProperties, b.additionalProperties),
    additionalImplied: a.additionalImplied && b.additionalImplied,
    dependentRequired: [...a.dependentRequired, ...b.dependentRequired],
    dependentSchemas: [...a.dependentSchemas, ...b.dependentSchemas],
    ...known({
      minProperties: highest(a.minProperties, b.minProperties),
      maxProperties: lowest(a.maxProperties, b.maxProperties),
      propertyNames:
        a.propertyNames && b.propertyNames ? both(a.propertyNames, b.propertyNames) : (a.propertyNames ?? b.propertyNames),
    }),
  };
}

function joinProperty(a: ObjectSchema, b: ObjectSchema, name: string): readonly Property[] {
  const left = a.properties.find((property) => property.name === name);
  const right = b.properties.find((property) => property.name === name);
  if (left && right) {
    // `required` in one part of an `allOf` and the definition in another: the definition is the place to show.
    const at = left.schema.kind === 'any' ? right.at : left.at;
    const access = left.access ?? right.access;
    return [
      {
        name,
        at,
        schema: both(left.schema, right.schema),
        required: left.required || right.required,
        ...(access ? { access } : {}),
      },
    ];
  }
  const only = left ?? right;
  if (!only) return [];
  const other = left ? b : a;
  return [{ ...only, schema: both(only.schema, other.additionalProperties) }];
}
