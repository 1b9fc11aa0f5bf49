/**
 * A schema without its freedom of spelling: the ways in which a value may be, each an assertion about one JSON type.
 *
 * References are followed, unions flattened, intersections joined, `enum` and `const` gathered, `null` parted from what it was
 * written beside. So an extraction to `$ref`, an `allOf` of one, `anyOf` for `oneOf` and both spellings of null have one shape.
 */
import type {
  Discriminator,
  Json,
  LiteralSchema,
  NamedSchema,
  ReferenceSchema,
  Schema,
  SchemaId,
} from '../../../model/schema.js';
import { canonical, exact } from '../canonical.js';
import { join } from './join.js';
import { takes } from './takes.js';

/** A schema that asserts something about values of one JSON type at most. */
export type Plain = Exclude<
  Schema,
  { kind: 'reference' | 'union' | 'intersection' | 'not' | 'conditional' | 'unevaluated' | 'never' }
>;

export interface Alternative {
  readonly schema: Plain;
  /** The declaration that led here, the innermost. */
  readonly name: NamedSchema | undefined;
  /** What else holds and fits no JSON type: `not`, `if`, `unevaluated…`. */
  readonly conditions: readonly Schema[];
}

export interface Shape {
  readonly alternatives: readonly Alternative[];
  readonly discriminator: Discriminator | undefined;
}

/** More alternatives than this from one `allOf` of unions are not multiplied out; its last members are then compared as they are written. */
const LARGEST_PRODUCT = 64;

export class Shapes {
  private readonly declarations: ReadonlyMap<SchemaId, NamedSchema>;
  /** By what they declare: a declaration is known as itself whether a reference led to it or not. */
  private readonly declared: ReadonlyMap<Schema, NamedSchema>;
  private readonly shapes = new WeakMap<Schema, Shape>();

  constructor(schemas: readonly NamedSchema[]) {
    this.declarations = new Map(schemas.map((schema) => [schema.id, schema]));
    this.declared = new Map(schemas.map((schema) => [schema.schema, schema]));
  }

  /** Where a chain of references ends: the declaration with a definition of its own, or the schema itself. */
  resolve(schema: Schema): { readonly schema: Schema; readonly name: NamedSchema | undefined } {
    let name: NamedSchema | undefined;
    let current = schema;
    const visited = new Set<SchemaId>();
    while (current.kind === 'reference' && !visited.has(current.to)) {
      visited.add(current.to);
      const next = this.declarations.get(current.to);
      if (!next) break;
      name = next;
      current = next.schema;
    }
    return { schema: current, name };
  }

  of(schema: Schema): Shape {
    const known = this.shapes.get(schema);
    if (known) return known;
    const shape: Shape = { alternatives: tidy(this.expand(schema, new Set())), discriminator: this.discriminatorOf(schema) };
    this.shapes.set(schema, shape);
    return shape;
  }

  private discriminatorOf(schema: Schema): Discriminator | undefined {
    const resolved = this.resolve(schema).schema;
    if (resolved.kind !== 'union') return undefined;
    if (resolved.discriminator) return resolved.discriminator;
    // `{ oneOf: [{ oneOf: […], discriminator }, { type: 'null' }] }`, as a nullable union is written.
    const inner = resolved.members.map((member) => this.resolve(member).schema).filter((member) => member.kind === 'union');
    return inner.length === 1 && inner[0] !== resolved ? inner[0]?.discriminator : undefined;
  }

  private expand(schema: Schema, trail: ReadonlySet<SchemaId>): readonly Alternative[] {
    switch (schema.kind) {
      case 'reference':
        return this.expandReference(schema, trail);
      case 'never':
        return [];
      case 'union':
        return distinct(
          schema.members.flatMap((member, i) => this.expand(member, trail).map((one) => tagged(one, schema.discriminator, i))),
        );
      case 'intersection':
        return this.expandIntersection(schema.members, trail);
      case 'not':
      case 'conditional':
        return [{ schema: { kind: 'any', at: schema.at }, name: undefined, conditions: [schema] }];
      case 'unevaluated':
        return this.expand(schema.base, trail).map((alternative) => unevaluated(alternative, schema));
      case 'literal':
        return expandLiteral(schema);
      case 'any':
      case 'null':
      case 'boolean':
      case 'number':
      case 'string':
      case 'array':
      case 'object':
      case 'binary':
        return [{ schema, name: this.declared.get(schema), conditions: [] }];
      default:
        return schema satisfies never;
    }
  }

  private expandReference(schema: ReferenceSchema, trail: ReadonlySet<SchemaId>): readonly Alternative[] {
    const declaration = this.declarations.get(schema.to);
    if (!declaration || trail.has(schema.to)) return [];
    return this.expand(declaration.schema, new Set([...trail, schema.to])).map((alternative) => ({
      ...alternative,
      name: alternative.name ?? declaration,
    }));
  }

