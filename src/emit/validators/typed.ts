import type { Schema, SchemaId } from '../../model/schema.js';

/** That `undefined` fails the schema. `names`: those of whose schemas this is known. */
export function isTyped(schema: Schema, names: ReadonlySet<SchemaId>): boolean {
  switch (schema.kind) {
    case 'string':
    case 'number':
    case 'array':
    case 'object':
      return schema.typed;
    case 'literal':
    case 'null':
    case 'boolean':
    case 'binary':
    case 'never':
      return true;
    case 'reference':
      return names.has(schema.to);
    case 'union':
      return schema.members.every((each) => isTyped(each, names));
    case 'intersection':
      return schema.members.some((each) => isTyped(each, names));
    case 'unevaluated':
      return isTyped(schema.base, names);
    case 'any':
    case 'not':
    case 'conditional':
      return false;
    default:
      return schema satisfies never;
  }
}
