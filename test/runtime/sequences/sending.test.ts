/** Bodies that are iterated: what is sent of them, and what a call comes to where one ends before its end. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  type Encoder,
  eventFields,
  jsonLine,
  type Operation,
  rawBody,
  retrying,
  sequenceBody,
  watching,
} from '../../../templates/runtime/index.js';
import { call, checkPet, postPet } from '../subject.js';

const lines: Encoder = sequenceBody('application/jsonl', jsonLine(), checkPet);
const operation: Operation = { ...postPet, encode: [lines], responses: { 200: () => ({}) } };

interface Seen {
  text: string;
  /** Whether the body came to its end. */
  isWhole: boolean | undefined;
  requests: number;
}

/** A server that answers when it has read the whole request, and tells what it saw of each. */
async function listening(): Promise<{ url: string; seen: Seen; closed: () => Promise<void> }> {
  const seen: Seen = { text: '', isWhole: undefined, requests: 0 };
  let close: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const server = createServer((request, response) => {
    seen.requests++;
    request.on('data', (chunk: Buffer) => {
      seen.text += chunk;
    });
    request.on('error', () => {});
    request.on('close', () => {
      seen.isWhole = request.complete;
      close();
    });
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, closed: () => closed };
}

/** Items one after the other, each when the one before is through; `ended` is called when the source is left. */
async function* slowly(items: readonly unknown[], ended: () => void = () => {}, between = 20): AsyncGenerator<unknown> {
  try {
    for (const item of items) {
      await new Promise((resolve) => setTimeout(resolve, between));
      if (item instanceof Error) throw item;
      yield item;
    }
  } finally {
    ended();
  }
}

afterEach(() => vi.unstubAllGlobals());

describe('what can be iterated', () => {
  it.each<[string, unknown]>([
    ['a list', [{ id: 1 }, { id: 2 }]],
    ['a set', new Set([{ id: 1 }, { id: 2 }])],
    ['an async generator', slowly([{ id: 1 }, { id: 2 }])],
    [
      'a stream',
      new ReadableStream({
        start(controller) {
          for (const id of [1, 2]) controller.enqueue({ id });
          controller.close();
        },
      }),
    ],
  ])('%s', async (_, body) => {
    const { url, seen } = await listening();
    expect(await call(operation, { baseUrl: url }, { body })).toMatchObject({ status: 200 });
    expect(seen).toEqual({ text: '{"id":1}\n{"id":2}\n', isWhole: true, requests: 1 });
  });

  it('is sent item by item, before the source has ended', async () => {
    const { url, seen } = await listening();
    const during: string[] = [];
    async function* source() {
      yield { id: 1 };
      await vi.waitFor(() => expect(seen.text).toBe('{"id":1}\n'));
      during.push(seen.text);
      yield { id: 2 };
    }
    await call(operation, { baseUrl: url }, { body: source() });
    expect(during).toEqual(['{"id":1}\n']);
  });
});

describe('a source that does not come to its end', () => {
  it('an item that breaks its schema breaks the request off', async () => {
    const { url, seen, closed } = await listening();
    const ended = vi.fn();
    const body = slowly([{ id: 1 }, { id: 2 }, { id: 'x' }, { id: 4 }], ended);
    const result = await call(operation, { baseUrl: url, retry: retrying() }, { body });
    expect(result).toMatchObject({
      ok: false,
      status: 'invalid-request',
      sent: 2,
      issues: [{ pointer: '/body/2', path: ['body', 2] }],
    });
    await closed();
    expect(ended).toHaveBeenCalledOnce();
    expect(seen).toEqual({ text: '{"id":1}\n{"id":2}\n', isWhole: false, requests: 1 });
  });

  it('so does one that throws, and the reason is told', async () => {
    const { url, seen, closed } = await listening();
    const cause = new Error('the disk is gone');
    const result = await call(operation, { baseUrl: url }, { body: slowly([{ id: 1 }, cause]) });
    expect(result).toMatchObject({ status: 'invalid-request', sent: 1, cause });
    await closed();
    expect(seen.isWhole).toBe(false);
  });

  it('the policy "report" lets the item pass, and "off" does not look', async () => {
    const { url, seen } = await listening();
    const issues: unknown[] = [];
    const hooks = watching({ issues: (_, found, direction) => issues.push([direction, found[0]?.pointer]) });
    const body = () => slowly([{ id: 1 }, { id: 'x' }]);
    expect(await call(operation, { baseUrl: url, hooks, validate: { request: 'report' } }, { body: body() })).toMatchObject({
      ok: true,
    });
    expect(await call(operation, { baseUrl: url, hooks, validate: { request: 'off' } }, { body: body() })).toMatchObject({
      ok: true,
    });
    expect(seen.text).toBe('{"id":1}\n{"id":"x"}\n'.repeat(2));
    expect(issues).toEqual([['request', '/body/1']]);
  });

  it.each(['timeout', 'aborted'] as const)('%s ends the source', async (status) => {
    const { url, seen, closed } = await listening();
    const ended = vi.fn();
    const body = slowly(
      Array.from({ length: 100 }, (_, id) => ({ id })),
      ended,
    );
    const signal = AbortSignal.timeout(status === 'aborted' ? 60 : 60_000);
    const result = await call(operation, { baseUrl: url }, { body }, { signal, timeout: status === 'timeout' ? 60 : 60_000 });
    expect(result).toEqual({ ok: false, status });
    await closed();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    expect(seen.isWhole).toBe(false);
  });
});

describe('where fetch cannot send streams', () => {
  /** As Firefox and Safari have it: `duplex` is not asked for, and a stream is a text like any other object. */
  class WithoutStreams extends Request {
    constructor(input: RequestInfo | URL, init: RequestInit = {}) {
      super(input, { ...(init.method && { method: init.method }), ...(init.body && { body: String(init.body) }) });
    }
  }

  it('they are read to their end before anything is sent', async () => {
    vi.stubGlobal('Request', WithoutStreams);
    const { url, seen } = await listening();
    expect(await call(operation, { baseUrl: url }, { body: slowly([{ id: 1 }]) })).toMatchObject({ status: 200 });
    const bytes: Operation = { ...operation, encode: [rawBody('application/octet-stream')] };
    expect(await call(bytes, { baseUrl: url }, { body: new Blob(['bytes']).stream() })).toMatchObject({ status: 200 });
    expect(seen.text).toBe('{"id":1}\nbytes');
  });

  it('nothing is sent where an item breaks its schema', async () => {
    vi.stubGlobal('Request', WithoutStreams);
    const { url, seen } = await listening();
    const result = await call(operation, { baseUrl: url }, { body: slowly([{ id: 1 }, { id: 'x' }]) });
    expect(result).toMatchObject({ status: 'invalid-request', issues: [{ pointer: '/body/1' }] });
    expect(result).not.toHaveProperty('sent');
    expect(seen.requests).toBe(0);
  });
});

describe('an event', () => {
  const event: Operation = { ...operation, encode: [sequenceBody('text/event-stream', eventFields)] };
  it('whose data has several lines has several of them', () => {
    expect(eventFields({ event: 'e', data: 'a\nb' })).toBe('event: e\ndata: a\ndata: b\n\n');
  });
  it.each([
    ['a list', [{ id: '1\ndata: 2' }]],
    ['a stream', slowly([{ id: '1\ndata: 2' }])],
  ])('whose id has several is refused, in %s', async (_, body) => {
    const { url } = await listening();
    const result = await call(event, { baseUrl: url }, { body });
    expect(result).toMatchObject({ status: 'invalid-request', issues: [{ keyword: 'format' }] });
  });
});
