/** The call that puts the body into a request. */
import type { Api, MediaType, PropertyEncoding, RequestBody } from '../../model/api.js';
import type { Schema, SchemaId } from '../../model/schema.js';
import { type Code, code, derived, empty, join, propertyKey } from '../../print/code.js';
import { isJson, type Shape, shapeOf } from './decoders.js';
import { exactJson, exactJsonOf } from './exact.js';
import { styleOf } from './parameters.js';
import { itemsOf, membersOf } from './shapes.js';

export function bodyEncoder(body: RequestBody | undefined, api: Pick<Api, 'schemas'>): readonly Code[] {
  const [first, ...others] = body?.content ?? [];
  if (!first) return [];
  if (others.length === 0) return [encoderOf(first, api)];
  const choices = [first, ...others].map((media) => code`[${media.name}, ${encoderOf(media, api)}]`);
  return [code`runtime.bodyChoice(${join(choices, ', ')})`];
}

/** The encoder of one media type: of a request, and of a handler's reply. */
export function encoderOf(media: MediaType, api: Pick<Api, 'schemas'>): Code {
  const { codec } = media;
  const name = concreteOf(media);
  switch (codec.kind) {
    case 'json': {
      const exact = exactJson(media.validator, api);
      return exact ? code`runtime.jsonBody(${name}, ${exact})` : code`runtime.jsonBody(${name})`;
    }
    case 'text':
    case 'binary':
      return code`runtime.rawBody(${name})`;
    case 'urlencoded':
      return code`runtime.urlencodedBody(${name}${options(forms(media, api, formStyle))})`;
    case 'multipart':
      return code`runtime.multipartBody(${name}${options(forms(media, api, part))})`;
    case 'sequence':
      return code`runtime.sequenceBody(${name}, ${framed(codec, exactJson(media.validator, api))}${validating(media.validator)})`;
    default:
      return codec satisfies never;
  }
}

/** What is stated of a body whose media type is a range: a range is no type. Of bytes a `Blob` may know better at run time. */
export function concreteOf({ name, codec: { kind } }: MediaType): string {
  if (!name.includes('*')) return name;
  return kind === 'json'
    ? 'application/json'
    : kind === 'text'
      ? 'text/plain'
      : kind === 'multipart'
        ? 'multipart/form-data'
        : name;
}

function framed({ framing, json }: Extract<MediaType['codec'], { kind: 'sequence' }>, exact: Code = empty): Code {
  switch (framing) {
    case 'json-lines':
      return code`runtime.jsonLine(${exact})`;
    case 'json-seq':
      return code`runtime.jsonRecord(${exact})`;
    case 'sse':
      return json ? code`runtime.jsonEvent(${exact})` : code`runtime.eventFields`;
    default:
      return framing satisfies never;
  }
}

const validating = (validator: SchemaId | undefined): Code =>
  validator === undefined ? empty : code`, validators.${derived('check', validator)}`;

function options(members: readonly (Code | undefined)[]): Code {
  const present = members.filter((member) => member !== undefined);
  return present.length === 0 ? empty : code`, { ${join(present, ', ')} }`;
}

/** What is to be said of each property: those with an Encoding Object, and those whose JSON needs more than `JSON`. */
function forms(media: MediaType, api: Pick<Api, 'schemas'>, of: (form: Form) => Code | undefined): readonly (Code | undefined)[] {
  const properties = membersOf(media.schema, api)?.properties ?? [];
  const names = [...new Set([...media.encoding.map(({ property }) => property), ...properties.map(({ name }) => name)])];
  return names.map((property) => {
    const schema = properties.find(({ name }) => name === property)?.schema ?? { kind: 'any', at: media.at };
    const encoding = media.encoding.find((each) => each.property === property);
    // A list is one value for each item.
    const item = itemsOf(schema, api) ?? schema;
    const isJsonText = isJson(encoding?.contentType ?? '') || !TEXTS.has(shapeOf(item, api));
    const exact = isJsonText ? exactJsonOf(item, api) : undefined;
    const described = of({ schema, encoding, exact, api });
    return described && code`${propertyKey(property, 'value')}: ${described}`;
  });
}
const TEXTS: ReadonlySet<Shape> = new Set(['file', 'scalar'] as const);

interface Form {
  readonly schema: Schema;
  readonly encoding: PropertyEncoding | undefined;
  readonly exact: Code | undefined;
  readonly api: Pick<Api, 'schemas'>;
}

/** A style that the document spells out goes before a content type (3.2, Encoding Object). */
function formStyle({ schema, encoding, exact, api }: Form): Code | undefined {
  const style = encoding?.encoding;
  if (style) {
    const written = styleOf(style, schema, true, api);
    return style.kind === 'style' && style.allowReserved ? code`[${written}, runtime.reservedInForm]` : written;
  }
  if (!exact && !isJson(encoding?.contentType ?? '')) return undefined;
  const json = code`runtime.asJson(${exact ?? empty})`;
  return itemsOf(schema, api) ? code`runtime.itemwise(${json})` : json;
}

function part({ schema, encoding, exact, api }: Form): Code | undefined {
  const { contentType, encoding: style, headers = [] } = encoding ?? {};
  const named = headers.map(
    (header) => code`${propertyKey(header.name, 'value')}: ${styleOf(header.encoding, header.schema, false, api)}`,
  );
  const members = [
    ...(contentType === undefined ? [] : [code`contentType: ${contentType}`]),
    ...(style ? [code`style: ${styleOf(style, schema, true, api)}`] : []),
    ...(named.length > 0 ? [code`headers: { ${join(named, ', ')} }`] : []),
    ...(exact ? [code`json: ${exact}`] : []),
  ];
  return members.length === 0 ? undefined : code`{ ${join(members, ', ')} }`;
}
