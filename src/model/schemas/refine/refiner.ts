/**
 * Makes the schema that is printed out of a draft, for one way of reading it: references lead to the variant of that way,
 * members that may not be sent or received are gone, types that go without saying are stated, contradictions are resolved.
 *
 * Looks at drafts only, never at its own results, so that the outcome does not depend on what was refined before.
 */
import type { Pointer } from '../../../diagnostics.js';
import type { Context } from '../../node.js';
import type { ObjectSchema, Schema, SchemaId, UnionSchema } from '../../schema.js';
import type { Declarations } from '../declarations.js';
import type { RawDiscriminator } from '../read/discriminator.js';
import { conjunction, union } from '../shape.js';
import type { Reading } from '../variants.js';

export class Refiner {
  readonly context: Context;
  readonly declarations: Declarations;
  readonly discriminators: ReadonlyMap<Pointer, RawDiscriminator>;
  private readonly reach: (id: SchemaId, reading: Reading) => SchemaId;

  constructor(
    context: Context,
    declarations: Declarations,
    discriminators: ReadonlyMap<Pointer, RawDiscriminator>,
    reach: (id: SchemaId, reading: Reading) => SchemaId,
  ) {
    this.context = context;
    this.declarations = declarations;
    this.discriminators = discriminators;
    this.reach = reach;
  }

  isAmbiguous(_union: UnionSchema): boolean {
    return false;
  }

  refine(schema: Schema, reading: Reading): Schema {
    switch (schema.kind) {
      case 'any':
      case 'never':
      case 'literal':
      case 'null':
      case 'boolean':
      case 'number':
      case 'string':
      case 'binary':
        return schema;
      case 'reference':
        return { ...schema, to: this.reach(schema.to, reading) };
      case 'array':
        return {
          ...schema,
          prefixItems: schema.prefixItems.map((item) => this.refine(item, reading)),
          items: this.refine(schema.items, reading),
          ...(schema.contains && { contains: { ...schema.contains, schema: this.refine(schema.contains.schema, reading) } }),
        };
      case 'object':
        return this.object(schema, reading);
      case 'union': {
        const members = schema.members.map((member) => this.refine(member, reading));
        return { ...union(schema.mode, members, schema.at), ...(schema.docs && { docs: schema.docs }) };
      }
      case 'intersection': {
        const all = conjunction(
          schema.members.map((member) => this.refine(member, reading)),
          schema.at,
        );
        return schema.docs ? { ...all, docs: schema.docs } : all;
      }
      case 'not':
        return { ...schema, schema: this.refine(schema.schema, 'letter') };
      case 'conditional':
        return {
          ...schema,
          if: this.refine(schema.if, 'letter'),
          // biome-ignore lint/suspicious/noThenProperty: the keyword's name; nobody awaits a schema
          then: this.refine(schema.then, reading),
          else: this.refine(schema.else, reading),
        };
      case 'unevaluated':
        return {
          ...schema,
          base: this.refine(schema.base, reading),
          ...(schema.properties && { properties: this.refine(schema.properties, reading) }),
          ...(schema.items && { items: this.refine(schema.items, reading) }),
        };
      default:
        return schema satisfies never;
    }
  }

  private object(schema: ObjectSchema, reading: Reading): Schema {
    const left = reading === 'request' ? 'readOnly' : reading === 'response' ? 'writeOnly' : undefined;
    return {
      ...schema,
      properties: schema.properties
        .filter(({ access }) => access === undefined || access !== left)
        .map((property) => ({ ...property, schema: this.refine(property.schema, reading) })),
      patternProperties: schema.patternProperties.map((entry) => ({ ...entry, schema: this.refine(entry.schema, reading) })),
      additionalProperties: this.refine(schema.additionalProperties, reading),
      dependentSchemas: schema.dependentSchemas.map((entry) => ({ ...entry, schema: this.refine(entry.schema, reading) })),
      ...(schema.propertyNames && { propertyNames: this.refine(schema.propertyNames, reading) }),
    };
  }
}
