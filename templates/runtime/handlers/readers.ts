/** Parts of a request on their way into an input; what isn't there stays away, and validation says what it misses. */
import type { JsonText } from '../exact.js';
import { refusal } from '../issue.js';
import { chosen } from '../media-type.js';
import type { Decode } from '../parameters/decode.js';
import { type Deep, deepValue } from '../parameters/deep.js';
import { formValue } from '../responses/form.js';
import { eventsOf, type ServerSentEvent } from '../sequences/events.js';
import { piecesOf } from '../sequences/text.js';
import type { InputReader } from './handler.js';
import { Refused } from './refused.js';

/** A query parameter. `several`: a list whose name is repeated. */
export function queryOf(name: string, decode: Decode, several: boolean = false): InputReader {
  return ({ url }, input) => {
    const texts = new URL(url).searchParams.getAll(name);
    if (texts.length === 0) return;
    put(input, 'query', name, several ? texts.map((text) => decode(text)) : decode(texts[0] ?? ''));
  };
}

/** A query parameter in the style `deepObject`. */
export function deepQueryOf(name: string, members: Deep): InputReader {
  return ({ url }, input) => {
    const pairs = [...new URL(url).searchParams].flatMap(([key, text]): [string[], string][] => {
      const path = key.startsWith(`${name}[`) && key.endsWith(']') ? key.slice(name.length + 1, -1).split('][') : undefined;
      return path === undefined ? [] : [[path, text]];
    });
    if (pairs.length > 0) put(input, 'query', name, deepValue(pairs, members));
  };
}

export function headerOf(name: string, decode: Decode): InputReader {
  return ({ headers }, input) => {
    const text = headers.get(name);
    if (text !== null) put(input, 'headers', name, decode(text));
  };
}

export function cookieOf(name: string, decode: Decode): InputReader {
  return ({ headers }, input) => {
    const pairs = (headers.get('cookie') ?? '').split(/; */).map((pair) => pair.split('='));
    const found = pairs.find(([key]) => key === name);
    if (found) put(input, 'cookies', name, decode(percentDecoded(found.slice(1).join('='))));
  };
}

function put(input: Record<string, unknown>, group: string, name: string, value: unknown): void {
  // A null prototype: no name of a document means anything else than itself.
  const values: Record<string, unknown> = Object.assign(Object.create(null), input[group]);
  values[name] = value;
  input[group] = values;
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How bytes of a media type become the body. Rejects where they don't. */
export type BodyReader = (bytes: Blob) => unknown;

/** The body, by the media type that the request states; without one, by the first. No body leaves `body` away. */
export function bodyOf(...choices: readonly (readonly [mediaType: string, read: BodyReader])[]): InputReader {
  return async (request, input, limit) => {
    const bytes = await limited(request, limit);
    if (bytes.size === 0) return;
    const choice = chosen(choices, request.headers.get('content-type'));
    if (!choice)
      throw new Refused(415, refusal(undefined, choices.map(([mediaType]) => mediaType).join(', '), 'contentMediaType'));
    try {
      input['body'] = await choice[1](bytes);
    } catch {
      throw new Refused(400, refusal(undefined, choice[0], 'contentMediaType'));
    }
    if (choice !== choices[0]) input['contentType'] = choice[0];
  };
}

async function limited(request: Request, limit: number): Promise<Blob> {
  const type = request.headers.get('content-type') ?? '';
  const reader = request.body?.getReader();
  const chunks: BlobPart[] = [];
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new Refused(413, refusal(undefined, `at most ${limit} bytes`, 'maxBytes'));
    }
    chunks.push(value);
  }
  return new Blob(chunks, { type });
}

const textOf = async (bytes: Blob): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(await bytes.arrayBuffer());

export function jsonIn({ parse }: JsonText = JSON): BodyReader {
  return async (bytes) => parse(await textOf(bytes));
}
export const textIn: BodyReader = textOf;
export const bytesIn: BodyReader = (bytes) => bytes;
export function formIn(decoders: Readonly<Record<string, Decode>>, lists: readonly string[]): BodyReader {
  return (bytes) => formValue(new Response(bytes), decoders, lists);
}

/** A sequence as the list of its items: a request is read whole before the handler sees it. */
export function sequenceIn(framing: 'json-lines' | 'json-seq', { parse }: JsonText = JSON): BodyReader {
  return async (bytes) => {
    const texts = (await textOf(bytes)).split(framing === 'json-seq' ? '\x1e' : '\n');
    return texts.filter((text) => text.trim()).map((text) => parse(text));
  };
}
/** Server-sent events, by their fields. */
export const eventsIn: BodyReader = async (bytes) => {
  const events: ServerSentEvent[] = [];
  for await (const event of eventsOf(piecesOf(new Response(bytes)), Number.POSITIVE_INFINITY)) events.push(event);
  return events;
};
/** Those whose data is JSON, and alone of interest. */
export function jsonEventsIn({ parse }: JsonText = JSON): BodyReader {
  return async (bytes) => {
    const items: unknown[] = [];
    for await (const { data } of eventsOf(piecesOf(new Response(bytes)), Number.POSITIVE_INFINITY)) items.push(parse(data));
    return items;
  };
}
