/**
 * What a schema lets a value be, through references, unions and their like: as much as it takes to read it from texts. A schema that holds
 * itself in place, a union among whose members it is, has been refused before.
 */
import type { Api } from '../../model/api.js';
import type { Json, NamedSchema, ObjectSchema, Schema } from '../../model/schema.js';

type Schemas = Pick<Api, 'schemas'>;
/** `bigint` is an integer beyond what a number holds, `binary` a file. */
export type Type = 'null' | 'boolean' | 'number' | 'bigint' | 'string' | 'array' | 'object' | 'binary';
const ALL: readonly Type[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** The types that a value can be of; more than are possible where it takes more than this to tell. */
export function typesOf(schema: Schema, api: Schemas): ReadonlySet<Type> {
  const target = resolved(schema, api);
  const within = (below: Schema): ReadonlySet<Type> => typesOf(below, api);
  switch (target.kind) {
    case 'null':
    case 'boolean':
    case 'binary':
      return new Set([target.kind]);
    case 'number':
      return new Set(target.typed ? [target.as] : ALL);
    case 'string':
    case 'array':
    case 'object':
      return new Set(target.typed ? [target.kind] : ALL);
    case 'literal':
      return new Set(target.values.map(typeOf));
    case 'union':
      return new Set(target.members.flatMap((member) => [...within(member)]));
    case 'intersection': {
      const [first = new Set(ALL), ...others] = target.members.map(within);
      return new Set([...first].filter((type) => others.every((types) => types.has(type))));
    }
    case 'unevaluated':
      return within(target.base);
    case 'never':
      return new Set();
    case 'any':
    case 'not':
    case 'conditional':
    case 'reference':
      return new Set(ALL);
    default:
      return target satisfies never;
  }
}

function typeOf(value: Json): Type {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'object' || type === 'number' || type === 'boolean' ? type : 'string';
}

/** What the items of a list are; undefined where no list is described. */
export function itemsOf(schema: Schema, api: Schemas): Schema | undefined {
  const items = partsOf(schema, api).flatMap((part) =>
    part.kind === 'array' ? [...part.prefixItems, ...(part.items.kind === 'never' ? [] : [part.items])] : [],
  );
  return anyOf(items);
}

export interface Described {
  readonly properties: readonly { readonly name: string; readonly schema: Schema }[];
  /** Of the members without a property of their own; undefined where nothing is said of them. */
  readonly others: Schema | undefined;
}

/** What the members of an object are; undefined where no object is described. */
export function membersOf(schema: Schema, api: Schemas): Described | undefined {
  const objects = partsOf(schema, api).filter((part): part is ObjectSchema => part.kind === 'object');
  if (objects.length === 0) return undefined;
  const properties = new Map<string, Schema[]>();
  for (const property of objects.flatMap((each) => each.properties))
    properties.set(property.name, [...(properties.get(property.name) ?? []), property.schema]);
  const others = objects.flatMap(({ patternProperties, additionalProperties, additionalImplied }) => [
    ...patternProperties.map((each) => each.schema),
    ...(additionalImplied || additionalProperties.kind === 'never' ? [] : [additionalProperties]),
  ]);
  return {
    properties: [...properties].flatMap(([name, schemas]) => {
      const schema = anyOf(schemas);
      return schema ? [{ name, schema }] : [];
    }),
    // An object of which nothing is said at all is one of whatever comes.
    others: anyOf(others) ?? (properties.size === 0 ? objects[0]?.additionalProperties : undefined),
  };
}

/** The members of unions and their like, as deep as they go. */
export function partsOf(schema: Schema, api: Schemas): readonly Schema[] {
  const target = resolved(schema, api);
  const within = (below: Schema): readonly Schema[] => partsOf(below, api);
  switch (target.kind) {
    case 'union':
    case 'intersection':
      return target.members.flatMap(within);
    case 'unevaluated':
      return within(target.base);
    default:
      return [target];
  }
}

function anyOf(members: readonly Schema[]): Schema | undefined {
  const [first, ...others] = members;
  return first && others.length > 0 ? { kind: 'union', mode: 'anyOf', members, at: first.at } : first;
}

/** Through references; one that only leads back to itself stays what it is. */
export function resolved(schema: Schema, { schemas }: Schemas): Schema {
  const visited = new Set<string>();
  let target = schema;
  while (target.kind === 'reference' && !visited.has(target.to)) {
    visited.add(target.to);
    target = indexOf(schemas).get(target.to) ?? { kind: 'any', at: target.at };
  }
  return target;
}

const indexes = new WeakMap<readonly NamedSchema[], ReadonlyMap<string, Schema>>();
function indexOf(schemas: readonly NamedSchema[]): ReadonlyMap<string, Schema> {
  const known = indexes.get(schemas) ?? new Map(schemas.map(({ id, schema }) => [id, schema]));
  indexes.set(schemas, known);
  return known;
}
