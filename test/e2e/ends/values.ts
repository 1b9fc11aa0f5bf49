/** Inputs and replies made from the model of a document, and what is left of them on their way. */
import { Readable } from 'node:stream';
import { itemsOf, membersOf } from '../../../src/emit/operations/shapes.js';
import type { Api, Response as Described, MediaType, Operation, Parameter, ResponseHeader } from '../../../src/model/api.js';
import { isObject } from '../../../src/model/node.js';
import type { Schema } from '../../../src/model/schema.js';
import type { Choices } from '../../agreement/choices.js';
import { BIGINT, BYTES, sampleOf } from '../../agreement/sample.js';

/** What queries, forms, headers and paths have a meaning for, and what none of them has. */
const TEXTS = ['a b', 'a,b', 'a&b=c', '1', 'true', '+', '100%', 'ü/?#[]', ';|.', '😀', '"\\', 'null'];
const GROUPS = { path: 'path', query: 'query', headers: 'header', cookies: 'cookie' } as const;

export class Samples {
  private readonly list: Api['schemas'];
  private readonly schemas: ReadonlyMap<string, Schema>;

  constructor(api: Pick<Api, 'schemas'>) {
    this.list = api.schemas;
    this.schemas = new Map(api.schemas.map(({ id, schema }) => [id, schema]));
  }

  of(schema: Schema, choices: Choices): unknown {
    return withRest(sampleOf(schema, choices, (id) => this.schemas.get(id)));
  }

  input(operation: Operation, choices: Choices): unknown {
    const input = this.of(operation.input, choices);
    if (!isObject(input)) return input;
    return Object.fromEntries(
      Object.entries(input).flatMap(([group, value]) => {
        const place = Object.entries(GROUPS).find(([name]) => name === group)?.[1];
        if (group === 'body') return [[group, this.written(spiced(value, choices, TEXTS), mediaOf(operation, input))]];
        if (group === 'querystring') return [[group, spiced(value, choices, TEXTS)]];
        if (group === 'partHeaders') return [[group, ofParts(value, mediaOf(operation, input))]];
        if (group === 'contentType') return [[group, value]];
        // Objects are open, and more of them is in no request.
        if (place === undefined || !isObject(value)) return [];
        const known = (name: string) => operation.parameters.find((each) => each.in === place && each.name === name);
        const members = Object.entries(value).flatMap(([name, member]) => {
          const parameter = known(name);
          return parameter ? [[name, this.known(spiced(member, choices, textsFor(parameter)), parameter.schema)]] : [];
        });
        return [[group, Object.fromEntries(members)]];
      }),
    );
  }

  /** Undefined for what can't be said: a status that no server sends as the last one. */
  reply(response: Described, choices: Choices): Reply | undefined {
    const status = statusOf(response, choices);
    if (status < 200) return undefined;
    const media = choices.from(response.content);
    const headers: [string, string][] = media ? [['content-type', media.name]] : [];
    const decoded: Record<string, unknown> = {};
    for (const header of response.headers) {
      if (!header.required && choices.isOneIn(2)) continue;
      const sample = spiced(this.of(header.schema, choices), choices, ['x', 'y-z', '1']);
      const value = withoutAbsent(this.known(sample, header.schema));
      const texts = headerTexts(header, value);
      if (texts.length === 0 || isVain(value) || !texts.every((text) => /^[\x21-\x7e]*$/.test(text))) return undefined;
      headers.push(...texts.map((text): [string, string] => [header.name, text]));
      decoded[header.name] = value;
    }
    return { status, headers, decoded, media, ...(media && { body: this.body(media, choices) }) };
  }

  private body(media: MediaType, choices: Choices): unknown {
    const one = (): unknown => spiced(this.of(media.schema, choices), choices, TEXTS);
    return this.written(media.codec.kind === 'sequence' ? Array.from({ length: choices.next(4) }, one) : one(), media);
  }

  private written(value: unknown, media: MediaType | undefined): unknown {
    const isEvents = media?.codec.kind === 'sequence' && !media.codec.json;
    if (!media || !(isEvents || media.codec.kind === 'urlencoded' || media.codec.kind === 'multipart')) return value;
    return isEvents && Array.isArray(value)
      ? value.map((item) => this.known(item, media.schema))
      : this.known(value, media.schema);
  }

  /** The members that are described: what others mean nobody can tell from their text. */
  private known(value: unknown, schema: Schema): unknown {
    const api = { schemas: this.list };
    if (Array.isArray(value)) {
      const items = itemsOf(schema, api);
      return items ? value.map((item) => this.known(item, items)) : value;
    }
    const members = membersOf(schema, api);
    if (!isObject(value) || value instanceof Blob || !members) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const own = members.properties.find((each) => each.name === name)?.schema ?? members.others;
        return own && (own.kind !== 'any' || typeof member === 'string') ? [[name, this.known(member, own)]] : [];
      }),
    );
  }
}

/** Of the body of an input. */
export function mediaOf({ body }: Operation, input: Readonly<Record<string, unknown>>): MediaType | undefined {
  return body?.content.find(({ name }) => name === (input['contentType'] ?? body.content[0]?.name));
}

