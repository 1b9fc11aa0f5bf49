/**
 * Both ends made from one document: what the generated client sends the generated handlers take for what it was, and what they answer
 * the client takes for what it was. Each operation of a case is a webhook of a second document, which gives it a handler.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { imported } from '../emit/operations/generated.js';
import { cases } from '../golden/cases.js';

type Handler = (request: Request) => Promise<Response>;
type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };
type Row = readonly [name: string, operation: string, input: object, reply: Reply, wanted?: object];

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'];

const ROWS: readonly Row[] = [
  [
    'parameters',
    'getPet',
    {
      path: { id: 'a/ü' },
      query: { limit: 2, 'filter[name]': 'a&b=c', fields: ['x', 'y z'], where: { age: 3 }, label: 'a=b', page: '' },
      headers: { 'X-Trace': 't 1', 'X-Filter': { age: 4 } },
      cookies: { theme: 'dark' },
    },
    { status: 200, body: 'Rex' },
  ],
  [
    'parameter-styles',
    'getStyles',
    {
      path: { simple: [1, 2], label: [3, 4], matrix: [5] },
      query: {
        form: [1, 2],
        exploded: [3, 4],
        spaces: [5, 6],
        pipes: [7, 8],
        deep: { a: 1, b: 'x y', c: { d: [2, 3] } },
        reserved: 'a/b?c',
      },
      headers: { 'X-Numbers': [1, 2] },
    },
    { status: 204 },
  ],
  [
    'path-item-parameters',
    'listItems',
    { path: { shop: 's' }, query: { limit: 'all' }, headers: { 'X-Tenant': 'te' } },
    { status: 204 },
  ],
  ['path-item-parameters', 'deleteItems', { path: { shop: 's' }, query: { limit: 3 } }, { status: 204 }],
  [
    'form-bodies',
    'login',
    { body: { user: 'a b&c', remember: true, scopes: ['r', 'w'], groups: [1, 2], device: { name: 'tv' }, next: '/a+b?c=d&e' } },
    { status: 204 },
  ],
  [
    'multipart',
    'uploadPhoto',
    {
      body: { photo: new Blob(['png']), tags: ['a', 'b'], place: { city: 'Łódź' }, sizes: [1, 2] },
      partHeaders: { photo: { 'x-rotation': 90 } },
    },

    { status: 201, body: 7 },
  ],
  ['form-bodies', 'getSettings', {}, { status: 200, body: { size: 2, tags: ['a b', 'c'] } }],
  ['multipart', 'latestPhoto', {}, { status: 200, body: { photo: new Blob(['png']), place: { city: 'Łódź' } } }],
  [
    'several-media-types',
    'addNote',
    { body: { text: 'x' } },
    { status: 200, body: { text: 'y' } },
    { contentType: 'application/json' },
  ],
  [
    'several-media-types',
    'addNote',
    { contentType: 'text/plain', body: 'x' },
    { status: 200, body: { lines: ['y'] }, headers: { 'content-type': 'application/vnd.note+json; version=2' } },
    { contentType: 'application/vnd.note+json; version=2' },
  ],
  ['status-ranges', 'getJob', {}, { status: 200, body: 'done' }, { ok: true }],
  ['status-ranges', 'getJob', {}, { status: 202, body: 3 }, { ok: true }],
  ['status-ranges', 'getJob', {}, { status: 404 }, { ok: false }],
  ['status-ranges', 'getJob', {}, { status: 418, body: 'tea' }, { ok: false }],
  ['status-ranges', 'getJob', {}, { status: 503, body: false }, { ok: false }],
  [
    'response-headers',
    'getQuota',
    {},
    { status: 200, body: 'x', headers: { 'X-Left': '3', 'X-Tags': 'a,b', Link: '</next>; rel=next' } },
    { headers: { 'x-left': 3, 'x-tags': ['a', 'b'], link: '</next>; rel=next' } },
  ],
  ['response-headers', 'getQuota', {}, { status: 429, headers: { 'Retry-After': '5' } }, { headers: { 'retry-after': 5 } }],
  ['no-content', 'deletePet', { path: { id: '1' } }, { status: 204 }],
  ['no-content', 'deletePet', { path: { id: '1' } }, { status: 404 }, { ok: false }],
  ['binary', 'putFile', { path: { name: 'f' }, body: new Blob([new Uint8Array([0, 255, 10])]) }, { status: 204 }],
  ['binary', 'getFile', { path: { name: 'f' } }, { status: 200, body: new Blob([new Uint8Array([0, 255])]) }],
  ['no-content', 'hasPet', { path: { id: '1' } }, { status: 200 }],
  ['no-content', 'putPet', { path: { id: '1' } }, { status: 204 }],
  ['binary', 'putFile', { path: { name: 'f' }, body: new Uint8Array([0, 255]) }, { status: 204 }],
  ['binary', 'getArchive', {}, { status: 200, body: new Blob([new Uint8Array([0, 255])]) }],
  ['binary', 'getArchive', {}, { status: 404, body: 'no' }, { ok: false }],
  ['sequences', 'addRows', { body: [{ id: 1 }, { id: 2 }] }, { status: 204 }],
  ['sequences', 'addRows', { body: items([{ id: 1 }, { id: 2 }]) }, { status: 204 }],
  ['sequences', 'addRows', { body: new Set([{ id: 3 }]) }, { status: 204 }],
  ['sequences', 'addRecords', { body: items([{ id: 1 }, { id: 2 }]) }, { status: 204 }],
  ['sequences', 'tell', { body: [{ event: 'born', data: 'a\nb' }, { data: 'c' }] }, { status: 204 }],
  ['sequences', 'rows', {}, { status: 200, body: items([{ id: 1 }, { id: 2 }]) }],
  ['sequences', 'records', {}, { status: 200, body: [{ id: 1 }] }],
  ['sequences', 'events', {}, { status: 200, body: [{ data: 'x', event: 'born', id: '7' }] }],
  ['callbacks', 'startJob', { body: { notify: 'https://here.example/done' } }, { status: 202 }],
  ['deprecated', 'old', { query: { q: 'x', r: 'y' } }, { status: 204 }],
  ['no-operation-id', 'deletePetsByIdToysByToy', { path: { id: '1', toy: '2' } }, { status: 204 }],
  ['odd-names', 'chosenByConfig', { query: { ["it's"]: 'x', 'a b': 'y', ['__proto__']: 'z' } }, { status: 204 }],
];

it.each(ROWS.map(([name, operation, input, reply, wanted = {}]) => [name, operation, input, reply, wanted] as const))(
  '%s: %s',
  async (name, operation, input, reply, wanted) => {
    const document: Document = parse(readFileSync(`test/cases/${name}/openapi.yaml`, 'utf8'));
    const config = cases.find((each) => each.name === name)?.options;
    const client = await imported(document, { ...config });
    const { mirror, handlerOf } = mirrored(document);
    const handlers = await imported(mirror);
    const seen: unknown[] = [];
    const url = await served(
      handlers[handlerOf(operation)]((received: unknown) => {
        seen.push(received);
        return reply;
      }),
    );
    const result = await client[operation](client['createClient']({ baseUrl: url }), input);
    expect(result).toMatchObject({ status: reply.status, ...wanted });
    // Paths are not a webhook's: the URL is where it is registered.
    const { path: _, ...sent } = input as Record<string, unknown>;
    expect(await plain(seen[0])).toEqual(await plain(sent));
    expect(await plain(result.body)).toEqual(await plain(reply.body));
  },
);

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The document with its operations as webhooks, `hook0` and so on, and the name of the handler of each. */
function mirrored(document: Document): { mirror: object; handlerOf: (operation: string) => string } {
  const webhooks: Record<string, object> = {};
  const named = new Map<string, string>();
  for (const [path, item] of Object.entries(document.paths)) {
    const shared = listOf(item['parameters']).filter(isNoPath);
    for (const method of METHODS) {
      const { operationId, callbacks, security, servers, ...operation } = Object(item[method]);
      if (!(method in item)) continue;
      const hook = `hook${named.size}`;
      webhooks[hook] = {
        parameters: shared,
        [method]: { ...operation, parameters: listOf(operation.parameters).filter(isNoPath) },
      };
      named.set(NAMES[`${method} ${path}`] ?? operationId, `onHook${named.size}`);
    }
  }
  return { mirror: { ...document, paths: {}, webhooks }, handlerOf: (operation) => named.get(operation) ?? '' };
}
const NAMES: Readonly<Record<string, string>> = {
  'delete /pets/{id}/toys/{toy}': 'deletePetsByIdToysByToy',
  'get /h': 'chosenByConfig',
};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isNoPath = (parameter: unknown): boolean => Object(parameter).in !== 'path';

