import type { Schema } from '../../schema.js';

/** True for what is refined already, whatever is sent or received: types that are stated, of values that have no parts. */
export function isSettled(schema: Schema): boolean {
  switch (schema.kind) {
    case 'any':
    case 'null':
    case 'boolean':
      return true;
    case 'number':
    case 'string':
      return schema.typed;
    case 'union':
      return schema.mode === 'types' && schema.members.every(isSettled);
    case 'never':
    case 'reference':
    case 'literal':
    case 'array':
    case 'object':
    case 'binary':
    case 'intersection':
    case 'not':
    case 'conditional':
    case 'unevaluated':
      return false;
    default:
      return schema satisfies never;
  }
}
