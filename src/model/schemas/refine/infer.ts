/** The repair for a `type` that goes without saying: keywords of one JSON type, where nothing around them states any. */
import type { Schema } from '../../schema.js';
import { ARRAY, NONE, NUMBER, OBJECT, STRING, type Types } from '../types.js';

export interface Implied {
  readonly types: Types;
  readonly name: string;
  readonly schema: Schema;
}

/** Undefined where the keywords speak of several types, or only of what a value may lack. */
export function impliedTypes(conjuncts: readonly Schema[]): Implied | undefined {
  let implied: Implied | undefined;
  for (const schema of conjuncts) {
    const types = kindOf(schema);
    if (types === NONE) continue;
    if (implied && implied.types !== types) return undefined;
    if (!implied || (!isTelling(implied.schema) && isTelling(schema))) implied = { types, name: schema.kind, schema };
  }
  return implied && isTelling(implied.schema) ? implied : undefined;
}

export const TYPE_OF_KIND = { number: NUMBER, string: STRING, array: ARRAY, object: OBJECT } as const;

/** The type that assertions without `type` are about. */
export function kindOf(schema: Schema): Types {
  switch (schema.kind) {
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return schema.typed ? NONE : TYPE_OF_KIND[schema.kind];
    default:
      return NONE;
  }
}

/** `required` or `minProperties` alone are mostly said of an object that something else describes. */
function isTelling(schema: Schema): boolean {
  if (schema.kind !== 'object') return true;
  return (
    schema.properties.some(({ additional }) => !additional) || schema.patternProperties.length > 0 || !schema.additionalImplied
  );
}
