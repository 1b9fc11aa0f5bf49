/**
 * The argument of a generated function as one object schema, so that its type and its validation come from the same place
 * as all others, and an issue of a request has its path in the input: `/query/limit`, `/body/refresh`.
 */
import { child, type Pointer } from '../../diagnostics.js';
import type { MediaType, Parameter, RequestBody } from '../api.js';
import type { Documentation, ObjectSchema, Property, Schema } from '../schema.js';
import type { Schemas } from '../schemas/index.js';
import { listOf } from './list-of.js';
import type { Direction } from './media-types.js';

const GROUPS = [
  { in: 'path', group: 'path' },
  { in: 'query', group: 'query' },
  { in: 'header', group: 'headers' },
  { in: 'cookie', group: 'cookies' },
] as const;

/** Groups are there only where the operation has them, and are optional where everything in them is. */
export function inputOf(
  parameters: readonly Parameter[],
  body: RequestBody | undefined,
  direction: Direction,
  at: Pointer,
  schemas: Schemas,
): Schema {
  const groups: Property[] = [];
  for (const { in: place, group } of GROUPS) {
    const members = parameters.filter((parameter) => parameter.in === place);
    if (members.length === 0) continue;
    const schema = object(
      members.map((parameter) => propertyOf(parameter, direction, schemas)),
      child(at, 'parameters'),
    );
    groups.push(
      property(
        group,
        schema,
        members.some((member) => member.required),
        child(at, 'parameters'),
      ),
    );
  }
  const querystring = parameters.find((parameter) => parameter.in === 'querystring');
  if (querystring) groups.push(property('querystring', querystring.schema, querystring.required, querystring.at));
  if (!body) return object(groups, at);
  const [preferred, ...others] = body.content;
  if (!preferred) return object(groups, at);
  if (others.length === 0)
    return object([...groups, bodyProperty(body, preferred, direction), ...partHeaders(preferred, body.required)], at);
  // The preferred media type needs no mention; every other one is named beside its body.
  return {
    kind: 'union',
    mode: 'anyOf',
    members: body.content.map((media) =>
      object(
        [
          ...groups,
          bodyProperty(body, media, direction),
          ...partHeaders(media, requiresBody(body, media)),
          contentType(media, media !== preferred || undefined),
        ],
        at,
      ),
    ),
    at,
  };
}

function bodyProperty(body: RequestBody, media: MediaType, direction: Direction): Property {
  const schema = direction === 'request' ? sent(media) : received(media);
  return property('body', withDocs(schema, body.docs), requiresBody(body, media), body.at);
}
/** An alternative that is chosen by name has a body: without one there is nothing to name. */
const requiresBody = (body: RequestBody, media: MediaType): boolean => body.required || media !== body.content[0];

/** A handler gets the items of a sequence as a list. */
function received({ codec, schema, at }: MediaType): Schema {
  return codec.kind === 'sequence' ? listOf(schema, at) : schema;
}

/** What has no end, or is too large to be held, can be sent piece by piece. */
function sent({ codec, schema, at }: MediaType): Schema {
  if (codec.kind === 'sequence') return { ...listOf(schema, at), iterable: true };
  return codec.kind === 'binary' ? { kind: 'binary', body: true, at } : schema;
}

/** By part, by name. They are required where the header, its part and the body are. */
function partHeaders({ encoding, at }: MediaType, requiresBody: boolean): readonly Property[] {
  const parts = encoding.flatMap(({ property: name, headers, required }): Property[] => {
    const [first] = headers;
    if (!first) return [];
    const members = headers.map((header) =>
      property(header.name, withDocs(header.schema, header.docs), header.required, header.at),
    );
    return [property(name, object(members, first.at), required && headers.some((header) => header.required), first.at)];
  });
  return parts.length === 0
    ? []
    : [property('partHeaders', object(parts, at), requiresBody && parts.some(({ required }) => required), at)];
}

function contentType(media: MediaType, required: true | undefined): Property {
  return property('contentType', { kind: 'literal', values: [media.name], at: media.at }, required ?? false, media.at);
}

const propertyOf = (parameter: Parameter, direction: Direction, schemas: Schemas): Property => {
  const schema = direction === 'request' ? said(orEmpty(parameter), parameter, schemas) : orEmpty(parameter);
  return property(parameter.name, withDocs(schema, parameter.docs), parameter.required, parameter.at);
};

/** No style has a form for an empty list or object: a parameter that must be there would not be. */
function said(schema: Schema, { required, encoding }: Parameter, schemas: Schemas): Schema {
  const value = required && encoding.kind === 'style' ? schemas.collectionBehind(schema, 'request') : undefined;
  if (!value?.typed) return schema;
  if (value.kind === 'array') return value.minItems ? schema : { ...value, minItems: 1 };
  return value.minProperties || value.properties.some((each) => each.required) ? schema : { ...value, minProperties: 1 };
}

/** `allowEmptyValue`: an empty text besides what the schema describes. */
function orEmpty({ schema, encoding, at }: Parameter): Schema {
  if (encoding.kind !== 'style' || !encoding.allowEmptyValue || takesAnyText(schema)) return schema;
  return { kind: 'union', mode: 'anyOf', members: [schema, { kind: 'literal', values: [''], at }], at };
}

const takesAnyText = (schema: Schema): boolean =>
  schema.kind === 'any' ||
  (schema.kind === 'string' && !schema.minLength && schema.pattern === undefined && !schema.format?.asserted);

function property(name: string, schema: Schema, required: boolean, at: Pointer): Property {
  return { name, schema, required, at };
}

/** What the place says of a value stands before what its schema says. */
function withDocs(schema: Schema, docs: Documentation): Schema {
  return Object.keys(docs).length === 0 ? schema : { ...schema, docs: { ...schema.docs, ...docs } };
}

/** An operation that takes nothing takes an empty object: as an open one its type would let everything pass. */
function object(properties: readonly Property[], at: Pointer): ObjectSchema {
  const isEmpty = properties.length === 0;
  return {
    kind: 'object',
    typed: true,
    properties,
    patternProperties: [],
    additionalProperties: { kind: isEmpty ? 'never' : 'any', at },
    additionalImplied: !isEmpty,
    dependentRequired: [],
    dependentSchemas: [],
    at,
  };
}
