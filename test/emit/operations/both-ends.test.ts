/** The generated client against a server: what it sends, and what it makes of the answers. */
import { describe, expect, it } from 'vitest';
import { defaults } from '../../../src/options.js';
import { serve } from '../../runtime/server.js';
import { documentOf, imported } from './generated.js';

const json = (schema: object): object => ({ 'application/json': { schema } });
const ok = (content: object, more: object = {}): object => ({ responses: { 200: { description: 'ok', content, ...more } } });
const pet = { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: { type: 'string' } } };

describe('requests', () => {
  it.each<[string, object, unknown, { url?: string; body?: string | RegExp; type?: string | RegExp; header?: [string, string] }]>(
    [
      [
        'parameters of every place',
        {
          '/a/{id}': {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            get: {
              operationId: 'run',
              parameters: [
                { name: 'q', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
                {
                  name: 'deep',
                  in: 'query',
                  style: 'deepObject',
                  schema: { type: 'object', properties: { a: { type: 'integer' } } },
                },
                { name: 'X-H', in: 'header', schema: { type: 'integer' } },
              ],
              ...ok(json({})),
            },
          },
        },
        { path: { id: 'x/y' }, query: { q: ['1', '2'], deep: { a: 3 } }, headers: { 'X-H': 4 } },
        { url: '/a/x%2Fy?deep%5Ba%5D=3&q=1&q=2', header: ['x-h', '4'] },
      ],
      [
        'JSON',
        { '/a': { post: { operationId: 'run', requestBody: { required: true, content: json(pet) }, ...ok(json({})) } } },
        { body: { id: 1 } },
        { body: '{"id":1}', type: 'application/json' },
      ],
      [
        'a form',
        {
          '/a': {
            post: {
              operationId: 'run',
              requestBody: {
                content: {
                  'application/x-www-form-urlencoded': {
                    schema: { type: 'object' },
                    encoding: { c: { style: 'form', explode: false } },
                  },
                },
              },
              ...ok(json({})),
            },
          },
        },
        { body: { a: 'x y', b: [1, 2], c: [1, 2], d: { e: 1 } } },
        { body: 'a=x%20y&b=1&b=2&c=1,2&d=%7B%22e%22%3A1%7D', type: 'application/x-www-form-urlencoded' },
      ],
      [
        'parts',
        {
          '/a': {
            post: {
              operationId: 'run',
              requestBody: {
                content: {
                  'multipart/form-data': {
                    schema: {
                      type: 'object',
                      properties: {
                        file: { type: 'string', format: 'binary' },
                        meta: { type: 'object' },
                        tags: { type: 'array', items: { type: 'string' } },
                      },
                    },
                    encoding: { file: { contentType: 'image/png' } },
                  },
                },
              },
              ...ok(json({})),
            },
          },
        },
        { body: { file: new File(['bytes'], 'a"b\r\n.png'), meta: { a: 1 }, tags: ['x', 'y'] } },
        {
          type: /^multipart\/form-data; boundary=(.+)$/,
          body: new RegExp(
            [
              '^--(\\S+)\r\nContent-Disposition: form-data; name="file"; filename="a%22b%0D%0A.png"\r\nContent-Type: image/png\r\n\r\nbytes\r\n',
              '--\\1\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n',
              '--\\1\r\nContent-Disposition: form-data; name="tags"\r\nContent-Type: text/plain\r\n\r\nx\r\n',
              '--\\1\r\nContent-Disposition: form-data; name="tags"\r\nContent-Type: text/plain\r\n\r\ny\r\n--\\1--\r\n$',
            ].join(''),
          ),
        },
      ],
      [
        'text',
        {
          '/a': {
            post: {
              operationId: 'run',
              requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } },
              ...ok(json({})),
            },
          },
        },
        { body: 'hello' },
        { body: 'hello', type: 'text/plain' },
      ],
      [
        'bytes',
        { '/a': { post: { operationId: 'run', requestBody: { content: { 'application/octet-stream': {} } }, ...ok(json({})) } } },
        { body: new Blob(['\u00ff']) },
        { body: '\u00c3\u00bf', type: 'application/octet-stream' },
      ],
      [
        'a choice of media types',
        {
          '/a': {
            post: {
              operationId: 'run',
              requestBody: { content: { ...json(pet), 'text/plain': { schema: { type: 'string' } } } },
              ...ok(json({})),
            },
          },
        },
        { contentType: 'text/plain', body: 'hello' },
        { body: 'hello', type: 'text/plain' },
      ],
      [
        'the preferred one unasked',
        {
          '/a': {
            post: {
              operationId: 'run',
              requestBody: { content: { ...json(pet), 'text/plain': { schema: { type: 'string' } } } },
              ...ok(json({})),
            },
          },
        },
        { body: { id: 1 } },
        { body: '{"id":1}', type: 'application/json' },
      ],
      [
        'JSON under a range, and in a header of other letters than Latin ones',
        {
          '/a': {
            post: {
              operationId: 'run',
              parameters: [{ name: 'X-H', in: 'header', content: json({ type: 'object' }) }],
              requestBody: { content: { '*/*': { schema: pet } } },
              ...ok(json({})),
            },
          },
        },
        { headers: { 'X-H': { a: 'é漢' } }, body: { id: 1 } },
        { body: '{"id":1}', type: /^application\/json$/, header: ['x-h', '{"a":"\\u00e9\\u6f22"}'] },
      ],
      [
        'text under a range',
        { '/a': { post: { operationId: 'run', requestBody: { content: { 'text/*': {} } }, ...ok(json({})) } } },
        { body: 'hello' },
        { body: 'hello', type: /^text\/plain$/ },
      ],
      [
        'parts under a range',
        {
          '/a': {
            post: { operationId: 'run', requestBody: { content: { 'multipart/*': { schema: pet } } }, ...ok(json({})) },
          },
        },
        { body: { id: 1 } },
        { body: /form-data; name="id"/, type: /^multipart\/form-data; boundary=/ },
      ],
      [
        'no body',
        { '/a': { post: { operationId: 'run', requestBody: { content: json(pet) }, ...ok(json({})) } } },
        {},
        { body: '' },
      ],
    ],
  )('%s', async (_, paths, input, want) => {
    const client = await imported(documentOf(paths));
    const { url, requests } = await serve((__, response) => response.end('{}'));
    const result = await client['run'](client['createClient']({ baseUrl: url }), input);
    expect(result.issues ?? []).toEqual([]);
    expect(result.status).toBe(200);
    const [request] = requests;
    if (want.url) expect(request?.url).toBe(want.url);
    if (want.body !== undefined)
      expect(request?.body).toEqual(want.body instanceof RegExp ? expect.stringMatching(want.body) : want.body);
    if (want.type) expect(request?.headers['content-type']).toEqual(expect.stringMatching(want.type));
    if (want.header) expect(request?.headers[want.header[0]]).toBe(want.header[1]);
  });
});

