/** How a text becomes a value of a schema: which of the runtime's decoders. */
import type { Api, MediaType, ParameterEncoding } from '../../model/api.js';
import type { Json, NamedSchema, ObjectSchema, Schema } from '../../model/schema.js';
import { type Code, code, empty, join, propertyKey } from '../../print/code.js';
import { exactJsonOf } from './exact.js';

export interface Decoder {
  /** For the whole text. */
  readonly whole: Code;
  /** For one item, where the value is a list whose name can be repeated. */
  readonly item?: Code;
}

export function decoderOf(schema: Schema, encoding: ParameterEncoding, api: Pick<Api, 'schemas'>): Decoder {
  if (encoding.kind === 'content')
    return { whole: /[/+]json\b/i.test(encoding.mediaType) ? fromJson(schema, api) : code`runtime.asText` };
  const target = resolved(schema, api);
  if (target.kind === 'array') {
    const item = scalarDecoder(target.items, api);
    const separator = SEPARATORS[encoding.style];
    return { item, whole: separator === undefined ? code`runtime.listOf(${item})` : code`runtime.listOf(${item}, ${separator})` };
  }
  if (target.kind === 'object')
    return { whole: code`runtime.objectOf(${memberDecoders(target, api)}${encoding.explode ? code`, true` : empty})` };
  return { whole: scalarDecoder(target, api) };
}
const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** Decoders for what is in a `deepObject`, as deep as the schema goes without leading back to itself. */
export function deepMembersOf(schema: Schema, api: Pick<Api, 'schemas'>, above: ReadonlySet<Schema> = new Set()): Code {
  const target = resolved(schema, api);
  const within = (below: Schema): Code => deepMembersOf(below, api, new Set([...above, target]));
  if (above.has(target)) return code`{}`;
  if (target.kind === 'array') return code`[${within(target.items)}]`;
  if (target.kind !== 'object') return scalarDecoder(target, api);
  const members = target.properties.map((property) => code`${propertyKey(property.name, 'value')}: ${within(property.schema)}`);
  return members.length === 0 ? code`{}` : code`{ ${join(members, ', ')} }`;
}

/** Decoders by name, for the members of a form or of an object. */
function memberDecoders(schema: ObjectSchema, api: Pick<Api, 'schemas'>): Code {
  const members = schema.properties.map(
    (property) => code`${propertyKey(property.name, 'value')}: ${scalarDecoder(property.schema, api)}`,
  );
  return members.length === 0 ? code`{}` : code`{ ${join(members, ', ')} }`;
}

/** How the fields of a form become an object: the decoders, and the names of those that are lists. */
export function formOf(
  { schema, encoding }: MediaType,
  api: Pick<Api, 'schemas'>,
): { readonly decoders: Code; readonly lists: Code } {
  const target = resolved(schema, api);
  if (target.kind !== 'object') return { decoders: code`{}`, lists: code`[]` };
  const isJson = (name: string): boolean =>
    encoding.some(({ property, contentType }) => property === name && /[/+]json\b/i.test(contentType ?? ''));
  // A list that is one field: `a=1,2`.
  const separators = new Map(
    encoding.flatMap(({ property, encoding }) =>
      encoding?.kind === 'style' && !encoding.explode ? [[property, SEPARATORS[encoding.style] ?? ','] as const] : [],
    ),
  );
  const fields = target.properties.map((property) => ({ ...property, schema: resolved(property.schema, api) }));
  // Bytes stay the files that they are.
  const decoders = fields
    .filter(({ schema }) => itemOf(schema, api).kind !== 'binary')
    .map(({ name, schema }) => {
      const separator = schema.kind === 'array' ? separators.get(name) : undefined;
      const one = isJson(name) ? fromJson(schema, api) : scalarDecoder(itemOf(schema, api), api);
      const decoder = separator === undefined ? one : code`runtime.listOf(${one}, ${separator})`;
      return code`${propertyKey(name, 'value')}: ${decoder}`;
    });
  const lists = fields
    .filter(({ name, schema }) => schema.kind === 'array' && !separators.has(name))
    .map(({ name }) => code`${name}`);
  return { decoders: decoders.length === 0 ? code`{}` : code`{ ${join(decoders, ', ')} }`, lists: code`[${join(lists, ', ')}]` };
}

const itemOf = (schema: Schema, api: Pick<Api, 'schemas'>): Schema =>
  schema.kind === 'array' ? resolved(schema.items, api) : schema;

function scalarDecoder(schema: Schema, api: Pick<Api, 'schemas'>): Code {
  const target = resolved(schema, api);
  switch (target.kind) {
    case 'number':
      return target.as === 'bigint'
        ? code`runtime.asBigInt`
        : target.as === 'string'
          ? code`runtime.asText`
          : code`runtime.asNumber`;
    case 'boolean':
      return code`runtime.asBoolean`;
    case 'null':
      return code`runtime.asScalar`;
    case 'array':
    case 'object':
      return fromJson(target, api);
    case 'literal':
      return byTypes(target.values.map(typeOf), code`runtime.fromJson()`);
    case 'union':
    case 'intersection':
      return byTypes(
        target.members.map((member) => resolved(member, api).kind),
        fromJson(target, api),
      );
    case 'unevaluated':
      return scalarDecoder(target.base, api);
    case 'any':
    case 'never':
    case 'string':
    case 'binary':
    case 'not':
    case 'conditional':
    case 'reference':
      return code`runtime.asText`;
    default:
      return target satisfies never;
  }
}

function fromJson(schema: Schema, api: Pick<Api, 'schemas'>): Code {
  return code`runtime.fromJson(${exactJsonOf(schema, api) ?? empty})`;
}

const typeOf = (value: Json): string => (value === null ? 'null' : typeof value);

/** Where text is possible it stays text: `"1"` is as good a text as any. */
function byTypes(types: readonly string[], json: Code): Code {
  if (types.includes('string') || types.includes('literal')) return code`runtime.asText`;
  if (types.some((type) => type === 'array' || type === 'object')) return json;
  return code`runtime.asScalar`;
}

/** Through references; one that only leads back to itself stays what it is. */
export function resolved(schema: Schema, { schemas }: Pick<Api, 'schemas'>): Schema {
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
