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
