/** What is known of a schema before a value is seen. */
import type { NamedSchema, ReferenceSchema, Schema, SchemaId } from '../../model/schema.js';

export class Facts {
  private readonly schemas: ReadonlyMap<SchemaId, NamedSchema>;

  constructor(schemas: readonly NamedSchema[]) {
    this.schemas = new Map(schemas.map((named) => [named.id, named]));
  }

  /** The schema that a reference names. Throws where there is none: the model has declared all that it refers to. */
  target(reference: ReferenceSchema): NamedSchema {
    const named = this.schemas.get(reference.to);
    if (!named) throw new Error(`the model refers to ${reference.to} and does not declare it`);
    return named;
  }
  /** A reference to a plain string, number, boolean, null or to anything is the same as its target, and the target is shorter. */
  plain(reference: ReferenceSchema): Schema | undefined {
    const { schema } = this.target(reference);
    switch (schema.kind) {
      case 'any':
      case 'never':
      case 'null':
      case 'boolean':
        return schema;
      case 'string':
        return schema.minLength === undefined && schema.maxLength === undefined && !schema.pattern && !schema.format?.asserted
          ? schema
          : undefined;
      case 'reference':
        return this.plain(schema);
      default:
        return undefined;
    }
  }
}