/** An async iterable that can be walked through any number of times, so that it can be compared after it was sent. */
function items(list: readonly unknown[]): AsyncIterable<unknown> {
  return { [Symbol.asyncIterator]: () => Readable.from(list)[Symbol.asyncIterator]() };
}

/** Comparable: bytes and items as their list, prototypes aside. */
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof ReadableStream) return plain(await new Response(value).blob());
  if (value instanceof Set) return plain([...value]);
  if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value)
    return plain(await Readable.from(value as AsyncIterable<unknown>).toArray());
  if (ArrayBuffer.isView(value)) return [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
  if (value instanceof Blob) return [...new Uint8Array(await value.arrayBuffer())];
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value !== 'object' || value === null) return value;
  return Promise.all(Object.entries(value).map(async ([key, member]) => [key, await plain(member)])).then((entries) =>
    entries.sort(),
  );
}

/** A handler of the web behind Node's server. */
async function served(handle: Handler): Promise<string> {
  const server = createServer((request, response) => void answer(handle, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(handle: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const method = incoming.method ?? '';
  const body = method === 'GET' || method === 'HEAD' ? null : new Blob(await Readable.from(incoming).toArray());
  const headers = new Headers(incoming.headers as Record<string, string>);
  const response = await handle(new Request(`http://127.0.0.1${incoming.url}`, { method, headers, body }));
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(new Uint8Array(await response.arrayBuffer()));
}
