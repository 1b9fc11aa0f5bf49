/** Bodies that come item by item: how they are cut, where they end, and what a lost connection does. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  events,
  jsonEvents,
  jsonLines,
  jsonSequence,
  type Operation,
  OperationError,
  type ResponseReader,
} from '../../../templates/runtime/index.js';
import { serve } from '../server.js';
import { call, checkPet, getPet, postPet } from '../subject.js';

const operation = (reader: ResponseReader, base: Operation = getPet): Operation => ({ ...base, responses: { 200: reader } });
const lines = jsonLines('application/jsonl', checkPet);

/** Walks to the end; the last entry is what the walk threw, if it did. */
async function walk(body: unknown): Promise<unknown[]> {
  const items: unknown[] = [];
  try {
    for await (const item of body as AsyncIterable<unknown>) items.push(item);
  } catch (error) {
    items.push(error instanceof OperationError ? error.result.status : error);
  }
  return items;
}
async function walked(
  reader: ResponseReader,
  pieces: readonly (string | Buffer)[],
  base: Operation = getPet,
  then: (response: ServerResponse) => void = (response) => response.end(),
): Promise<unknown[]> {
  const { url } = await serve(async (_, response) => {
    for (const piece of pieces) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    then(response);
  });
  const result = await call(operation(reader, base), { baseUrl: url, maxBytes: 1_000 });
  return 'body' in result && result.ok ? walk(result.body) : [result.status];
}

describe('JSON Lines', () => {
  it.each<[string, readonly (string | Buffer)[], unknown[]]>([
    ['lines', ['{"id":1}\n{"id":2}\n'], [{ id: 1 }, { id: 2 }]],
    ['a last line without an end', ['{"id":1}\n{"id":2}'], [{ id: 1 }, { id: 2 }]],
    ['CR LF and empty lines', ['{"id":1}\r\n\r\n\n{"id":2}\r\n'], [{ id: 1 }, { id: 2 }]],
    ['pieces cut anywhere', ['{"i', 'd":1', '}', '\n{"id":2}\n'], [{ id: 1 }, { id: 2 }]],
    [
      'letters cut in two',
      [Buffer.from([0x7b, 0x22, 0x69, 0x64, 0x22, 0x3a, 0x31, 0x2c, 0x22, 0xc3]), Buffer.from([0xa9, 0x22, 0x3a, 0x31, 0x7d])],
      [{ id: 1, é: 1 }],
    ],
    ['nothing', [], []],
    ['an item of the wrong shape', ['{"id":1}\n{"id":"x"}\n{"id":3}\n'], [{ id: 1 }, 'invalid-response']],
    ['a line that is no JSON', ['{"id":1}\nhello\n'], [{ id: 1 }, 'invalid-response']],
    ['a line without an end in sight', ['x'.repeat(1_001)], ['invalid-response']],
    ['bytes that are no UTF-8', [Buffer.from([0xff, 0xff])], ['invalid-response']],
  ])('%s', async (_, pieces, want) => {
    expect(await walked(lines, pieces)).toEqual(want);
  });

  it('that break off say so', async () => {
    expect(await walked(lines, ['{"id":1}\n{"i'], getPet, (response) => response.socket?.destroy())).toEqual([
      { id: 1 },
      'network-error',
    ]);
  });

  it('end with the signal, and close the connection when the loop is left', async () => {
    let closed = 0;
    const { url } = await serve((_, response) => {
      response.on('close', () => closed++);
      response.write('{"id":1}\n');
    });
    const aborter = new AbortController();
    const first = await call(operation(lines), { baseUrl: url, timeout: 5_000 }, {}, { signal: aborter.signal });
    setTimeout(() => aborter.abort(), 20);
    expect(await walk('body' in first ? first.body : [])).toEqual([{ id: 1 }, 'aborted']);
    const second = await call(operation(lines), { baseUrl: url });
    for await (const item of ('body' in second ? second.body : []) as AsyncIterable<unknown>) {
      expect(item).toEqual({ id: 1 });
      break;
    }
    await expect.poll(() => closed).toBe(2);
  });

  it('of another media type are refused', async () => {
    const { url } = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
    expect((await call(operation(lines), { baseUrl: url })).status).toBe('invalid-response');
  });
});

it('JSON text sequences', async () => {
  expect(await walked(jsonSequence('application/json-seq', checkPet), ['\x1e{"id":1}\n\x1e{"i', 'd":2}\n'])).toEqual([
    { id: 1 },
    { id: 2 },
  ]);
});

