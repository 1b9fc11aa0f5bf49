/** The JSON types of the values that a schema can accept: never too few, sometimes too many. */
import type { Schema, SchemaId } from '../../schema.js';
import { ALL, ARRAY, BINARY, BOOLEAN, INTEGER, NONE, NULL, NUMBER, OBJECT, STRING, type Types, typeOfValue } from '../types.js';

/** The draft under a name, whichever variant the name means. */
export type Find = (id: SchemaId) => Schema | undefined;

export function typesOf(schema: Schema, find: Find, entered: readonly SchemaId[] = []): Types {
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
      if (entered.includes(schema.to) || entered.length > DEEPEST) return ALL;
      const target = find(schema.to);
      return target ? typesOf(target, find, [...entered, schema.to]) : ALL;
    }
    case 'union':
      return schema.members.reduce<Types>((types, member) => types | typesOf(member, find, entered), NONE);
    case 'intersection':
      return schema.members.reduce<Types>((types, member) => types & typesOf(member, find, entered), ALL);
    case 'not':
      return ALL & ~wholeTypes(schema.schema);
    case 'conditional':
      return typesOf(schema.then, find, entered) | typesOf(schema.else, find, entered);
    case 'unevaluated':
      return typesOf(schema.base, find, entered);
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
