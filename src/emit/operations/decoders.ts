/** How a text becomes a value of a schema: which of the runtime's decoders. */
import type { Api, ParameterEncoding } from '../../model/api.js';
import { essence } from '../../model/operations/codec.js';
import type { Schema } from '../../model/schema.js';
import { type Code, code, empty, join, propertyKey } from '../../print/code.js';
import { exactJsonOf } from './exact.js';
import { type Described, itemsOf, membersOf, partsOf, typesOf } from './shapes.js';

type Schemas = Pick<Api, 'schemas'>;

export const isJson = (mediaType: string): boolean => /[/+]json\b/i.test(mediaType);
export const isForm = (mediaType: string): boolean => essence(mediaType) === 'application/x-www-form-urlencoded';

/** `mixed`: a list or something else. Null has no text of its own and decides nothing. */
export type Shape = 'list' | 'object' | 'file' | 'mixed' | 'scalar';

export function shapeOf(schema: Schema, api: Schemas): Shape {
  const types = [...typesOf(schema, api)].filter((type) => type !== 'null');
  const [first, ...others] = types;
  if (first === 'binary') return 'file';
  if (types.includes('array') && itemsOf(schema, api)) return others.length === 0 ? 'list' : 'mixed';
  return first === 'object' && others.length === 0 && membersOf(schema, api) ? 'object' : 'scalar';
}

/** Of the items of a list. */
export function itemDecoder(schema: Schema, api: Schemas): Code {
  const items = itemsOf(schema, api);
  return items ? scalarDecoder(items, api) : code`runtime.asText`;
}

/** The decoders of an object's members, and of others where something is said of them, as the argument after it. */
export function described(schema: Schema, api: Schemas): { readonly members: Code; readonly others: Code } {
  const { properties, others }: Described = membersOf(schema, api) ?? { properties: [], others: undefined };
  return {
    members: record(properties.map((each) => code`${propertyKey(each.name, 'value')}: ${scalarDecoder(each.schema, api)}`)),
    others: others ? code`, ${scalarDecoder(others, api)}` : empty,
  };
}

/** For what is in a `deepObject`, as deep as the schema goes without leading back to itself. */
export function deepDecoder(schema: Schema, api: Schemas, above: ReadonlySet<Schema> = new Set()): Code {
  const parts = partsOf(schema, api).filter(({ kind }) => kind === 'object' || kind === 'array');
  if (parts.some((part) => above.has(part))) return code`runtime.deepMembers({})`;
  const within = (below: Schema): Code => deepDecoder(below, api, new Set([...above, ...parts]));
  const shape = shapeOf(schema, api);
  const items = itemsOf(schema, api);
  if (shape === 'list' && items) return code`runtime.deepList(${within(items)})`;
  const members = membersOf(schema, api);
  if (shape !== 'object' || !members) return code`runtime.deepText(${scalarDecoder(schema, api)})`;
  const others = members.others ? code`, ${within(members.others)}` : empty;
  return code`runtime.deepMembers(${record(
    members.properties.map((each) => code`${propertyKey(each.name, 'value')}: ${within(each.schema)}`),
  )}${others})`;
}

/** For a text that is no list and no object of texts: those are JSON in it. Where text is possible it stays text: `"1"` is as good a text as any. */
export function scalarDecoder(schema: Schema, api: Schemas): Code {
  const types = typesOf(schema, api);
  if (types.has('string') || types.has('binary')) return code`runtime.asText`;
  if (types.has('array') || types.has('object')) return fromJson(schema, api);
  const [first, ...others] = [...types].filter((type) => type !== 'null');
  if (first === 'bigint') return code`runtime.asBigInt`;
  if (first === undefined || others.length > 0 || types.has('null')) return code`runtime.asScalar`;
  return first === 'number' ? code`runtime.asNumber` : code`runtime.asBoolean`;
}

export function fromJson(schema: Schema, api: Schemas): Code {
  return code`runtime.fromJson(${exactJsonOf(schema, api) ?? empty})`;
}

export function record(rows: readonly Code[]): Code {
  return rows.length === 0 ? code`{}` : code`{ ${join(rows, ', ')} }`;
}

/** Of a parameter that is written in a style: what parts its items or pairs where they are one text, as the argument after. */
export function separatorOf(encoding: ParameterEncoding): Code {
  if (encoding.kind !== 'style') return empty;
  const { style } = encoding;
  return style === 'spaceDelimited' ? code`, ${' '}` : style === 'pipeDelimited' ? code`, ${'|'}` : empty;
}
