import type { Schema } from '../../model/schema.js';
import type { Facts } from './facts.js';

/** True where the report of a value is tests and nothing else: no place is made for its parts. */
export function isFlat(schema: Schema, facts: Facts): boolean {
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'literal':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'binary':
      return true;
    case 'reference':
      return facts.plain(schema) !== undefined;
    case 'object':
      return (
        schema.additionalProperties.kind === 'any' &&
        schema.patternProperties.length === 0 &&
        !schema.propertyNames &&
        schema.dependentSchemas.length === 0 &&
        schema.properties.every((property) => isFlat(property.schema, facts))
      );
    case 'array':
    case 'union':
    case 'intersection':
    case 'not':
    case 'conditional':
    case 'unevaluated':
      return false;
    default:
      return schema satisfies never;
  }
}

/** Up to so many members, each says the whole way to it. */
export const FEW = 3;
/** True where the report of a value with parts is short enough for that. */
export function isSmall(schema: Schema, facts: Facts): boolean {
  if (schema.kind === 'object') return schema.properties.length <= FEW && isFlat(schema, facts);
  return (
    schema.kind === 'array' && schema.prefixItems.length === 0 && schema.items.kind !== 'object' && isFlat(schema.items, facts)
  );
}
