/** Two schemas of one JSON type as one, where that says exactly the same. */

import { byCodeUnits } from '../../node.js';
import type { ArraySchema, NumberSchema, ObjectSchema, Property, Schema, StringSchema } from '../../schema.js';
import { mergeDocs } from '../read/annotations.js';
import { documented } from '../shape.js';
import { apart } from './apart.js';

/** Undefined where no single schema says what both say. `both` joins the schemas of a member that the two have in common. */
export function merged(a: Schema, b: Schema, both: (a: Schema, b: Schema) => Schema): Schema | undefined {
  if (a.kind === 'reference' && b.kind === 'reference' && a.to === b.to) return documented(a, mergeDocs(a.docs, b.docs));
  if (a.kind === 'null' && b.kind === 'null') return a;
  if (a.kind === 'boolean' && b.kind === 'boolean') return a;
  if (a.kind === 'number' && b.kind === 'number') return a.typed === b.typed ? mergedNumber(a, b) : undefined;
  if (a.kind === 'string' && b.kind === 'string') return a.typed === b.typed ? mergedString(a, b) : undefined;
  if (a.kind === 'array' && b.kind === 'array') return a.typed === b.typed ? mergedArray(a, b) : undefined;
  if (a.kind === 'object' && b.kind === 'object') return a.typed === b.typed ? mergedObject(a, b, both) : undefined;
  return undefined;
}

type Limits<K extends string> = { readonly [key in K]?: number };

function highest<K extends string>(key: K, a: Limits<K>, b: Limits<K>): Limits<K> {
  const [mine, theirs] = [a[key], b[key]];
  return limit(key, mine === undefined || theirs === undefined ? (mine ?? theirs) : Math.max(mine, theirs));
}
function lowest<K extends string>(key: K, a: Limits<K>, b: Limits<K>): Limits<K> {
  const [mine, theirs] = [a[key], b[key]];
  return limit(key, mine === undefined || theirs === undefined ? (mine ?? theirs) : Math.min(mine, theirs));
}
function limit<K extends string>(key: K, value: number | undefined): Limits<K>;
function limit(key: string, value: number | undefined): Limits<string> {
  return value === undefined ? {} : { [key]: value };
}

function mergedNumber(a: NumberSchema, b: NumberSchema): NumberSchema | undefined {
  if (a.multipleOf !== undefined && b.multipleOf !== undefined && a.multipleOf !== b.multipleOf) return undefined;
  if (differ(a.format, b.format) || (a.as !== b.as && a.as !== 'number' && b.as !== 'number')) return undefined;
  return {
    ...a,
    ...b,
    ...docsOf(a, b),
    integer: a.integer || b.integer,
    as: a.as === 'number' ? b.as : a.as,
    ...highest('minimum', a, b),
    ...lowest('maximum', a, b),
    ...highest('exclusiveMinimum', a, b),
    ...lowest('exclusiveMaximum', a, b),
  };
}

function mergedString(a: StringSchema, b: StringSchema): StringSchema | undefined {
  if (a.pattern && b.pattern && a.pattern.source !== b.pattern.source) return undefined;
  if (differ(a.format, b.format)) return undefined;
  return { ...a, ...b, ...docsOf(a, b), ...highest('minLength', a, b), ...lowest('maxLength', a, b) };
}

/** Only bounds are joined: items of two schemas, after two prefixes, are two questions. */
function mergedArray(a: ArraySchema, b: ArraySchema): ArraySchema | undefined {
  const isPlain = (array: ArraySchema): boolean => array.itemsImplied && array.prefixItems.length === 0 && !array.contains;
  if (!isPlain(a) && !isPlain(b)) return undefined;
  const [full, plain] = isPlain(a) ? [b, a] : [a, b];
  return {
    ...full,
    ...docsOf(a, b),
    uniqueItems: full.uniqueItems || plain.uniqueItems,
    ...highest('minItems', a, b),
    ...lowest('maxItems', a, b),
  };
}

/** Where one of them constrains the members that it does not name, those of the other are among them, and the two stay apart. */
function mergedObject(a: ObjectSchema, b: ObjectSchema, both: (a: Schema, b: Schema) => Schema): ObjectSchema | undefined {
  if (a.additionalProperties.kind !== 'any' || b.additionalProperties.kind !== 'any') return undefined;
  const properties = new Map<string, Property>(a.properties.map((property) => [property.name, property]));
  for (const theirs of b.properties) {
    const mine = properties.get(theirs.name);
    properties.set(theirs.name, mine ? mergedProperty(mine, theirs, both) : theirs);
  }
  const dependentRequired = new Map(a.dependentRequired.map((entry) => [entry.name, entry]));
  for (const { name, requires } of b.dependentRequired) {
    const known = dependentRequired.get(name)?.requires ?? [];
    dependentRequired.set(name, { name, requires: [...new Set([...known, ...requires])].sort(byCodeUnits) });
  }
  const propertyNames =
    a.propertyNames && b.propertyNames ? both(a.propertyNames, b.propertyNames) : (a.propertyNames ?? b.propertyNames);
  return {
    ...a,
    ...docsOf(a, b),
    properties: [...properties.values()].sort((x, y) => byCodeUnits(x.name, y.name)),
    patternProperties: [...a.patternProperties, ...b.patternProperties],
    additionalImplied: a.additionalImplied && b.additionalImplied,
    dependentRequired: [...dependentRequired.values()].sort((x, y) => byCodeUnits(x.name, y.name)),
    dependentSchemas: [...a.dependentSchemas, ...b.dependentSchemas],
    ...(propertyNames && { propertyNames }),
    ...highest('minProperties', a, b),
    ...lowest('maxProperties', a, b),
  };
}

function mergedProperty(a: Property, b: Property, both: (a: Schema, b: Schema) => Schema): Property {
  const { additional, twin: _, ...declared } = a.additional ? b : a;
  const access = a.access ?? b.access;
  const saysNothing = a.schema.kind === 'any' && !a.schema.docs;
  return {
    ...declared,
    ...(saysNothing && b.twin && { twin: b.twin }),
    schema: saysNothing ? b.schema : both(apart(a), apart(b)),
    required: a.required || b.required,
    ...(a.additional && b.additional && { additional: true }),
    ...(access && { access }),
  };
}

const differ = (a: { readonly name: string } | undefined, b: { readonly name: string } | undefined): boolean =>
  a !== undefined && b !== undefined && a.name !== b.name;

function docsOf(a: Schema, b: Schema): Pick<Schema, 'docs'> {
  const docs = mergeDocs(a.docs, b.docs);
  return docs ? { docs } : {};
}
