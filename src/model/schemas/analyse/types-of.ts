/** The JSON types of the values that a schema can accept: never too few, sometimes too many. */
import type { Schema, SchemaId } from '../../schema.js';
import { ALL, ARRAY, BINARY, BOOLEAN, INTEGER, NONE, NULL, NUMBER, OBJECT, STRING, type Types, typeOfValue } from '../types.js';

/** The draft under a name, whichever variant the name means. */
export type Find = (id: SchemaId) => Schema | undefined;

/** `known`: what names come to, each found once, since a chain of `allOf` that doubles at every step would take for ever; `depth`: of names. */
export function typesOf(schema: Schema, find: Find, known: Map<SchemaId, Types> = new Map(), depth = 0): Types {
  switch (schema.kind) {
    case 'any':
      return ALL;
    case 'never':
      return NONE;
    case 'null':
      return NULL;
    case 'boolean':
      return BOOLEAN;
    case 'number':
      return schema.typed ? (schema.integer ? INTEGER : NUMBER) : ALL;
    case 'string':
      return schema.typed ? STRING : ALL;
    case 'array':
      return schema.typed ? ARRAY : ALL;
    case 'object':
      return schema.typed ? OBJECT : ALL;
    case 'binary':
      return BINARY;
    case 'literal':
      return schema.values.reduce<Types>((types, value) => types | typeOfValue(value), NONE);
    case 'reference': {
      // What leads back to itself accepts anything, as far as anyone can say.
      const before = known.get(schema.to);
      if (before !== undefined) return before;
      if (depth > DEEPEST) return ALL;
      known.set(schema.to, ALL);
      const target = find(schema.to);
      const types = target ? typesOf(target, find, known, depth + 1) : ALL;
      known.set(schema.to, types);
      return types;
    }
    case 'union':
      return schema.members.reduce<Types>((types, member) => types | typesOf(member, find, known, depth), NONE);
    case 'intersection':
      return schema.members.reduce<Types>((types, member) => types & typesOf(member, find, known, depth), ALL);
    case 'not':
      return ALL & ~wholeTypes(schema.schema);
    case 'conditional':
      return typesOf(schema.then, find, known, depth) | typesOf(schema.else, find, known, depth);
    case 'unevaluated':
      return typesOf(schema.base, find, known, depth);
    default:
      return schema satisfies never;
  }
}
/** Chains of references longer than this are not followed; the answer is then all types. */
const DEEPEST = 64;

/** The types all of whose values a schema surely accepts. */
export function wholeTypes(schema: Schema): Types {
  switch (schema.kind) {
    case 'any':
      return ALL;
    case 'null':
      return NULL;
    case 'boolean':
      return BOOLEAN;
    case 'literal':
      return schema.values.includes(null) ? NULL : NONE;
    case 'number': {
      const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
      const free = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf].every((bound) => bound === undefined);
      return schema.typed && free && !format?.asserted ? (schema.integer ? INTEGER : NUMBER) : NONE;
    }
    case 'string': {
      const free = schema.minLength === undefined && schema.maxLength === undefined && schema.pattern === undefined;
      return schema.typed && free && !schema.format?.asserted ? STRING : NONE;
    }
    case 'array': {
      const free = schema.itemsImplied && schema.prefixItems.length === 0 && !schema.contains && !schema.uniqueItems;
      return schema.typed && free && schema.minItems === undefined && schema.maxItems === undefined ? ARRAY : NONE;
    }
    case 'object': {
      const named = schema.properties.length + schema.patternProperties.length;
      const dependent = schema.dependentRequired.length + schema.dependentSchemas.length;
      const free = schema.additionalImplied && !schema.propertyNames && named + dependent === 0;
      return schema.typed && free && schema.minProperties === undefined && schema.maxProperties === undefined ? OBJECT : NONE;
    }
    case 'union':
      return schema.mode === 'oneOf' ? NONE : schema.members.reduce<Types>((types, member) => types | wholeTypes(member), NONE);
    case 'intersection':
      return schema.members.reduce<Types>((types, member) => types & wholeTypes(member), ALL);
    case 'never':
    case 'binary':
    case 'reference':
    case 'not':
    case 'conditional':
    case 'unevaluated':
      return NONE;
    default:
      return schema satisfies never;
  }
}
