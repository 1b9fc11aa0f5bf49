/** The `content` of a body, a response, a parameter or a header. @see https://spec.openapis.org/oas/v3.2.0#media-type-object */
import { quote } from '../../diagnostics.js';
import type { Codec, MediaType, ResponseHeader } from '../api.js';
import { byCodeUnits, type Node } from '../node.js';
import type { Schema, SchemaId } from '../schema.js';
import type { Schemas } from '../schemas/index.js';
import { STRING } from '../schemas/types.js';
import { codecOf, essence } from './codec.js';
import { documentation, titled } from './documentation.js';
import { buildEncodings } from './encodings.js';
import { headersSchema } from './headers.js';
import { listOf } from './list-of.js';
import { checkMembers } from './members.js';
import { ignoredMember, invalidMediaType, undecodedMediaType, wildcardMediaType } from './rules.js';

export type Direction = 'request' | 'response';

/** The `content` of every body and response, each built once however many operations share it. */
export class Contents {
  readonly schemas: Schemas;
  private readonly built = new Map<string, readonly MediaType[]>();
  private readonly headers = new Map<string, SchemaId>();

  constructor(schemas: Schemas) {
    this.schemas = schemas;
  }

  /**
   * The media types, JSON before all others, then by name, so that the first one stays the first when another is added.
   * `name` is the stem under which inline schemas are declared, `GetPet200`; the first media type takes it as it is.
   * `isRequest`: they are of a body that is in an input, sent or received.
   */
  of(owner: Node, direction: Direction, name: string, isRequest = false): readonly MediaType[] {
    const key = `${direction} ${owner.at}`;
    const known = this.built.get(key);
    if (known) return known;
    const content = buildContent(owner, this.schemas, direction, name, isRequest);
    this.built.set(key, content);
    return content;
  }

  /** The declaration of a response's headers as one object, under `${name}Headers`. */
  headersOf(owner: Node, headers: readonly ResponseHeader[], direction: Direction, name: string): SchemaId | undefined {
    if (headers.length === 0) return undefined;
    const key = `${direction} ${owner.at}`;
    const known = this.headers.get(key);
    if (known !== undefined) return known;
    const id = this.schemas.declare(headersSchema(headers, owner.pointer('headers')), `${name}Headers`, owner.pointer('headers'));
    this.headers.set(key, id);
    return id;
  }
}

function buildContent(
  owner: Node,
  schemas: Schemas,
  direction: Direction,
  name: string,
  isRequest: boolean,
): readonly MediaType[] {
  const content = owner.object('content');
  if (!content) return [];
  const names = new Set<string>();
  const entries = owner.entries('content').flatMap(([mediaType, node]) => {
    const isMediaType = /^[^\s/]+\/[^\s/]+(\s*;.*)?$/.test(mediaType);
    const name = normalized(mediaType);
    if (isMediaType && !names.has(name)) {
      names.add(name);
      return [{ mediaType, node }];
    }
    const message = isMediaType ? `${quote(mediaType)} is there twice` : `expected a media type, found ${quote(mediaType)}`;
    content.context.report(invalidMediaType, content.pointer(mediaType), message, 'key');
    return [];
  });
  const ranked = entries.sort(
    (a, b) => preference(a.mediaType) - preference(b.mediaType) || byCodeUnits(a.mediaType, b.mediaType),
  );
  return ranked.map(({ mediaType, node }, i) =>
    buildMediaType(mediaType, node, schemas, direction, i === 0 ? name : `${name} ${mediaType}`, isRequest),
  );
}

const preference = (mediaType: string): number =>
  essence(mediaType) === 'application/json' ? 0 : codecOf(mediaType)?.kind === 'json' ? 1 : 2;

function buildMediaType(
  key: string,
  reference: Node,
  schemas: Schemas,
  direction: Direction,
  name: string,
  isRequest: boolean,
): MediaType {
  const node = reference.follow() ?? reference;
  checkMembers(node, 'Media Type Object');
  const known = codecOf(key);
  const described = schemaOf(node, schemas, direction, known);
  const codec = known ?? guess(node, key, described);
  const schema = decodedSchema(node, key, codec, described, schemas);
  return {
    name: normalized(key),
    codec: codec.kind === 'sequence' && codec.framing === 'sse' ? { ...codec, json: !isEvent(node, schema) } : codec,
    schema,
    validator: declare(schemas, codec, schema, name),
    encoding: buildEncodings(node, codec, schemas, direction, isRequest),
    docs: titled(documentation(node), undefined),
    at: node.at,
  };
}

