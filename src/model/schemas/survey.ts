/**
 * What a draft refers to, and whether it reads differently when it is sent or received: known by looking at it once.
 *
 * Below `not` and `if` everything is read by the letter, because there a value that fails is no fault.
 */
import type { Schema, SchemaId, UnionSchema } from '../schema.js';
import { eachChild } from './walk.js';

export interface Survey {
  /** Declarations whose differences are differences of this one too. */
  readonly references: ReadonlySet<SchemaId>;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly enums: boolean;
  readonly oneOfs: readonly UnionSchema[];
}

export function survey(draft: Schema): Survey {
  const references = new Set<SchemaId>();
  const oneOfs: UnionSchema[] = [];
  const found = { readOnly: false, writeOnly: false, enums: false };
  const visit = (schema: Schema, asserted: boolean): void => {
    if (!asserted) return;
    if (schema.kind === 'reference') references.add(schema.to);
    if (schema.kind === 'literal' && schema.values.length > 1) found.enums = true;
    if (schema.kind === 'union' && schema.mode === 'oneOf') oneOfs.push(schema);
    if (schema.kind === 'object') {
      for (const { access } of schema.properties) {
        if (access === 'readOnly') found.readOnly = true;
        if (access === 'writeOnly') found.writeOnly = true;
      }
    }
    eachChild(schema, visit);
  };
  visit(draft, true);
  return { references, oneOfs, ...found };
}
