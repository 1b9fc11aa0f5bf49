import type { Schema } from '../../model/schema.js';
import { code } from '../../print/code.js';
import { numberAssertions } from './scalars.js';
import { alternation } from './spot.js';

/** True for a type without further assertions, and for such a type or null. */
export const isPlainType = (schema: Schema): boolean =>
  schema.kind === 'union'
    ? schema.mode === 'types' && !alternation(schema) && schema.members.every((each) => each.kind === 'null' || isType(each))
    : isType(schema);

function isType(schema: Schema): boolean {
  switch (schema.kind) {
    case 'boolean':
      return true;
    case 'string':
      return schema.typed && !schema.minLength && schema.maxLength === undefined && !schema.pattern && !schema.format?.asserted;
    case 'number':
      return schema.typed && schema.as === 'number' && numberAssertions(schema, code`value`).length === 0;
    case 'array':
      return (
        schema.typed &&
        schema.items.kind === 'any' &&
        schema.prefixItems.length === 0 &&
        !schema.contains &&
        !schema.uniqueItems &&
        !schema.minItems &&
        schema.maxItems === undefined
      );
    case 'object':
      return (
        schema.typed &&
        schema.additionalProperties.kind === 'any' &&
        schema.properties.length === 0 &&
        schema.patternProperties.length === 0 &&
        !schema.propertyNames &&
        schema.dependentRequired.length === 0 &&
        schema.dependentSchemas.length === 0 &&
        !schema.minProperties &&
        schema.maxProperties === undefined
      );
    default:
      return false;
  }
}
