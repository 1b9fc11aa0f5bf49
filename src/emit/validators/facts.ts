/** What is known of a schema before a value is seen. */
import type { NamedSchema, ReferenceSchema, Schema, SchemaId } from '../../model/schema.js';
import { namesWhere } from '../../model/schemas/fixed-point.js';
import { referencesOf } from '../../model/schemas/walk.js';
import { Recurrences, type Recurring } from './recurring.js';
import { recursive } from './recursion.js';
import { isTyped } from './typed.js';

export class Facts {
  private readonly schemas: ReadonlyMap<SchemaId, NamedSchema>;
  private readonly typed: ReadonlySet<SchemaId>;
  private readonly recurrences: Recurrences;
  private readonly recursive: ReadonlySet<SchemaId>;

  constructor(schemas: readonly NamedSchema[]) {
    this.schemas = new Map(schemas.map((named) => [named.id, named]));
    this.typed = namesWhere(schemas, isTyped);
    this.recurrences = new Recurrences(schemas);
    this.recursive = recursive(schemas);
  }

  /** That `undefined` fails the schema. */
  isTyped(schema: Schema): boolean {
    return isTyped(schema, this.typed);
  }

  /** True where a value of the schema can hold another of the same named schema. */
  isRecursive(schema: Schema): boolean {
    return [...referencesOf(schema)].some((id) => this.recursive.has(id));
  }

  /** The schema that a reference names. Throws where there is none: the model has declared all that it refers to. */
  target(reference: ReferenceSchema): NamedSchema {
    const named = this.schemas.get(reference.to);
    if (!named) throw new Error(`the model refers to ${reference.to} and does not declare it`);
    return named;
  }
  /** What has functions of its own, because it stands in several places. */
  recurring(schema: Schema): Recurring | undefined {
    return this.recurrences.of(schema);
  }
  /** The same by the name of one of its functions. */
  recurringBy(name: string): Recurring | undefined {
    return this.recurrences.by(name);
  }
  /** A reference to a plain string, number, boolean, null or to anything is the same as its target, and the target is shorter. */
  plain(reference: ReferenceSchema): Schema | undefined {
    let { schema } = this.target(reference);
    while (schema.kind === 'reference') schema = this.target(schema).schema;
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
      default:
        return undefined;
    }
  }
}
