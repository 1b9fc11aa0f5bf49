/**
 * One Schema Object of OpenAPI 3.0 or Swagger 2.0 to JSON Schema 2020-12, and what authors carry over from there into 3.1.
 * Its members have been raised before. The object is never changed: the result is a new one where something differs.
 *
 * @see https://spec.openapis.org/oas/v3.0.4#schema-object
 */
import type { Finding, Rule } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { keywordOfOtherDialect, nullableEnum, nullableReference, nullableWithoutDialect, referenceSiblings } from '../rules.js';
import type { JsonObject } from '../source.js';
import type { Dialect } from './dialect.js';
import type { Edit } from './edits.js';

/** What the raising of one schema may say and record; `keys` are below the schema. */
export interface SchemaContext {
  readonly dialect: Dialect;
  readonly nullable: 'honour' | 'ignore';
  report(rule: Rule, keys: readonly (string | number)[], message: string, on?: Finding['on']): void;
  moved(...edits: readonly Edit[]): void;
}

type Draft = { [key: string]: Json };

export function raiseOpenApiSchema(schema: JsonObject, context: SchemaContext): JsonObject {
  const raised = schema['$ref'] !== undefined && context.dialect !== '2020-12' ? withoutSiblings(schema, context) : schema;
  return withNullable(withExclusiveBounds(context.dialect === '2.0' ? withSwaggerWords(raised) : raised, context), context);
}

/** Says nothing about values, so it may stand beside a reference, in or outside a union with null. */
const ANNOTATIONS = new Set(
  'title description default deprecated readOnly writeOnly example examples externalDocs xml discriminator $comment'.split(' '),
);
const isAnnotation = (key: string): boolean => ANNOTATIONS.has(key) || key.startsWith('x-');
const isNullable = (key: string): boolean => key === 'nullable' || key === 'x-nullable';

function withoutSiblings(schema: JsonObject, context: SchemaContext): JsonObject {
  if (typeof schema['$ref'] !== 'string') return schema;
  const ignored = Object.keys(schema).filter(
    (key) => key !== '$ref' && !isAnnotation(key) && !isNullable(key) && !HOLDERS.has(key),
  );
  if (ignored.length === 0) return schema;
  for (const key of ignored) context.report(referenceSiblings, [key], `${key} has no effect beside $ref and is left out`, 'key');
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !ignored.includes(key)));
}
/** Hold schemas that may be referred to, and assert nothing themselves. */
const HOLDERS = new Set(['definitions', '$defs']);

/** `type: file` is a binary string; a discriminator is the name of a property; `x-nullable` is `nullable`. */
function withSwaggerWords(schema: JsonObject): JsonObject {
  let out: Draft | undefined;
  if (schema['type'] === 'file') {
    out = { ...schema, type: 'string', format: 'binary' };
  }
  const discriminator = schema['discriminator'];
  if (typeof discriminator === 'string') {
    out ??= { ...schema };
    out['discriminator'] = { propertyName: discriminator };
  }
  if (typeof schema['x-nullable'] === 'boolean' && schema['nullable'] === undefined) {
    out ??= { ...schema };
    out['nullable'] = schema['x-nullable'];
  }
  return out ?? schema;
}

function withExclusiveBounds(schema: JsonObject, context: SchemaContext): JsonObject {
  let out: Draft | undefined;
  for (const [exclusive, bound] of BOUNDS) {
    const value = schema[exclusive];
    if (typeof value !== 'boolean') continue;
    if (context.dialect === '2020-12') {
      context.report(
        keywordOfOtherDialect,
        [exclusive],
        `${exclusive}: ${value} is the form of OpenAPI 3.0; here a number is expected`,
      );
    }
    out ??= { ...schema };
    delete out[exclusive];
    const limit = schema[bound];
    if (!value || typeof limit !== 'number') continue;
    out[exclusive] = limit;
    delete out[bound];
  }
  return out ?? schema;
}
const BOUNDS = [
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
] as const;

/**
 * `nullable: true` adds null to what the schema allows. By the letter of 3.0.3 it does so only beside `type`, but what
 * authors mean by it elsewhere is as clear.
 */
function withNullable(schema: JsonObject, context: SchemaContext): JsonObject {
  if (typeof schema['nullable'] !== 'boolean') return schema;
  const { nullable, ...rest } = schema;
  if (context.dialect === '2020-12') {
    const honoured = context.nullable === 'honour';
    if (nullable || !honoured) {
      context.report(
        nullableWithoutDialect,
        ['nullable'],
        `nullable is no keyword of this version and is ${honoured ? 'read as in 3.0: null is a value' : 'left out'}`,
        'key',
      );
    }
    if (!honoured) return rest;
  }
  if (!nullable) return rest;
  const types = typeof rest['type'] === 'string' ? [rest['type']] : Array.isArray(rest['type']) ? rest['type'] : undefined;
  const combined = COMBINATORS.some((key) => rest[key] !== undefined);
  const choices = rest['enum'];
  if (types && !combined) {
    const out: Draft = { ...rest, type: types.includes('null') ? types : [...types, 'null'] };
    if (Array.isArray(choices) && !choices.includes(null)) {
      context.report(nullableEnum, ['enum'], 'the schema is nullable, but null is not among the values; it is taken to be one');
      out['enum'] = [...choices, null];
    }
    return out;
  }
  const asserted = Object.keys(rest).filter((key) => !isAnnotation(key));
  if (asserted.length === 0) return rest;
  if (types === undefined && context.dialect !== '2020-12') {
    context.report(
      nullableReference,
      ['nullable'],
      `nullable has no effect here by the letter, for want of a type; it is honoured: null is a value`,
      'key',
    );
  }
  context.moved(
    ...[...ANNOTATIONS, 'nullable', 'x-nullable'].map((key) => ({ from: [key], to: [key] })),
    { from: [], to: ['anyOf', '1'], added: true },
    { from: [], to: ['anyOf', '0'] },
  );
  const outer = Object.fromEntries(Object.entries(rest).filter(([key]) => isAnnotation(key) && key !== 'discriminator'));
  const inner = Object.fromEntries(Object.entries(rest).filter(([key]) => !isAnnotation(key) || key === 'discriminator'));
  return { ...outer, anyOf: [inner, { type: 'null' }] };
}
const COMBINATORS = ['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'const'];
