/** What real servers do beside what they promise: each ends in the right member of the union, and none of it throws. */

import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deadUrl, serve } from './server.js';
import { call, getPet } from './subject.js';

interface Row {
  readonly server: string;
  readonly answer: (response: ServerResponse) => void;
  readonly status: number | string;
  readonly http?: number;
  readonly body?: unknown;
}

const whole =
  (status: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };
const raw =
  (text: string) =>
  (response: ServerResponse): void => {
    response.socket?.end(text);
  };

const rows: readonly Row[] = [
  {
    server: 'keeps its promise',
    answer: whole(200, '{"id":1}', { 'content-type': 'application/json' }),
    status: 200,
    body: { id: 1 },
  },
  { server: 'states no content type', answer: whole(200, '{"id":1}'), status: 200, body: { id: 1 } },
  {
    server: 'states the wrong content type',
    answer: whole(200, '{"id":1}', { 'content-type': 'text/plain' }),
    status: 200,
    body: { id: 1 },
  },
  { server: 'begins with a byte order mark', answer: whole(200, '\ufeff{"id":1}'), status: 200, body: { id: 1 } },
  {
    server: 'compresses',
    answer: whole(200, gzipSync('{"id":1}'), { 'content-encoding': 'gzip' }),
    status: 200,
    body: { id: 1 },
  },
  {
    server: 'answers HTML with 502',
    answer: whole(502, '<html>', { 'content-type': 'text/html' }),
    status: 'undocumented-status',
    http: 502,
    body: '<html>',
  },
  { server: 'answers JSON with 502', answer: whole(502, '{"a":1}'), status: 'undocumented-status', http: 502, body: { a: 1 } },
  {
    server: 'answers HTML with 200',
    answer: whole(200, '<html>', { 'content-type': 'text/html' }),
    status: 'invalid-response',
    http: 200,
  },
  { server: 'cuts the JSON short', answer: whole(200, '{"id":'), status: 'invalid-response', http: 200 },
  { server: 'sends a wrong shape', answer: whole(200, '{"id":"1"}'), status: 'invalid-response', http: 200 },
  { server: 'sends no body', answer: whole(200, '', { 'content-length': '0' }), status: 'invalid-response', http: 200 },
  { server: 'sends null', answer: whole(200, 'null'), status: 'invalid-response', http: 200 },
  {
    server: 'sends 204 where 200 is promised',
    answer: whole(204, ''),
    status: 'undocumented-status',
    http: 204,
    body: undefined,
  },
  { server: 'sends a body where none is documented', answer: whole(401, '{"a":1}'), status: 401, body: undefined },
  { server: 'uses another status of a range', answer: whole(418, '{"a":1}'), status: 418, body: { a: 1 } },
  { server: 'sends spaces', answer: whole(200, ' '.repeat(2 ** 20)), status: 'invalid-response', http: 200 },
  { server: 'sends invalid UTF-8', answer: whole(200, Buffer.from([0x22, 0xff, 0x22])), status: 'invalid-response', http: 200 },
  { server: 'sends UTF-16', answer: whole(200, Buffer.from('{"id":1}', 'utf16le')), status: 'invalid-response', http: 200 },
  {
    server: 'redirects elsewhere',
    answer: whole(307, '', { location: 'http://127.0.0.1:1/' }),
    status: 'undocumented-status',
    http: 307,
  },
  {
    server: 'says Content-Encoding: gzip of what is none',
    answer: whole(200, '{"id":1}', { 'content-encoding': 'gzip' }),
    status: 'network-error',
  },
  {
    server: 'uses the status 600',
    answer: raw('HTTP/1.1 600 Odd\r\ncontent-length: 2\r\n\r\n{}'),
    status: 'undocumented-status',
    http: 600,
  },
  { server: 'uses the status 099', answer: raw('HTTP/1.1 099 Odd\r\ncontent-length: 0\r\n\r\n'), status: 'network-error' },
  { server: 'talks no HTTP', answer: raw('220 smtp ready\r\n'), status: 'network-error' },
  { server: 'floods with headers', answer: raw(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(100_000)}\r\n`), status: 'network-error' },
  {
    server: 'hints before it answers',
    answer: raw(
      `${'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1_000)}HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n{"id":1}`,
    ),
    status: 200,
    body: { id: 1 },
  },
  {
    server: 'hints for ever',
    answer(response) {
      const timer = setInterval(() => response.socket?.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 5);
      response.socket?.on('close', () => clearInterval(timer));
    },
    status: 'timeout',
  },
  {
    server: 'sends trailers',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ntrailer: x-a\r\n\r\n8\r\n{"id":1}\r\n0\r\nx-a: 1\r\n\r\n'),
    status: 200,
    body: { id: 1 },
  },
  {
    server: 'sends chunks of no size',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{"id":1}\r\n0\r\n\r\n'),
    status: 'network-error',
  },
  {
    server: 'states two lengths',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: 8\r\ncontent-length: 9\r\n\r\n{"id":1}'),
    status: 'network-error',
  },
  {
    server: 'states a length and chunks',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: 8\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{"id":1}\r\n0\r\n\r\n'),
    status: 'network-error',
  },
  {
    server: 'has a NUL in a header',
    answer: raw('HTTP/1.1 200 OK\r\nx-a: a\0b\r\ncontent-length: 8\r\n\r\n{"id":1}'),
    status: 'network-error',
  },
  {
    server: 'states two content types',
    answer: raw(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-type: text/html\r\ncontent-length: 10\r\n\r\n{"id":"1"}',
    ),
    status: 'invalid-response',
    http: 200,
  },
  {
    server: 'has a content type of 100 kB',
    answer: raw(`HTTP/1.1 200 OK\r\ncontent-type: ${'a'.repeat(100_000)}\r\ncontent-length: 8\r\n\r\n{"id":1}`),
    status: 'network-error',
  },
  {
    server: 'calls UTF-8 UTF-16',
    answer: whole(200, '{"id":1}', { 'content-type': 'application/json; charset=utf-16' }),
    status: 200,
    body: { id: 1 },
  },
  {
    server: 'nests 100,000 lists',
    answer: whole(200, `{"id":1,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    status: 200,
  },
  {
    server: 'nests 100,000 lists where a number is expected',
    answer: whole(200, `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    status: 'invalid-response',
    http: 200,
  },
  {
    server: 'switches protocols',
    answer: raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    status: 'network-error',
  },
  { server: 'says that nothing changed', answer: whole(304, ''), status: 'undocumented-status', http: 304, body: undefined },
  {
    server: 'sends a body with 205',
    answer: raw('HTTP/1.1 205 Reset Content\r\ncontent-length: 8\r\n\r\n{"id":1}'),
    status: 'undocumented-status',
    http: 205,
  },
  {
    server: 'sends a body with 204',
    answer: raw('HTTP/1.1 204 No Content\r\ncontent-length: 8\r\n\r\n{"id":1}'),
    status: 'undocumented-status',
    http: 204,
    body: undefined,
  },
  { server: 'resets at once', answer: (response) => response.socket?.destroy(), status: 'network-error' },
  {
    server: 'resets in the middle',
    answer(response) {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id"', () => response.socket?.destroy());
    },
    status: 'network-error',
  },
  { server: 'hangs', answer: () => {}, status: 'timeout' },
  {
    server: 'hangs in the body',
    answer(response) {
      response.write('{"id"');
    },
    status: 'timeout',
  },
  {
    server: 'drips',
    answer(response) {
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(timer));
    },
    status: 'timeout',
  },
  {
    server: 'never ends',
    answer(response) {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(2 ** 16)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    },
    status: 'invalid-response',
    http: 200,
  },
];