/**
 * `itemSchema` describes one item of a sequence, or one part of a multipart body whose parts have no names. Before 3.2, `schema` describes
 * a sequence, as the item itself or as an array of items.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#complete-vs-streaming-content
 */
function schemaOf(node: Node, schemas: Schemas, direction: Direction, codec: Codec | undefined): Schema | undefined {
  const carrier = codec?.kind === 'json' || (codec?.kind === 'sequence' && codec.json) ? 'json' : 'any';
  const build = (key: 'schema' | 'itemSchema'): Schema => schemas.build(node, key, direction, carrier);
  const ignore = (key: 'schema' | 'itemSchema', reason: string): void => {
    if (node.has(key)) node.context.report(ignoredMember, node.pointer(key), `${key} is ignored: ${reason}`, 'key');
  };
  const hasParts = codec?.kind === 'multipart' && !codec.form;
  if (codec?.kind !== 'sequence' && !hasParts) ignore('itemSchema', 'this media type is no sequence of items');
  else if (codec.kind === 'sequence' ? node.has('itemSchema') : !node.has('schema') && node.has('itemSchema')) {
    ignore('schema', 'itemSchema describes each item');
    const item = build('itemSchema');
    return codec.kind === 'sequence' ? item : listOf(item, item.at);
  } else if (hasParts) ignore('itemSchema', 'schema describes the whole');
  if (!node.has('schema')) return undefined;
  const schema = build('schema');
  if (codec?.kind !== 'sequence') return schema;
  const list = schemas.collectionBehind(schema, direction);
  return list?.kind === 'array' && list.prefixItems.length === 0 ? list.items : schema;
}

/** In 3.2 `itemSchema` describes the event with its `data`; the spelling before that describes what the data holds. */
const isEvent = (node: Node, schema: Schema): boolean => node.has('itemSchema') || schema.kind === 'any';

function guess(node: Node, key: string, schema: Schema | undefined): Codec {
  const codec: Codec =
    !schema || schema.kind === 'binary' ? { kind: 'binary' } : schema.kind === 'string' ? { kind: 'text' } : { kind: 'json' };
  node.context.report(
    wildcardMediaType,
    node.at,
    `${quote(key)} is taken to be ${codec.kind === 'json' ? 'JSON' : codec.kind}`,
    'key',
  );
  return codec;
}

/** What the caller holds: the schema where the codec can make its values, else text or bytes. */
function decodedSchema(node: Node, key: string, codec: Codec, schema: Schema | undefined, schemas: Schemas): Schema {
  const { at } = node;
  switch (codec.kind) {
    case 'binary':
      return { kind: 'binary', at };
    case 'text': {
      const text: Schema = { kind: 'string', typed: true, at };
      if (!schema || schema.kind === 'any' || schema.kind === 'binary') return text;
      if (schema.kind === 'string' || schema.kind === 'literal' || schema.kind === 'reference' || schema.kind === 'union') {
        if (!/xml/.test(key) && (schemas.typesOf(schema) & STRING) !== 0) return schema;
      }
      node.context.report(undecodedMediaType, node.at, `${quote(key)} is read as text: its schema is not used`, 'key');
      return text;
    }
    case 'sequence':
      if (!schema || codec.framing !== 'sse' || node.has('itemSchema') || schemas.typesOf(schema) !== STRING)
        return schema ?? { kind: 'any', at };
      node.context.report(
        undecodedMediaType,
        node.at,
        `${quote(key)} is read as events: a text is no schema of their data`,
        'key',
      );
      return { kind: 'any', at };
    case 'json':
    case 'urlencoded':
    case 'multipart':
      return schema ?? { kind: 'any', at };
    default:
      return codec satisfies never;
  }
}

function declare(schemas: Schemas, codec: Codec, schema: Schema, name: string): SchemaId | undefined {
  if (codec.kind === 'binary' || schema.kind === 'any') return undefined;
  if (codec.kind === 'text' && isPlainText(schema)) return undefined;
  return schemas.declare(schema, name, schema.at);
}
const isPlainText = (schema: Schema): boolean =>
  schema.kind === 'string' &&
  schema.minLength === undefined &&
  schema.maxLength === undefined &&
  schema.pattern === undefined &&
  !schema.format?.asserted;

/** Lower case but for the values of parameters; one space after a semicolon. */
function normalized(mediaType: string): string {
  const [, ...parameters] = mediaType.split(';');
  return [essence(mediaType), ...parameters.map((parameter) => parameter.trim())].join('; ');
}