describe('server-sent events', () => {
  it.each<[string, readonly string[], unknown[]]>([
    ['data', ['data: a\n\n'], [{ data: 'a' }]],
    ['several lines of data', ['data: a\ndata:b\ndata\n\n'], [{ data: 'a\nb\n' }]],
    [
      'all fields, and unknown ones',
      ['event: e\nid: 7\nretry: 5\nfoo: x\ndata: a\n\n'],
      [{ data: 'a', event: 'e', id: '7', retry: 5 }],
    ],
    ['comments and events without data', [': hi\n\nevent: e\n\ndata: a\n\n'], [{ data: 'a' }]],
    [
      'every kind of line end, cut anywhere',
      ['data: a\r', '\n\r', '\ndata: b\r\rdata: c\n', '\n'],
      [{ data: 'a' }, { data: 'b' }, { data: 'c' }],
    ],
    ['CR and LF in pieces of their own', ['data: a\r', '\n', '\ndata: b\n\n'], [{ data: 'a' }, { data: 'b' }]],
    ['an event that was not ended is none', ['data: a\n\ndata: b\n'], [{ data: 'a' }]],
  ])('%s', async (_, pieces, want) => {
    expect(await walked(events('text/event-stream'), pieces)).toEqual(want);
  });

  it('whose data is JSON', async () => {
    expect(
      await walked(jsonEvents('text/event-stream', checkPet), ['data: {"id":1}\n\ndata: [DONE]\n\ndata: {"id":2}\n\n']),
    ).toEqual([{ id: 1 }]);
  });

  it('go on where a connection was lost', async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const turn = requests.length;
      response.write(`retry: 1\nid: ${turn}\ndata: ${turn}\n\n`, () => {
        if (turn < 3) setTimeout(() => response.socket?.destroy(), 20);
        else response.end();
      });
    });
    const result = await call(operation(events('text/event-stream')), { baseUrl: url });
    expect(await walk('body' in result ? result.body : [])).toEqual(
      [1, 2, 3].map((turn) => ({ data: String(turn), id: String(turn), retry: 1 })),
    );
    expect(requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '1', '2']);
  });

  it('heed the time and the id that come without data', async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const piece = ['retry: 1\nid: 5\n\n', 'id\n\n', 'data: a\n\n'][requests.length - 1] ?? '';
      response.write(piece, () => (requests.length < 3 ? setTimeout(() => response.socket?.destroy(), 20) : response.end()));
    });
    const started = Date.now();
    const result = await call(operation(events('text/event-stream')), { baseUrl: url });
    expect(await walk('body' in result ? result.body : [])).toEqual([{ data: 'a' }]);
    expect(requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '5', undefined]);
    // Without `retry` it would have been three seconds.
    expect(Date.now() - started).toBeLessThan(2_500);
  });

  it('name the last event whatever letters its id has, and wait no shorter for a longer time', async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      if (requests.length > 1) response.end('id: a\0b\nretry: 99999999999999\ndata: 2\n\n');
      else response.write('retry: 1\nid: é漢\ndata: 1\n\n', () => setTimeout(() => response.socket?.destroy(), 20));
    });
    const result = await call(operation(events('text/event-stream')), { baseUrl: url });
    expect(await walk('body' in result ? result.body : [])).toMatchObject([{ data: '1', id: 'é漢' }, { data: '2' }]);
    expect(Buffer.from(String(requests[1]?.headers['last-event-id']), 'latin1').toString('utf8')).toBe('é漢');
  });

  it.each(['99999999999999', '9'.repeat(400)])('a time to wait of %s ms is longer than the call', async (retry) => {
    const { url, requests } = await serve((_, response) => {
      response.write(`retry: ${retry}\ndata: a\n\n`, () => setTimeout(() => response.socket?.destroy(), 20));
    });
    const controller = new AbortController();
    const result = await call(operation(events('text/event-stream')), { baseUrl: url }, {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    expect(await walk('body' in result ? result.body : [])).toHaveLength(2);
    expect(requests).toHaveLength(1);
  });

  it('an endless line is no event', async () => {
    expect(await walked(events('text/event-stream'), ['data: a\n\n', 'data: ', 'x'.repeat(1_001)])).toEqual([
      { data: 'a' },
      'invalid-response',
    ]);
  });

  it('give up where the server does', async () => {
    const { url, requests } = await serve((_, response) => {
      if (requests.length > 1) response.socket?.destroy();
      else response.write('retry: 1\ndata: a\n\n', () => setTimeout(() => response.socket?.destroy(), 20));
    });
    const result = await call(operation(events('text/event-stream')), { baseUrl: url });
    expect(await walk('body' in result ? result.body : [])).toEqual([{ data: 'a', retry: 1 }, 'network-error']);
    expect(requests.length).toBeLessThan(10);
  });

  it('end where a repeated request is answered with 204', async () => {
    const { url, requests } = await serve((_, response) => {
      if (requests.length > 1) response.writeHead(204).end();
      else response.write('retry: 1\ndata: a\n\n', () => setTimeout(() => response.socket?.destroy(), 20));
    });
    const result = await call(operation(events('text/event-stream')), { baseUrl: url });
    expect(await walk('body' in result ? result.body : [])).toEqual([{ data: 'a', retry: 1 }]);
  });

  it('of a POST are not asked for again', async () => {
    expect(await walked(events('text/event-stream'), ['data: a\n\n'], postPet, (response) => response.socket?.destroy())).toEqual(
      [{ data: 'a' }, 'network-error'],
    );
  });
});
