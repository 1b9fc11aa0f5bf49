import type { Schema } from '../../model/schema.js';
import { isInherited } from './member.js';

/** True where one expression can say it without a loop and without a name for anything but the value itself. */
export function isSimple(schema: Schema): boolean {
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'reference':
    case 'literal':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'binary':
      return true;
    case 'array':
      return schema.items.kind === 'any' && schema.prefixItems.length === 0 && !schema.contains;
    case 'object':
      return (
        schema.additionalProperties.kind === 'any' &&
        schema.patternProperties.length === 0 &&
        !schema.propertyNames &&
        schema.dependentSchemas.length === 0 &&
        schema.properties.length <= 4 &&
        schema.properties.every(({ name, schema: member }) => !isInherited(name) && isSimple(member) && member.kind !== 'object')
      );
    case 'union':
    case 'intersection':
      return schema.members.every(isSimple);
    case 'not':
      return isSimple(schema.schema);
    case 'conditional':
      return isSimple(schema.if) && isSimple(schema.then) && isSimple(schema.else);
    case 'unevaluated':
      return false;
    default:
      return schema satisfies never;
  }
}

/** True where the expression is about as short as the call of a function. */
export function isShort(schema: Schema): boolean {
  switch (schema.kind) {
    case 'literal':
      return schema.open === true || schema.values.length <= 3;
    case 'string':
      return !schema.pattern;
    case 'object':
      return schema.properties.length <= 1 && isSimple(schema) && schema.properties.every((each) => isShort(each.schema));
    case 'union':
    case 'intersection':
      return schema.members.length <= 2 && schema.members.every(isShort);
    case 'not':
      return isShort(schema.schema);
    case 'conditional':
      return false;
    default:
      return isSimple(schema);
  }
}
