import type { Json, Schema } from '../../../model/schema.js';
import type { Alternative } from './shape.js';

/** True where an alternative accepts a literal. Formats are not asked. */
export function takes({ schema, conditions }: Alternative, value: Json): boolean {
  if (conditions.length) return false;
  switch (schema.kind) {
    case 'any':
      return true;
    case 'string':
      return typeof value === 'string' && takesText(schema, value);
    case 'number':
      return typeof value === 'number' && (!schema.integer || Number.isInteger(value)) && within(schema, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'literal':
    case 'array':
    case 'object':
    case 'binary':
      return false;
    default:
      return schema satisfies never;
  }
}

export function takesText(schema: Extract<Schema, { kind: 'string' }>, value: string): boolean {
  const length = [...value].length;
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity)) return false;
  const { pattern } = schema;
  // The model has compiled it before, and knows up to which length it is quick.
  if (pattern === undefined || length > (pattern.upTo ?? Infinity)) return true;
  return new RegExp(pattern.source, pattern.flags).test(value);
}

export function within(schema: Extract<Schema, { kind: 'number' }>, value: number): boolean {
  return (
    value >= (schema.minimum ?? -Infinity) &&
    value <= (schema.maximum ?? Infinity) &&
    value > (schema.exclusiveMinimum ?? -Infinity) &&
    value < (schema.exclusiveMaximum ?? Infinity) &&
    (schema.multipleOf === undefined || value % schema.multipleOf === 0)
  );
}
