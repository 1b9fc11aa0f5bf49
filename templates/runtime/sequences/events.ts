import type { JsonText } from '../exact.js';
import { exchange } from '../exchange.js';
import type { Call, ResponseReader } from '../operation.js';
import { pause } from '../retry/pause.js';
import type { Check } from '../validation/index.js';
import { limitOf, parsed, sequence } from './sequence.js';
import { piecesOf, Undecodable } from './text.js';

/** One event, with the fields that it had. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface ServerSentEvent {
  data: string;
  event?: string;
  id?: string;
  /** Milliseconds. */
  retry?: number;
}

/** Server-sent events as the specification's `itemSchema` sees them: objects with `data`, `event`, `id` and `retry`. */
export function events(mediaType: string, check?: Check): ResponseReader {
  return sequence(mediaType, connected, check);
}

/** Server-sent events whose `data` is JSON, and alone of interest. The data `[DONE]`, which many servers end with, ends the sequence. */
export function jsonEvents(mediaType: string, check?: Check, json: JsonText = JSON): ResponseReader {
  return sequence(
    mediaType,
    async function* (response, call) {
      for await (const { data } of connected(response, call)) {
        if (data === '[DONE]') return;
        yield parsed(data, json);
      }
    },
    check,
  );
}

/** How often in a row a connection is tried again without an event in between. */
const PATIENCE = 5;

/**
 * The events of a connection, and of the next where one is lost: after the time that the server asked for (`retry`, else a second) the
 * same GET is sent with `Last-Event-ID`. Other methods are not repeated, and an answer that ends in good order is over.
 */
async function* connected(first: Response, call: Call): AsyncGenerator<ServerSentEvent, void, undefined> {
  let response = first;
  const said: Said = {};
  let failures = 0;
  const { signal } = call.over;
  for (;;) {
    try {
      for await (const event of eventsOf(piecesOf(response), limitOf(call), said)) {
        failures = 0;
        yield event;
      }
      return;
    } catch (cause) {
      if (call.operation.method !== 'GET' || cause instanceof Undecodable || ++failures > PATIENCE) throw cause;
    }
    const { id, retry = 1_000 } = said;
    if (id) call.headers.set('last-event-id', bytesOf(id));
    else if (id !== undefined) call.headers.delete('last-event-id');
    response = await reconnected(response, call, () => pause(retry * failures, signal));
    if (response.status === 204) return;
  }
}

/** A header holds bytes: those of the text in UTF-8. */
const bytesOf = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** The next answer. Throws where it is another one than the sequence began with. */
async function reconnected(before: Response, call: Call, rest: () => Promise<void>): Promise<Response> {
  for (let attempts = 1; ; attempts++) {
    await rest();
    try {
      const response = await exchange(call);
      if (response.status === before.status || response.status === 204) return response;
      response.body?.cancel().catch(() => {});
      throw new RangeError(`the answer to a repeated request has the status ${response.status}`);
    } catch (cause) {
      if (cause instanceof RangeError || call.over.signal.aborted || attempts >= PATIENCE) throw cause;
    }
  }
}

/** What a server has said for the connections that follow, with or without data beside it. */
type Said = Pick<ServerSentEvent, 'id' | 'retry'>;

/** The stream of events taken apart: lines end with CR, LF or both, an empty line ends an event, a colon begins a comment. */
export async function* eventsOf(
  pieces: AsyncIterable<string>,
  limit: number,
  said: Said = {},
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let event: Partial<ServerSentEvent> = {};
  for await (const line of linesOf(pieces, limit)) {
    if (line === '') {
      const { data, ...fields } = event;
      event = {};
      if (fields.id !== undefined) said.id = fields.id;
      if (data !== undefined) yield { data, ...fields };
      continue;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?)?([\s\S]*)$/.exec(line) ?? [];
    if (field === 'data') {
      event.data = event.data === undefined ? value : `${event.data}\n${value}`;
      if (event.data.length > limit) throw new Undecodable('events no longer than maxBytes');
    } else if (field === 'event') event.event = value;
    else if (field === 'id' && !value.includes('\0')) event.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) event.retry = said.retry = Number(value);
  }
}

async function* linesOf(pieces: AsyncIterable<string>, limit: number): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let endedWithCr = false;
  for await (const piece of pieces) {
    // The LF of a CR LF can come with the next piece.
    const text: string = endedWithCr && piece.startsWith('\n') ? piece.slice(1) : piece;
    endedWithCr = text.endsWith('\r');
    const lines = text.split(/\r\n|\n|\r/);
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > limit) throw new Undecodable('lines no longer than maxBytes');
  }
}