  private expandIntersection(members: readonly Schema[], trail: ReadonlySet<SchemaId>): readonly Alternative[] {
    let product: readonly Alternative[] = [
      { schema: { kind: 'any', at: members[0]?.at ?? '#' }, name: undefined, conditions: [] },
    ];
    for (const member of members) {
      const alternatives = this.expand(member, trail);
      if (product.length * alternatives.length > LARGEST_PRODUCT) {
        product = product.map((one) => ({ ...one, conditions: [...one.conditions, member] }));
      } else {
        product = product.flatMap((one) => alternatives.flatMap((other) => join(one, other) ?? []));
      }
    }
    return product;
  }
}

/** Unions that name each other reach the same form by many ways. */
function distinct(alternatives: readonly Alternative[]): readonly Alternative[] {
  const seen = new Set<Plain>();
  return alternatives.filter(({ schema, conditions }) => {
    if (conditions.length > 0) return true;
    if (seen.has(schema)) return false;
    seen.add(schema);
    return true;
  });
}

/** The values that select a member are those that its property has, as the types say. */
function tagged(alternative: Alternative, discriminator: Discriminator | undefined, member: number): Alternative {
  const { schema } = alternative;
  if (!discriminator || schema.kind !== 'object') return alternative;
  const values = discriminator.mapping.filter((one) => one.member === member).map((one) => one.value);
  if (values.length === 0) return alternative;
  const properties = schema.properties.map((property) => {
    // A property that lists its values itself needs nobody to say them.
    if (property.name !== discriminator.property || property.schema.kind === 'literal') return property;
    const { schema: declared } = property;
    const literal = { kind: 'literal', values, at: declared.at } as const;
    const isPlain = declared.kind === 'string' || declared.kind === 'any';
    return {
      ...property,
      schema: isPlain ? literal : ({ kind: 'intersection', members: [declared, literal], at: declared.at } as const),
    };
  });
  return { ...alternative, schema: { ...schema, properties } };
}

/** `unevaluatedProperties` beside an object that is known in full is `additionalProperties`; elsewhere it stays a condition. */
function unevaluated(alternative: Alternative, schema: Extract<Schema, { kind: 'unevaluated' }>): Alternative {
  const { schema: plain } = alternative;
  if (plain.kind === 'object' && schema.properties && !schema.items && alternative.conditions.length === 0) {
    return plain.additionalImplied
      ? { ...alternative, schema: { ...plain, additionalProperties: schema.properties, additionalImplied: false } }
      : alternative;
  }
  return { ...alternative, conditions: [...alternative.conditions, schema] };
}

function expandLiteral(schema: LiteralSchema): readonly Alternative[] {
  const out: Alternative[] = [];
  const put = (plain: Plain): number => out.push({ schema: plain, name: undefined, conditions: [] });
  const isBoolean = schema.values.includes(true) && schema.values.includes(false);
  const values = schema.values.filter((value) => value !== null && !(isBoolean && typeof value === 'boolean'));
  if (values.length) put({ ...schema, values });
  if (isBoolean) put({ kind: 'boolean', at: schema.at });
  if (schema.values.includes(null)) put({ kind: 'null', at: schema.at });
  return out;
}

/** Alternatives that others take in are left out; literals become one. Order is the document's, which comparing does not depend on. */
function tidy(alternatives: readonly Alternative[]): readonly Alternative[] {
  const everything = alternatives.find((one) => one.schema.kind === 'any' && one.conditions.length === 0);
  if (everything) return [everything];
  const out: Alternative[] = [];
  const seen = new Set<string>();
  const literals: { at: LiteralSchema; name: NamedSchema | undefined; values: Map<string, Json>; open: boolean }[] = [];
  for (const alternative of alternatives) {
    const { schema, conditions, name } = alternative;
    if (schema.kind === 'literal' && conditions.length === 0) {
      const all = literals[0] ?? { at: schema, name, values: new Map<string, Json>(), open: false };
      if (!literals.length) literals.push(all);
      for (const value of schema.values) all.values.set(exact(value), value);
      all.open ||= schema.open === true;
      continue;
    }
    // Objects and arrays are told apart by reference or by comparing; what is flat, by its text.
    const flat = schema.kind !== 'object' && schema.kind !== 'array';
    const key =
      flat || name ? `${schema.kind} ${name?.id ?? ''} ${flat ? canonical(schema) : ''} ${canonical(conditions)}` : undefined;
    if (key !== undefined && !name && seen.has(key)) continue;
    if (key !== undefined) seen.add(key);
    out.push(alternative);
  }
  const [all] = literals;
  if (!all) return out;
  const free = [...all.values.values()].filter((value) => !out.some((one) => takes(one, value)));
  if (free.length === 0) return out;
  const values = free.sort((a, b) => (exact(a) < exact(b) ? -1 : 1));
  const schema: LiteralSchema = { kind: 'literal', at: all.at.at, values, ...(all.open ? { open: true } : {}) };
  return [{ schema, name: all.name, conditions: [] }, ...out];
}