describe('a server that', () => {
  it.each(rows)('$server', async ({ answer, status, http, ...row }) => {
    const { url } = await serve((_, response) => answer(response));
    const result = await call(getPet, { baseUrl: url, timeout: status === 'timeout' ? 100 : 20_000, maxBytes: 2 ** 22 });
    expect(result.status).toBe(status);
    expect(result.ok).toBe(status === 200);
    if ('response' in result) expect(result.response.status).toBe(http ?? status);
    else expect(http).toBeUndefined();
    if ('body' in row) expect('body' in result && result.body).toEqual(row.body);
    if (result.status === 'invalid-response') expect(result.issues).not.toHaveLength(0);
  });

  it('is not there', async () => {
    const result = await call(getPet, { baseUrl: await deadUrl() });
    expect(result.status).toBe('network-error');
  });

  it('sends the next answer before it is asked for', async () => {
    let turn = 0;
    const { url } = await serve((_, response) => {
      const second = 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{"id":666}';
      if (turn++ === 0) response.socket?.write(`HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n{"id":1}${second}`);
      else response.end('{"id":2}');
    });
    const bodies: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      const result = await call(getPet, { baseUrl: url });
      bodies.push('body' in result ? result.body : result.status);
    }
    expect(JSON.stringify(bodies)).not.toContain('666');
  });

  it('sets cookies, and never sees them again', async () => {
    const { url, requests } = await serve((_, response) => {
      response.writeHead(200, { 'set-cookie': 'session=evil; Path=/' }).end('{"id":1}');
    });
    for (let i = 0; i < 2; i++) await call(getPet, { baseUrl: url });
    expect(requests.map(({ headers }) => headers['cookie'])).toEqual([undefined, undefined]);
  });

  it('hides __proto__ in JSON, which is a member like any other', async () => {
    const { url } = await serve((_, response) => response.end('{"id":1,"__proto__":{"admin":true},"id":2}'));
    const result = await call(getPet, { baseUrl: url });
    const body = 'body' in result ? (result.body as { readonly id: number }) : undefined;
    expect(Object.keys(body ?? {})).toContain('__proto__');
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    expect(body?.id).toBe(2);
  });
});
