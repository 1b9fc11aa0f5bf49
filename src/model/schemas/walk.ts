/** The schemas directly below a schema, and what they refer to. */
import type { Schema, SchemaId } from '../schema.js';

/** Calls `visit` for each; `asserted` is false below `not` and `if`, where a value that fails is no fault. */
export function eachChild(schema: Schema, visit: (child: Schema, asserted: boolean) => void): void {
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
      return;
    case 'array':
      for (const item of schema.prefixItems) visit(item, true);
      visit(schema.items, true);
      if (schema.contains) visit(schema.contains.schema, true);
      return;
    case 'object':
      for (const property of schema.properties) visit(property.schema, true);
      for (const { schema: value } of schema.patternProperties) visit(value, true);
      visit(schema.additionalProperties, true);
      if (schema.propertyNames) visit(schema.propertyNames, true);
      for (const { schema: dependent } of schema.dependentSchemas) visit(dependent, true);
      return;
    case 'union':
    case 'intersection':
      for (const member of schema.members) visit(member, true);
      return;
    case 'not':
      visit(schema.schema, false);
      return;
    case 'conditional':
      visit(schema.if, false);
      visit(schema.then, true);
      visit(schema.else, true);
      return;
    case 'unevaluated':
      visit(schema.base, true);
      if (schema.properties) visit(schema.properties, true);
      if (schema.items) visit(schema.items, true);
      return;
    default:
      schema satisfies never;
  }
}

/** All declarations that a schema names, however deep in it. */
export function referencesOf(schema: Schema, found: Set<SchemaId> = new Set()): ReadonlySet<SchemaId> {
  if (schema.kind === 'reference') found.add(schema.to);
  eachChild(schema, (below) => referencesOf(below, found));
  return found;
}