describe('answers', () => {
  const paths = {
    '/a': {
      get: {
        operationId: 'run',
        responses: {
          200: { description: 'ok', content: { ...json(pet), 'text/plain': { schema: { type: 'string' } }, 'image/*': {} } },
          201: {
            description: 'ok',
            headers: {
              'X-Left': { required: true, schema: { type: 'integer' } },
              'X-Tags': { schema: { type: 'array', items: { type: 'string' } } },
            },
            content: json(pet),
          },
          202: {
            description: 'form',
            content: {
              'application/x-www-form-urlencoded': {
                schema: {
                  type: 'object',
                  properties: { n: { type: 'integer' }, l: { type: 'array', items: { type: 'boolean' } } },
                },
              },
            },
          },
          207: {
            description: 'versions',
            content: {
              'application/json': { schema: { type: 'boolean' } },
              'application/json; v=1': { schema: { type: 'string' } },
              'application/json; v=2': { schema: { type: 'integer' } },
            },
          },
          203: { description: 'text', content: { 'text/csv': { schema: { type: 'string' } } } },
          404: { description: 'no' },
          '4XX': { description: 'no', content: json({ type: 'string' }) },
          default: { description: 'no', content: json({ type: 'number' }) },
        },
      },
    },
  };

  it.each<[number, Record<string, string>, string, object]>([
    [
      200,
      { 'content-type': 'application/json' },
      '{"id":1}',
      { ok: true, status: 200, contentType: 'application/json', body: { id: 1 } },
    ],
    [200, { 'content-type': 'text/plain; charset=iso-8859-1' }, '\u00e9', { contentType: 'text/plain', body: '\u00e9' }],
    [200, { 'content-type': 'image/png' }, 'x', { contentType: 'image/*', body: expect.any(Blob) }],
    [200, { 'content-type': 'text/html' }, 'x', { ok: false, status: 'invalid-response', body: 'x' }],
    [200, {}, '{"id":1}', { contentType: 'application/json' }],
    [201, { 'x-left': '3', 'x-tags': 'a, b' }, '{"id":1}', { headers: { 'x-left': 3, 'x-tags': ['a', 'b'] } }],
    [201, {}, '{"id":1}', { status: 'invalid-response', issues: [expect.objectContaining({ pointer: '/headers/x-left' })] }],
    [201, { 'x-left': 'many' }, '{"id":1}', { status: 'invalid-response' }],
    [202, { 'content-type': 'application/x-www-form-urlencoded' }, 'n=1&l=true&l=false', { body: { n: 1, l: [true, false] } }],
    [207, { 'content-type': 'application/json;v="2"; charset=utf-8' }, '2', { contentType: 'application/json; v=2', body: 2 }],
    [207, { 'content-type': 'application/json; v=1' }, '"x"', { contentType: 'application/json; v=1', body: 'x' }],
    [207, { 'content-type': 'application/json; v=3' }, 'true', { contentType: 'application/json', body: true }],
    [207, { 'content-type': 'application/json; v=1' }, '2', { status: 'invalid-response' }],
    [203, { 'content-type': 'text/csv; header=present' }, 'a,b', { body: 'a,b' }],
    [203, { 'content-type': 'text/html' }, 'a,b', { status: 'invalid-response' }],
    [203, { 'content-type': 'text/csv; charset=nonsense' }, 'a,b', { status: 'invalid-response' }],
    [404, {}, '"x"', { ok: false, status: 404, body: undefined }],
    [418, {}, '"x"', { ok: false, status: 418, body: 'x' }],
    [500, {}, '1', { ok: false, status: 500, body: 1 }],
    [500, {}, '"x"', { ok: false, status: 'invalid-response' }],
    [206, {}, '1', { ok: false, status: 206, body: 1 }],
  ])('%i %j %j', async (status, headers, body, want) => {
    const client = await imported(documentOf(paths));
    const { url } = await serve((__, response) => response.writeHead(status, headers).end(Buffer.from(body, 'latin1')));
    expect(await client['run'](client['createClient']({ baseUrl: url }))).toMatchObject(want);
  });

  it('default alone describes successes too', async () => {
    const client = await imported(
      documentOf({ '/a': { get: { operationId: 'run', responses: { default: { description: 'all', content: json(pet) } } } } }),
    );
    const { url } = await serve((request, response) => response.writeHead(request.url === '/x/a' ? 500 : 201).end('{"id":1}'));
    expect(await client['run'](client['createClient']({ baseUrl: url }))).toMatchObject({
      ok: true,
      status: 201,
      body: { id: 1 },
    });
    expect(await client['run'](client['createClient']({ baseUrl: `${url}/x/` }))).toMatchObject({ ok: false, status: 500 });
  });
});

