/** A generated client between hostile data and a hostile server, on sockets: nothing that a caller passes on changes the destination, and nothing that comes back switches a check off. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { complete } from '../../src/config/resolve.js';
import { generate } from '../../src/generate.js';
import { serve } from '../runtime/server.js';
import { importAll } from './importing.js';

const DOCUMENT = `
openapi: 3.1.0
info: { title: Pets, version: '1' }
servers:
  - { url: 'http://{host}.example.com/{base}', variables: { host: { default: a }, base: { default: v1, enum: [v1, v2] } } }
security: [{ key: [] }]
paths:
  /pets/{id}/toys:
    get:
      operationId: toys
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: q, in: query, schema: { type: string } }
        - { name: raw, in: query, allowReserved: true, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: session, in: cookie, schema: { type: string } }
      responses:
        '200': { description: Toys., content: { application/json: { schema: { $ref: '#/components/schemas/Toy' } } } }
        4XX: { description: No. }
  /events:
    get:
      operationId: events
      responses:
        '200': { description: Events., content: { text/event-stream: { itemSchema: { type: object, properties: { data: { type: string } } } } } }
components:
  schemas:
    Toy: { type: object, required: [name], properties: { name: { type: string } }, additionalProperties: { type: string } }
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
`;

type Callable = (...given: readonly unknown[]) => unknown;
interface Answered {
  readonly status: unknown;
  readonly body?: unknown;
  readonly issues?: readonly unknown[];
}
let index: Readonly<Record<string, unknown>> = {};
beforeAll(async () => {
  const { files } = await generate(complete({ input: parse(DOCUMENT), output: 'output' }));
  index = (await importAll(files))['index.ts'] ?? {};
});

const callable = (name: string): Callable => {
  const value = index[name];
  if (typeof value !== 'function') throw new TypeError(`${name} is not exported`);
  return (...given) => Reflect.apply(value, undefined, given);
};

async function call(baseUrl: string, operation: string, input: object, more: object = {}): Promise<Answered> {
  const client = callable('createClient')({ baseUrl, auth: { key: 'hush' }, timeout: 10_000, ...more });
  const result: unknown = await callable(operation)(client, input);
  if (typeof result !== 'object' || result === null || !('status' in result)) throw new TypeError('not a result');
  return result;
}

const PARTS = [
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '../../admin',
  '..\\..\\admin',
  'a/../../admin',
  '%2f..%2fadmin',
  'a?admin=1',
  'a#b',
  '//evil.example',
  '@evil.example',
  '\t..',
  'a\r\nHost: evil',
  '\ud800',
  '',
];

describe('a path parameter that is', () => {
  test.each(PARTS)('%j stays a segment, or is refused', async (id) => {
    const { url, requests } = await serve((_, response) => response.writeHead(404).end());
    const { status } = await call(`${url}/v1`, 'toys', { path: { id } });
    if (status === 'invalid-request') return expect(requests).toEqual([]);
    expect(status).toBe(404);
    const [path = '', query] = (requests[0]?.url ?? '').split('?');
    expect(query).toBeUndefined();
    expect(path.split('/')).toHaveLength(5);
    expect(path).toMatch(/^\/v1\/pets\/[^/]+\/toys$/);
    // Decoded once more by a proxy, it is no step up either.
    expect(path.split('/').map((part) => decodeURIComponent(part))).not.toContain('..');
    expect(requests[0]?.headers['host']).toBe(new URL(url).host);
  });
});

describe('text in other places', () => {
  const TEXTS = [
    'a\r\nX-Evil: 1',
    'a\nb',
    'a\u0000b',
    '&admin=1',
    '#x',
    '?x',
    '; Path=/',
    'a,b',
    'é',
    '\ud800',
    '%0d%0aX-Evil:1',
    '+ +',
  ];
  test.each(
    TEXTS.flatMap(
      (text) =>
        [
          ['query', 'q', text],
          ['query', 'raw', text],
          ['headers', 'X-Trace', text],
          ['cookies', 'session', text],
        ] as const,
    ),
  )('in %s, %s: %j adds nothing', async (place, name, text) => {
    const { url, requests } = await serve((_, response) => response.writeHead(404).end());
    const { status } = await call(url, 'toys', { path: { id: '1' }, [place]: { [name]: text } });
    if (status === 'invalid-request') return expect(requests).toEqual([]);
    expect(status).toBe(404);
    expect(requests).toHaveLength(1);
    const { headers = {}, url: target = '' } = requests[0] ?? {};
    expect(headers).not.toHaveProperty('x-evil');
    expect(target.startsWith('/pets/1/toys')).toBe(true);
    const given = new URL(target, url).searchParams;
    if (name === 'q') expect(given.get('admin')).toBeNull();
    expect([...given.keys()].length).toBeLessThanOrEqual(name === 'raw' ? 2 : 1);
    expect(String(headers['cookie'] ?? '').split(';')).toHaveLength(1);
  });
});

describe('a server variable', () => {
  test.each(['evil.example/', 'a@evil', 'a:80', '..', 'a/b', '', 'a\\b', 'a?b', 'a#b', 'é.com'])(
    '%j for a host is refused',
    (host) => {
      expect(() => callable('serverUrl')('http://{host}.example.com/{base}', { host })).toThrow(RangeError);
    },
  );
});

interface Row {
  readonly server: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  readonly status: string | number;
}
const rows: readonly Row[] = [
  { server: 'HTML with 200', headers: { 'content-type': 'text/html' }, body: '<html>', status: 'invalid-response' },
  { server: 'text with 200', headers: { 'content-type': 'text/plain' }, body: 'Toy', status: 'invalid-response' },
  {
    server: 'another JSON',
    headers: { 'content-type': 'application/problem+json' },
    body: '{"title":"no"}',
    status: 'invalid-response',
  },
  { server: 'no length', headers: { 'content-length': '0' }, body: '', status: 'invalid-response' },
  { server: 'a nonsense type', headers: { 'content-type': ';;;' }, body: '{}', status: 'invalid-response' },
  {
    server: 'another charset',
    headers: { 'content-type': 'application/json; charset=utf-7' },
    body: '{"name":1}',
    status: 'invalid-response',
  },
  { server: 'a wrong member', body: '{"name":"a","__proto__":{"admin":true}}', status: 'invalid-response' },
  { server: 'a member that is inherited', body: '{"__proto__":{"name":"a"}}', status: 'invalid-response' },
  {
    server: 'a bomb',
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(64 * 2 ** 20, 0x20)),
    status: 'invalid-response',
  },
  { server: 'deep lists', body: '['.repeat(100_000), status: 'invalid-response' },
  { server: 'lone surrogates', body: '{"name":"\\ud800"}', status: 200 },
];

describe('a server that answers with', () => {
  test.each(rows)('$server', async ({ headers = {}, body, status }) => {
    const { url } = await serve((_, response) => response.writeHead(200, headers).end(body));
    const result = await call(url, 'toys', { path: { id: '1' } }, { maxBytes: 2 ** 20 });
    expect(result.status).toBe(status);
    if (status === 'invalid-response') expect(result.issues?.length).toBeGreaterThan(0);
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  test('a redirect elsewhere: the credential stays', async () => {
    const other = await serve((_, response) => response.end('{"name":"a"}'));
    const { url } = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    const { status } = await call(url, 'toys', { path: { id: '1' } });
    expect(status).toBe('undocumented-status');
    expect(other.requests).toEqual([]);
  });

  test('events without end: one event has a limit', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: a\n\n');
      const more = (): void => {
        while (!response.destroyed && response.write(`data: ${'x'.repeat(2 ** 16)}\n`));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const { body } = await call(url, 'events', {}, { maxBytes: 2 ** 20 });
    if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) throw new TypeError('no sequence');
    const seen: unknown[] = [];
    await expect(
      (async () => {
        for await (const item of body as AsyncIterable<unknown>) seen.push(item);
      })(),
    ).rejects.toThrow();
    expect(seen).toHaveLength(1);
  });
});
