/** A property's schema as if it had been read where the property stands, for whoever joins it with another. */
import type { ObjectSchema, Property, Schema, Twin } from '../../schema.js';
import { placeAt } from '../twins.js';

export const apart = ({ schema, twin }: Pick<Property, 'schema' | 'twin'>): Schema => (twin ? moved(schema, twin) : schema);

function moved(schema: Schema, twin: Twin): Schema {
  const inner = (below: Schema): Schema => moved(below, twin);
  const at = placeAt(schema.at, twin);
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
      return { ...schema, at };
    case 'array': {
      const { prefixItems, items, contains } = schema;
      const parts = { prefixItems: prefixItems.map(inner), items: inner(items) };
      return { ...schema, ...parts, at, ...(contains && { contains: { ...contains, schema: inner(contains.schema) } }) };
    }
    case 'object':
      return { ...movedMembers(schema, twin, inner), at };
    case 'union':
    case 'intersection':
      return { ...schema, members: schema.members.map(inner), at };
    case 'not':
      return { ...schema, schema: inner(schema.schema), at };
    case 'conditional':
      return { ...schema, if: inner(schema.if), then: inner(schema.then), else: inner(schema.else), at };
    case 'unevaluated': {
      const { base, properties, items } = schema;
      return {
        ...schema,
        base: inner(base),
        ...(properties && { properties: inner(properties) }),
        ...(items && { items: inner(items) }),
        at,
      };
    }
    default:
      return schema satisfies never;
  }
}

function movedMembers(schema: ObjectSchema, twin: Twin, inner: (below: Schema) => Schema): ObjectSchema {
  const within = <T extends { readonly schema: Schema }>(entry: T): T => ({ ...entry, schema: inner(entry.schema) });
  return {
    ...schema,
    // What a member shares with others is shared as before; only where the member stands is moved.
    properties: schema.properties.map((property) => ({
      ...(property.twin ? { ...property, twin: { ...property.twin, at: placeAt(property.twin.at, twin) } } : within(property)),
      at: placeAt(property.at, twin),
    })),
    patternProperties: schema.patternProperties.map(within),
    additionalProperties: inner(schema.additionalProperties),
    dependentSchemas: schema.dependentSchemas.map(within),
    ...(schema.propertyNames && { propertyNames: inner(schema.propertyNames) }),
  };
}
