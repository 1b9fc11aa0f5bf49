/** How values are taken out of the names and texts of a query, a cookie or a form. */
import type { Api, MediaType, Parameter, ParameterEncoding, ResponseHeader } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import { type Code, code, empty, join, propertyKey } from '../../print/code.js';
import {
  deepDecoder,
  described,
  fromJson,
  isForm,
  isJson,
  itemDecoder,
  record,
  scalarDecoder,
  separatorOf,
  shapeOf,
} from './decoders.js';
import { itemsOf, membersOf, resolved } from './shapes.js';

type Schemas = Pick<Api, 'schemas'>;

interface Field {
  readonly name: string;
  readonly gather: Code;
  /** It takes whatever nobody took before. */
  readonly isGreedy: boolean;
}

/** Parameters of one place. */
export function fieldsOf(parameters: readonly Parameter[], api: Schemas): Code {
  return listed(parameters.map(({ name, schema, encoding }) => fieldOf(name, schema, encoding, api)));
}

function fieldOf(name: string, schema: Schema, encoding: ParameterEncoding, api: Schemas): Field {
  if (encoding.kind === 'content')
    return { name, gather: code`runtime.one(${contentDecoder(schema, encoding, api)})`, isGreedy: false };
  const shape = shapeOf(schema, api);
  const isSpread = encoding.style !== 'deepObject' && encoding.explode && shape === 'object';
  const gather = gatherOf(schema, encoding, api);
  return {
    name,
    gather: encoding.allowEmptyValue ? code`runtime.orVacant(${gather})` : gather,
    isGreedy: isSpread && membersOf(schema, api)?.others !== undefined,
  };
}

function gatherOf(schema: Schema, encoding: Extract<ParameterEncoding, { kind: 'style' }>, api: Schemas): Code {
  if (encoding.style === 'deepObject') return code`runtime.deep(${deepDecoder(schema, api)})`;
  const shape = shapeOf(schema, api);
  switch (shape) {
    case 'list':
      return encoding.explode
        ? code`runtime.each(${itemDecoder(schema, api)})`
        : code`runtime.listed(${itemDecoder(schema, api)}${separatorOf(encoding)})`;
    case 'mixed':
      return encoding.explode
        ? code`runtime.oneOrEach(${scalarDecoder(schema, api)}, ${itemDecoder(schema, api)})`
        : code`runtime.listed(${itemDecoder(schema, api)}${separatorOf(encoding)})`;
    case 'object': {
      const { members, others } = described(schema, api);
      if (encoding.explode) return code`runtime.spread(${members}${others})`;
      const separator = separatorOf(encoding);
      return code`runtime.paired(${members}${separator !== empty && others === empty ? code`, undefined` : others}${separator})`;
    }
    case 'file':
    case 'scalar':
      return code`runtime.one(${scalarDecoder(schema, api)})`;
    default:
      return shape satisfies never;
  }
}

/** What reads the bytes of a form; `withHeaders`: and the headers of its parts. */
export function formReaderOf(media: MediaType, api: Schemas): Code {
  const { codec, schema, encoding } = media;
  if (codec.kind === 'multipart' && !codec.form) return partsReader(schema, api);
  const fields = formFields(media, api);
  const others = membersOf(schema, api)?.others;
  const rest = others && others.kind !== 'any' ? scalarDecoder(others, api) : undefined;
  if (codec.kind !== 'multipart') return code`runtime.urlencodedValue(${fields}${rest ? code`, ${rest}` : empty})`;
  const headers = encoding
    .filter((each) => each.headers.length > 0)
    .map((each) => {
      const decoders = each.headers.map((header) => code`${propertyKey(header.name, 'value')}: ${headerDecoder(header, api)}`);
      return code`${propertyKey(each.property, 'value')}: ${record(decoders)}`;
    });
  if (headers.length > 0) return code`runtime.multipartValue(${fields}, ${rest ?? code`undefined`}, ${record(headers)})`;
  return code`runtime.multipartValue(${fields}${rest ? code`, ${rest}` : empty})`;
}

/** The fields of a form: those with a style of their own, and those as forms are written without one. */
export function formFields({ schema, encoding }: Pick<MediaType, 'schema' | 'encoding'>, api: Schemas): Code {
  const fields = (membersOf(schema, api)?.properties ?? []).map((property): Field => {
    const own = encoding.find((each) => each.property === property.name);
    if (own?.encoding) return fieldOf(property.name, property.schema, own.encoding, api);
    return { name: property.name, gather: plainField(property.schema, own?.contentType, api), isGreedy: false };
  });
  return listed(fields);
}

/** Lists repeat the name, and what is deeper is JSON. */
function plainField(schema: Schema, contentType: string | undefined, api: Schemas): Code {
  const decode = (value: Schema): Code => (isJson(contentType ?? '') ? fromJson(value, api) : scalarDecoder(value, api));
  const shape = shapeOf(schema, api);
  const items = itemsOf(schema, api);
  if (shape === 'file') return code`runtime.file`;
  if ((shape !== 'list' && shape !== 'mixed') || !items) return code`runtime.one(${decode(schema)})`;
  if (shape === 'mixed') return code`runtime.oneOrEach(${decode(schema)}, ${decode(items)})`;
  return shapeOf(items, api) === 'file' ? code`runtime.files` : code`runtime.each(${decode(items)})`;
}

/** Parts without names, in their order. */
function partsReader(schema: Schema, api: Schemas): Code {
  const target = resolved(schema, api);
  const decode = (item: Schema): Code => (shapeOf(item, api) === 'file' ? code`undefined` : scalarDecoder(item, api));
  if (target.kind !== 'array') return code`runtime.partsValue([], undefined)`;
  return code`runtime.partsValue([${join(target.prefixItems.map(decode), ', ')}], ${decode(target.items)})`;
}

const listed = (fields: readonly Field[]): Code =>
  code`[${join(
    [...fields.filter((field) => !field.isGreedy), ...fields.filter((field) => field.isGreedy)].map(
      ({ name, gather }) => code`[${name}, ${gather}]`,
    ),
    ', ',
  )}]`;

/** For a header, which is one text. */
export function headerDecoder(
  { name, schema, encoding }: Pick<ResponseHeader, 'name' | 'schema' | 'encoding'>,
  api: Schemas,
): Code {
  if (encoding.kind === 'content') return contentDecoder(schema, encoding, api);
  // Lines, not items parted by commas, which stand in dates.
  const separator = name.toLowerCase() === 'set-cookie' ? code`, ${'\n'}` : empty;
  const shape = shapeOf(schema, api);
  if (shape === 'list') return code`runtime.listOf(${itemDecoder(schema, api)}${separator})`;
  if (shape !== 'object') return scalarDecoder(schema, api);
  const members = described(schema, api);
  const filler = separator !== empty && members.others === empty ? code`, undefined` : members.others;
  return encoding.explode
    ? code`runtime.explodedOf(${members.members}${filler}${separator})`
    : code`runtime.objectOf(${members.members}${members.others})`;
}

export function contentDecoder(schema: Schema, { mediaType }: { readonly mediaType: string }, api: Schemas): Code {
  if (isForm(mediaType)) return code`runtime.fromForm(${formFields({ schema, encoding: [] }, api)})`;
  return isJson(mediaType) ? fromJson(schema, api) : code`runtime.asText`;
}