it('integers that a number can not hold keep their digits both ways', async () => {
  const big = json({ type: 'object', properties: { id: { type: 'integer', format: 'int64' } } });
  const paths = { '/a': { post: { operationId: 'run', requestBody: { content: big }, ...ok(big) } } };
  const client = await imported(documentOf(paths), { schemas: { ...defaults.schemas, int64: 'bigint' } });
  const { url, requests } = await serve((_, response) => response.end('{"id":9007199254740993}'));
  const result = await client['run'](client['createClient']({ baseUrl: url }), { body: { id: 9007199254740995n } });
  expect(requests[0]?.body).toBe('{"id":9007199254740995}');
  expect(result).toMatchObject({ status: 200, body: { id: 9007199254740993n } });
});

it('so do those of sequences and of handlers', async () => {
  const schema = { type: 'object', properties: { id: { type: 'integer', format: 'int64' } } };
  const rows = { content: { 'application/jsonl': { itemSchema: schema } } };
  const post = { requestBody: rows, responses: { 200: { description: '', ...rows } } };
  const hook = { post: { requestBody: { content: json(schema) }, ...ok(json(schema)) } };
  const document = documentOf({ '/a': { post: { operationId: 'run', ...post } } }, { webhooks: { one: hook, many: { post } } });
  const { run, createClient, onOne, onMany } = await imported(document, { schemas: { ...defaults.schemas, int64: 'bigint' } });
  const { url, requests } = await serve((_, response) => response.end('{"id":9007199254740993}\n'));
  const result = await run(createClient({ baseUrl: url }), { body: [{ id: 9007199254740995n }] });
  const items: unknown[] = [];
  for await (const item of result.body) items.push(item);
  expect([requests[0]?.body, items]).toEqual(['{"id":9007199254740995}\n', [{ id: 9007199254740993n }]]);

  const seen: unknown[] = [];
  const body = '{"id":9007199254740997}';
  const echo = (input: { body: unknown }) => {
    seen.push(input.body);
    return { status: 200, body: input.body };
  };
  for (const [handler, type] of [
    [onOne, 'application/json'],
    [onMany, 'application/jsonl'],
  ] as const) {
    const request = new Request('http://a', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await (await handler(echo)(request)).text()).trim()).toBe(body);
  }
  expect(seen).toEqual([{ id: 9007199254740997n }, [{ id: 9007199254740997n }]]);
});

