/**
 * Both ends made from one document: what the generated client sends the generated handlers take for what it was, and what they answer
 * the client takes for what it was. Each operation of a case is a webhook of a second document, which gives it a handler.
 */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { imported } from '../emit/operations/generated.js';
import { cases } from '../golden/cases.js';
import { mirrored, modelOf } from './ends/mirror.js';
import { served } from './ends/server.js';
import { plain } from './ends/values.js';

type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };
type Row = readonly [name: string, operation: string, input: object, reply: Reply, wanted?: object];

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
    const golden = cases.find((each) => each.name === name);
    if (!golden) throw new Error(`there is no case ${name}`);
    const document = parse(readFileSync(`test/cases/${name}/openapi.yaml`, 'utf8'));
    const { mirror, pairings } = mirrored(document, await modelOf(golden));
    const client = await imported(document, golden.options);
    const handlers = await imported(mirror);
    const receiver = pairings.find(({ sender }) => sender === operation)?.receiver ?? '';
    const seen: unknown[] = [];
    const url = await served(
      handlers[receiver]((received: unknown) => {
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

/** An async iterable that can be walked through any number of times, so that it can be compared after it was sent. */
function items(list: readonly unknown[]): AsyncIterable<unknown> {
  return { [Symbol.asyncIterator]: () => Readable.from(list)[Symbol.asyncIterator]() };
}
