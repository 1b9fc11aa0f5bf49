/** What a schema and all its parts evaluate, applied or not: what `unevaluatedProperties` and `unevaluatedItems` surely leave alone. */
import type { Pattern, Schema, SchemaId } from '../../model/schema.js';

export interface Evaluated {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly Pattern[];
  /** Of the items at fixed places. */
  readonly length: number;
  /** All members, or all items, are evaluated. */
  readonly takesMembers: boolean;
  readonly takesItems: boolean;
}

export function evaluatedBy(base: Schema, schemaOf: (id: SchemaId) => Schema | undefined): Evaluated {
  const parts = partsOf(base, schemaOf);
  const objects = parts.filter((part) => part.kind === 'object');
  const arrays = parts.filter((part) => part.kind === 'array');
  const nested = parts.filter((part) => part.kind === 'unevaluated');
  return {
    names: new Set(objects.flatMap(({ properties }) => properties.map(({ name }) => name))),
    patterns: objects.flatMap(({ patternProperties }) => patternProperties.map(({ pattern }) => pattern)),
    length: Math.max(0, ...arrays.map(({ prefixItems }) => prefixItems.length)),
    takesMembers: objects.some((each) => !each.additionalImplied) || nested.some((each) => each.properties),
    takesItems: arrays.some((each) => !each.itemsImplied) || nested.some((each) => each.items),
  };
}

/** The schemas that apply to the same value, each once. */
function partsOf(base: Schema, schemaOf: (id: SchemaId) => Schema | undefined): readonly Schema[] {
  const parts = new Set<Schema>([base]);
  for (const part of parts) for (const below of inPlace(part, schemaOf)) parts.add(below);
  return [...parts];
}

function inPlace(schema: Schema, schemaOf: (id: SchemaId) => Schema | undefined): readonly Schema[] {
  switch (schema.kind) {
    case 'reference': {
      const target = schemaOf(schema.to);
      return target ? [target] : [];
    }
    case 'object':
      return schema.dependentSchemas.map((each) => each.schema);
    case 'union':
    case 'intersection':
      return schema.members;
    case 'conditional':
      return [schema.if, schema.then, schema.else];
    case 'unevaluated':
      return [schema.base];
    case 'any':
    case 'never':
    case 'literal':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'binary':
    case 'array':
    case 'not':
      return [];
    default:
      return schema satisfies never;
  }
}
