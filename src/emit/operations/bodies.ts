/** The call that puts the body into a request. */
import type { Api, MediaType, PropertyEncoding, RequestBody } from '../../model/api.js';
import type { SchemaId } from '../../model/schema.js';
import { type Code, code, derived, empty, join, propertyKey } from '../../print/code.js';
import { exactJson } from './exact.js';
import { styleOf } from './parameters.js';

export function bodyEncoder(body: RequestBody | undefined, api: Pick<Api, 'schemas'>): readonly Code[] {
  const [first, ...others] = body?.content ?? [];
  if (!first) return [];
  if (others.length === 0) return [encoderOf(first, api)];
  const choices = [first, ...others].map((media) => code`[${media.name}, ${encoderOf(media, api)}]`);
  return [code`runtime.bodyChoice(${join(choices, ', ')})`];
}

/** The encoder of one media type: of a request, and of a handler's reply. */
export function encoderOf(media: MediaType, api: Pick<Api, 'schemas'>): Code {
  const { codec, name } = media;
  switch (codec.kind) {
    case 'json': {
      const exact = exactJson(media.validator, api);
      return exact ? code`runtime.jsonBody(${name}, ${exact})` : code`runtime.jsonBody(${name})`;
    }
    case 'text':
    case 'binary':
      return code`runtime.rawBody(${name})`;
    case 'urlencoded':
      return code`runtime.urlencodedBody(${name}${options(media.encoding.map(formStyle))})`;
    case 'multipart':
      return code`runtime.multipartBody(${name}${options(media.encoding.map(partType))})`;
    case 'sequence':
      return code`runtime.sequenceBody(${name}, ${framed(codec, exactJson(media.validator, api))}${validating(media.validator)})`;
    default:
      return codec satisfies never;
  }
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

/** A style that the document spells out goes before a content type (3.2, Encoding Object). */
function formStyle({ property, encoding, contentType }: PropertyEncoding): Code | undefined {
  const key = propertyKey(property, 'value');
  if (encoding) return code`${key}: ${styleOf(encoding)}`;
  return contentType !== undefined && /[/+]json\b/i.test(contentType) ? code`${key}: runtime.asJson` : undefined;
}

function partType({ property, contentType }: PropertyEncoding): Code | undefined {
  return contentType === undefined ? undefined : code`${propertyKey(property, 'value')}: ${contentType}`;
}