/** A header has no form for a list of an empty text. */
const isVain = (value: unknown): boolean => Array.isArray(value) && value.join() === '';

function ofParts(given: unknown, media: MediaType | undefined): unknown {
  const parts = (media?.encoding ?? []).flatMap(({ property, headers }): [string, object][] => {
    const values = isObject(given) ? given[property] : undefined;
    if (!isObject(values)) return [];
    const known = headers.filter(({ name }) => name in values && !isVain(values[name])).map(({ name }) => [name, values[name]]);
    return known.length > 0 ? [[property, Object.fromEntries(known)]] : [];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly decoded: Readonly<Record<string, unknown>>;
  readonly media: MediaType | undefined;
  readonly body?: unknown;
}

function statusOf({ status }: Described, choices: Choices): number {
  if (typeof status === 'number') return status;
  const hundreds = status === 'default' ? 2 + choices.next(4) : Number(status.charAt(0));
  // Of the rarer ones, that no document here gives a key of its own.
  return hundreds * 100 + 20 + choices.next(3);
}

/** Delimiters that a style can't tell from what is between them stay out, and headers and cookies are ASCII without white space at their ends. */
function textsFor({ in: place, encoding }: Parameter): readonly string[] {
  if (place === 'header') return ['x', 'y-z', '1', 'true'];
  if (encoding.kind === 'content') return place === 'cookie' || place === 'path' ? ['x', 'a b'] : TEXTS;
  if (encoding.style === 'cookie') return ['x', '1', 'a%20b'];
  const sign = { spaceDelimited: ' ', pipeDelimited: '|' }[
    encoding.style === 'pipeDelimited' ? 'pipeDelimited' : 'spaceDelimited'
  ];
  if (encoding.allowReserved) return ['x', 'a b', 'ü'];
  if (place === 'path') return ['x', 'a b', 'a,b', 'ü/?#', '100%', ';'];
  return encoding.style === 'spaceDelimited' || encoding.style === 'pipeDelimited'
    ? TEXTS.filter((text) => !text.includes(sign))
    : TEXTS;
}

/** The value, or it with some of its texts replaced by ones that are harder to write. */
function spiced(value: unknown, choices: Choices, texts: readonly string[]): unknown {
  const within = (part: unknown): unknown => {
    if (typeof part === 'string') return choices.isOneIn(2) ? (choices.from(texts) ?? part) : part;
    if (Array.isArray(part)) return part.map(within);
    if (!isObject(part) || part instanceof Blob) return part;
    return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, within(member)]));
  };
  return choices.isOneIn(2) ? within(value) : value;
}

/** What is no JSON. */
function withRest(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith(BIGINT)) return BigInt(value.slice(BIGINT.length));
  if (value === BYTES) return new Blob([new Uint8Array([0, 255, 13, 10, 45])]);
  if (Array.isArray(value)) return value.map(withRest);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withRest(member)]));
}

/** `style: simple`; of `set-cookie` each item or pair is a header of its own. */
function headerTexts({ name, encoding }: ResponseHeader, value: unknown): readonly string[] {
  if (encoding.kind === 'content') return [JSON.stringify(value)];
  if (!isObject(value) && !Array.isArray(value)) return value === null || value === undefined ? [] : [String(value)];
  const parts = Array.isArray(value)
    ? value.map(String)
    : Object.entries(value).flatMap((pair) => (encoding.explode ? [pair.join('=')] : pair.map(String)));
  return name === 'set-cookie' ? parts : parts.length > 0 ? [parts.join()] : [];
}

/** What is left of the members of a form: those that are objects are JSON, but where a style says otherwise. */
export function withoutAbsentFields(form: unknown, { encoding }: MediaType): unknown {
  if (!isObject(form) || form instanceof Blob) return form;
  const isStyled = (name: string): boolean => encoding.some((each) => each.property === name && each.encoding);
  const fields = Object.entries(form).flatMap(([name, value]): [string, unknown][] => {
    const left = isStyled(name) ? withoutAbsent(value) : Array.isArray(value) ? value.filter((item) => item !== null) : value;
    return left === null || left === undefined || (isNothing(left) && (isStyled(name) || Array.isArray(left)))
      ? []
      : [[name, left]];
  });
  return Object.fromEntries(fields);
}

/** What URLs, headers and forms have no text for: null, and lists and objects of nothing. */
export function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined).map(withoutAbsent);
  if (!isObject(value) || value instanceof Blob) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [name, withoutAbsent(member)]);
  return Object.fromEntries(members.filter(([, member]) => !isNothing(member)));
}
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : isObject(value) && !(value instanceof Blob) && Object.keys(value).length === 0);

/** Comparable: bytes and items as their list, prototypes and the order of members aside. */
export async function plain(value: unknown): Promise<unknown> {
  if (value instanceof ReadableStream) return plain(await new Response(value).blob());
  if (value instanceof Set) return plain([...value]);
  if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value)
    return plain(await Readable.from(value as AsyncIterable<unknown>).toArray());
  if (ArrayBuffer.isView(value)) return [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
  if (value instanceof Blob) return [...new Uint8Array(await value.arrayBuffer())];
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Promise.all(entries.map(async ([key, member]) => [key, await plain(member)])).then((all) => all.sort());
}
