/** Parts of a request on their way into an input; what isn't there stays away, and validation says what it misses. */
import type { JsonText } from '../exact.js';
import { formValue } from '../forms/urlencoded.js';
import { refusal } from '../issue.js';
import { chosen } from '../media-type.js';
import { type Decode, type Members, objectFrom } from '../parameters/decode.js';
import { asItStands, type Fields, gathered, type Pair, pairsIn, percentDecoded, unescaped } from '../parameters/gather.js';
import { eventsOf, type ServerSentEvent } from '../sequences/events.js';
import { piecesOf } from '../sequences/text.js';
import type { InputReader } from './handler.js';
import { Refused } from './refused.js';

/** The parameters of the query, together: an object whose members stand by themselves is told from its neighbours. */
export function queryOf(fields: Fields): InputReader {
  return ({ url }, input) => put(input, 'query', gathered(pairsIn(new URL(url).search.slice(1)), fields, unescaped).values);
}
/** The whole query as one value. */
export function querystringOf(read: (query: string) => unknown): InputReader {
  return ({ url }, input) => {
    const query = new URL(url).search.slice(1);
    if (query !== '') input['querystring'] = read(query);
  };
}
export function formQuery(fields: Fields): (query: string) => unknown {
  return (query) => formValue(query, fields);
}
export function textQuery(decode: Decode): (query: string) => unknown {
  return (query) => decode(percentDecoded(query));
}

export function headersOf(decoders: Members): InputReader {
  return ({ headers }, input) => {
    const texts = Object.keys(decoders).flatMap((name) => {
      const text = headers.get(name);
      return text === null ? [] : [[name, text] as const];
    });
    put(input, 'headers', objectFrom(texts, decoders));
  };
}

/** `parted`: the style `form` puts the pairs of a list or an object into one cookie. `verbatim`: the style `cookie` encodes nothing. */
export function cookiesOf(fields: Fields, how: 'encoded' | 'parted' | 'verbatim' = 'encoded'): InputReader {
  return ({ headers }, input) => {
    const cookies = (headers.get('cookie') ?? '').split(how === 'parted' ? /; *|&/ : /; */);
    const pairs = cookies.map((cookie): Pair => {
      const [name = ''] = cookie.split('=', 1);
      return [name, cookie.slice(name.length + 1)];
    });
    put(input, 'cookies', gathered(pairs, fields, how === 'verbatim' ? asItStands : percentDecoded).values);
  };
}

function put(input: Record<string, unknown>, group: string, values: object): void {
  // A null prototype: no name of a document means anything else than itself.
  if (Object.keys(values).length > 0) input[group] = Object.assign(Object.create(null), input[group], values);
}

/** How bytes of a media type become the body. Rejects where they don't. Those of forms give the headers of their parts to `put`. */
export type BodyReader = (bytes: Blob, contentType: string, put: (partHeaders: object) => void) => unknown;

/** The body, by the media type that the request states; without one, by the first. No body, and no text of JSON, leaves `body` away. */
export function bodyOf(...choices: readonly (readonly [mediaType: string, read: BodyReader])[]): InputReader {
  return async (request, input, limit) => {
    const bytes = await limited(request, limit);
    const stated = request.headers.get('content-type');
    // An empty text, form or file says what it is.
    if (bytes.size === 0 && stated === null) return;
    // Whoever sends bytes of a range without a type of their own calls them just that.
    const unknown = stated === 'application/octet-stream' ? choices.find(([mediaType]) => mediaType.includes('*')) : undefined;
    const choice = chosen(choices, stated) ?? unknown;
    if (!choice)
      throw new Refused(415, refusal(undefined, choices.map(([mediaType]) => mediaType).join(', '), 'contentMediaType'));
    try {
      const body = await choice[1](bytes, stated ?? choice[0], (headers) => {
        input['partHeaders'] = headers;
      });
      if (body === undefined) return;
      input['body'] = body;
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
  return async (bytes) => (bytes.size === 0 ? undefined : parse(await textOf(bytes)));
}
export const textIn: BodyReader = textOf;
export const bytesIn: BodyReader = (bytes) => bytes;
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