describe('webhooks', () => {
  const document = documentOf(
    { '/unused': { get: { operationId: 'unused', ...ok(json({})) } } },
    {
      webhooks: {
        'pet came': {
          post: {
            parameters: [
              { name: 'tag', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
              { name: 'X-Signature', in: 'header', required: true, schema: { type: 'string' } },
            ],
            requestBody: { required: true, content: { ...json(pet), 'application/x-www-form-urlencoded': { schema: pet } } },
            responses: { 200: { description: 'ok', content: json({ type: 'string' }) }, '4XX': { description: 'no' } },
          },
        },
      },
    },
  );
  const request = (init: RequestInit = {}, url = 'http://here/hook?tag=1&tag=2') =>
    new Request(url, {
      method: 'POST',
      body: '{"id":1}',
      ...init,
      headers: { 'x-signature': 's', 'content-type': 'application/json', ...init.headers },
    });

  it.each<[string, Request, number, unknown]>([
    ['JSON', request(), 200, { query: { tag: [1, 2] }, headers: { 'X-Signature': 's' }, body: { id: 1 } }],
    [
      'a form',
      request({ body: 'id=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      200,
      expect.objectContaining({ contentType: 'application/x-www-form-urlencoded', body: { id: 1 } }),
    ],
    ['a wrong shape', request({ body: '{"id":"x"}' }), 400, undefined],
    ['no JSON', request({ body: '{' }), 400, undefined],
    ['no body', request({ body: '' }), 400, undefined],
    [
      'no signature',
      new Request('http://here', { method: 'POST', body: '{"id":1}', headers: { 'content-type': 'application/json' } }),
      400,
      undefined,
    ],
    ['another media type', request({ headers: { 'content-type': 'text/plain' } }), 415, undefined],
    ['another method', request({ method: 'PUT' }), 405, undefined],
    ['too much', request({ body: `{"id":1,"name":"${'x'.repeat(2_000)}"}` }), 413, undefined],
    ['a wrong parameter', request({}, 'http://here/?tag=x'), 400, undefined],
  ])('%s', async (_, sent, status, want) => {
    const { onPetCame } = await imported(document);
    const seen: unknown[] = [];
    const handle = onPetCame(
      (input: unknown) => {
        seen.push(input);
        return { status: 200, body: 'thanks' };
      },
      { maxBytes: 1_000 },
    );
    const response: Response = await handle(sent);
    expect(response.status).toBe(status);
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
    expect(JSON.parse(JSON.stringify(seen))).toEqual(want === undefined ? [] : [want]);
    if (status === 200) expect(await response.json()).toBe('thanks');
  });

  it('leaves the bytes to the handler, whose signature they are', async () => {
    const { onPetCame } = await imported(document);
    const handle = onPetCame(async (_: unknown, raw: Request) => ({ status: 200, body: await raw.text() }));
    expect(await (await handle(request({ body: '{ "id": 1 }' }))).json()).toBe('{ "id": 1 }');
  });

  it.each<[string, object, unknown, string]>([
    ['JSON of a range', { '*/*': { schema: pet } }, { id: 1 }, 'application/json'],
    ['text of a range', { 'text/*': { schema: { type: 'string' } } }, 'x', 'text/plain'],
    ['bytes of a range', { 'image/*': {} }, new Blob(['x'], { type: 'image/png' }), 'image/png'],
    ['bytes of a type', { 'image/gif': {} }, new Blob(['x'], { type: 'image/png' }), 'image/gif'],
    ['what is not documented', {}, { id: 1 }, 'application/json'],
  ])('the reply says what it is: %s', async (_, content, body, type) => {
    const responses = Object.keys(content).length === 0 ? {} : { responses: { 200: { description: 'ok', content } } };
    const { onHook } = await imported(documentOf({}, { webhooks: { hook: { post: responses } } }));
    const response: Response = await onHook(() => ({ status: 200, body }))(new Request('http://here', { method: 'POST' }));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('secret'))],
    ['answers with an undocumented status', () => ({ status: 302 })],
    ['breaks its schema', () => ({ status: 200, body: 1 })],
  ])('500 where the handler %s, and nothing of why', async (_, handle) => {
    const { onPetCame } = await imported(document);
    const told: unknown[] = [];
    const response: Response = await onPetCame(handle, { error: (cause: unknown) => told.push(cause) })(request());
    expect([response.status, await response.text(), told.length]).toEqual([500, '', 1]);
  });
});

describe('pages and links', () => {
  const list = { type: 'array', items: { type: 'string' } };
  const query = (...names: readonly string[]) =>
    names.map((name) => ({ name, in: 'query', schema: { type: name === 'cursor' ? 'string' : 'integer' } }));
  const document = documentOf({
    '/cursor': {
      get: {
        operationId: 'byCursor',
        parameters: query('cursor'),
        ...ok(json({ type: 'object', properties: { items: list, next: { type: ['string', 'null'] } } })),
      },
    },
    '/offset': { get: { operationId: 'byOffset', parameters: query('offset', 'limit'), ...ok(json(list)) } },
    '/link': { get: { operationId: 'byLink', parameters: query('page'), ...ok(json(list)) } },
    '/owners/{id}': {
      get: {
        operationId: 'owner',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        ...ok(json({ type: 'string' })),
      },
    },
    '/pets': {
      get: {
        operationId: 'pet',
        ...ok(json({ type: 'object', properties: { owner: { type: 'string' } } }), {
          links: { holder: { operationId: 'owner', parameters: { id: '$response.body#/owner' } } },
        }),
      },
    },
  });
  const pagination = {
    byCursor: { kind: 'cursor', parameter: 'cursor', next: '/next', items: '/items' },
    byOffset: { kind: 'offset', offset: 'offset', limit: 'limit', items: '' },
    'GET /link': { kind: 'next-link', next: 'link', items: '' },
  } as const;
  const server = () =>
    serve(({ url }, response) => {
      const { pathname, searchParams } = new URL(url, 'http://x');
      const at = Number(searchParams.get('cursor') ?? searchParams.get('offset') ?? searchParams.get('page') ?? 0);
      const all = ['a', 'b', 'c'];
      if (pathname === '/cursor')
        response.end(JSON.stringify({ items: all.slice(at, at + 2), next: at + 2 < 3 ? String(at + 2) : null }));
      else if (pathname === '/offset') response.end(JSON.stringify(all.slice(at, at + 2)));
      else if (pathname === '/link')
        response
          .writeHead(200, at < 2 ? { link: `<http://evil.example/link?page=${at + 1}>; rel="next", </x>; rel=prev` } : {})
          .end(JSON.stringify([all[at]]));
      else if (pathname === '/pets') response.end('{"owner":"x/y"}');
      else response.end(JSON.stringify(pathname));
    });

  it.each(['byCursor', 'byOffset', 'byLink'])('%s gives every item once', async (name) => {
    const client = await imported(document, { pagination });
    const { url } = await server();
    const items: string[] = [];
    for await (const item of client[`${name}Items`](client['createClient']({ baseUrl: url }))) items.push(item);
    expect(items).toEqual(['a', 'b', 'c']);
  });

  it('a page that can not be had ends the walk with an error', async () => {
    const client = await imported(document, { pagination });
    const { url } = await serve((_, response) => response.writeHead(500).end());
    const walk = async () => {
      for await (const page of client['byCursorPages'](client['createClient']({ baseUrl: url }))) throw new Error(String(page));
    };
    await expect(walk()).rejects.toMatchObject({ name: 'OperationError', result: { status: 'undocumented-status' } });
  });

  it('a server that repeats itself does not make it endless', async () => {
    const client = await imported(document, { pagination });
    const { url } = await serve((_, response) => response.end('{"items":["a"],"next":"1"}'));
    const walk = async () => {
      for await (const item of client['byCursorItems'](client['createClient']({ baseUrl: url }))) expect(item).toBe('a');
    };
    await expect(walk()).rejects.toThrow(RangeError);
  });

  it('a server that goes in circles does not make it endless', async () => {
    const client = await imported(document, { pagination });
    const { url } = await serve(({ url }, response) =>
      response.end(JSON.stringify({ items: ['a'], next: url.endsWith('=1') ? '2' : '1' })),
    );
    const walk = async () => {
      for await (const item of client['byCursorItems'](client['createClient']({ baseUrl: url }))) expect(item).toBe('a');
    };
    await expect(walk()).rejects.toThrow(RangeError);
  });

  it.each(['bigint', 'string', 'number'] as const)('offsets, totals and cursors of 64 bits as %s', async (int64) => {
    const long = { type: 'integer', format: 'int64' };
    const parameters = ['offset', 'limit'].map((name) => ({ name, in: 'query', schema: long }));
    const items = { type: 'array', items: { type: 'integer' } };
    const document = documentOf({
      '/offset': {
        get: { operationId: 'long', parameters, ...ok(json({ type: 'object', properties: { items, total: long } })) },
      },
      '/cursor': {
        get: {
          operationId: 'after',
          parameters: [{ name: 'after', in: 'query', schema: { type: 'string' } }],
          ...ok(json({ type: 'object', properties: { items, last: { type: ['integer', 'null'] } } })),
        },
      },
    });
    const client = await imported(document, {
      pagination: {
        long: { kind: 'offset', offset: 'offset', limit: 'limit', items: '/items', total: '/total' },
        after: { kind: 'cursor', parameter: 'after', next: '/last', items: '/items' },
      },
      schemas: { ...defaults.schemas, int64 },
    });
    const { url, requests } = await serve(({ url }, response) => {
      const { searchParams } = new URL(url, 'http://x');
      const at = Number(searchParams.get('offset') ?? searchParams.get('after') ?? 0);
      response.end(JSON.stringify({ items: [at], total: 3, last: at < 2 ? at + 1 : null }));
    });
    const caller = client['createClient']({ baseUrl: url });
    const found: number[] = [];
    const limit = int64 === 'bigint' ? 1n : int64 === 'string' ? '1' : 1;
    for await (const item of client['longItems'](caller, { query: { limit } })) found.push(item);
    for await (const item of client['afterItems'](caller)) found.push(item);
    expect(found).toEqual([0, 1, 2, 0, 1, 2]);
    expect(requests).toHaveLength(6);
  });

  it.each<[string, boolean | typeof RangeError]>([
    ['</link?page=2>; rel=next', true],
    ['</x>; rel=prev, </link?page=2>; title="a, b; rel=prev"; rel = "last Next"', true],
    ['</link?page=2>; crossorigin; rel=next', true],
    ['</link?page=2&key=secret>; rel=next', true],
    ['</link?page=2>; rel=next-archive', false],
    ['</link?page=2>; rel=prev; rel=next', false],
    ['</link?page=2>', false],
    ['<http://[>; rel=next', RangeError],
    ['</link?page=2&other=1>; rel=next', RangeError],
  ])('the header Link: %s', async (link, follows) => {
    const secured = documentOf(
      {
        '/link': { get: { operationId: 'byLink', parameters: query('page'), security: [{ key: [] }], ...ok(json(list)) } },
      },
      { components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'key' } } } },
    );
    const client = await imported(secured, { pagination: { byLink: { kind: 'next-link', next: 'link', items: '' } } });
    const { url, requests } = await serve((request, response) =>
      response.writeHead(200, request.url.includes('page') ? {} : { link }).end('["a"]'),
    );
    const walk = async () => {
      const caller = client['createClient']({ baseUrl: url, auth: { key: 'mine' } });
      for await (const item of client['byLinkItems'](caller)) expect(item).toBe('a');
    };
    if (typeof follows === 'boolean') {
      await walk();
      expect(requests.map(({ url }) => url)).toEqual(['/link?key=mine', ...(follows ? ['/link?page=2&key=mine'] : [])]);
    } else await expect(walk()).rejects.toThrow(follows);
  });

  it('a link leads on', async () => {
    const client = await imported(document, { pagination });
    const { url } = await server();
    const caller = client['createClient']({ baseUrl: url });
    const result = await client['pet'](caller);
    expect(await client['petHolder'](caller, { input: {}, result })).toMatchObject({ status: 200, body: '/owners/x%2Fy' });
  });
});
