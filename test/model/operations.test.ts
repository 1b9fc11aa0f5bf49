import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/model/api.js';
import { apiOf } from '../document.js';

/** The one operation of a document. */
async function operationOf(yaml: string, options = {}): Promise<{ operation: Operation; said: readonly string[] }> {
  const { api, said } = await apiOf(yaml, options);
  const [operation] = api.operations;
  if (!operation) throw new Error(`no operation: ${said.join('\n')}`);
  return { operation, said };
}
const ok = `responses: { '204': { description: done } }`;

describe('names', () => {
  it.each([
    ['/pets/{id}', 'get', undefined, 'getPetsById'],
    ['/', 'post', undefined, 'post'],
    ['/a-b/c.d', 'delete', undefined, 'deleteABCD'],
    ['/x', 'get', 'BmCapacityHandler.get', 'bmCapacityHandlerGet'],
    ['/x', 'get', 'delete', 'delete_'],
  ])('%s %s with operationId %s is %s', async (path, method, operationId, name) => {
    const id = operationId === undefined ? '' : `operationId: ${operationId}, `;
    const parameters = path.includes('{id}')
      ? `parameters: [{ name: id, in: path, required: true, schema: { type: string } }], `
      : '';
    const { operation } = await operationOf(`paths: { '${path}': { ${method}: { ${id}${parameters}${ok} } } }`);
    expect(operation.name).toBe(name);
  });

  it('can be pinned by operationId and by METHOD /path', async () => {
    const yaml = `paths: { /x: { get: { operationId: one, ${ok} }, put: { ${ok} } } }`;
    const { api } = await apiOf(yaml, {
      operations: {
        names: { one: 'first', 'PUT /x': 'second' },
        requireBody: [],
        streams: [],
        undeclaredPathParameters: 'string',
      },
    });
    expect(api.operations.map((operation) => operation.name)).toEqual(['first', 'second']);
  });

  it('of operations that share an operationId are made of method and path, so that no order decides', async () => {
    const twins = ['/a: { get: { operationId: x, OK } }', '/b: { get: { operationId: x, OK }, put: { operationId: y, OK } }'].map(
      (item) => item.replaceAll('OK', ok),
    );
    for (const items of [twins, twins.toReversed()]) {
      const { api, said } = await apiOf(`paths: { ${items.join(', ')} }`);
      expect(api.operations.map(({ name }) => name)).toEqual(['getA', 'getB', 'y']);
      expect(said).toContainEqual(expect.stringMatching(/^warning duplicate-operation-id #\/paths\/~1b\/get\/operationId: /));
    }
    const { api, said } = await apiOf(`paths: { ${twins.join(', ')} }`, {
      operations: { names: { 'GET /b': 'z' }, requireBody: [], streams: [], undeclaredPathParameters: 'string' },
    });
    expect(api.operations.map(({ name }) => name)).toEqual(['x', 'z', 'y']);
    expect(said).toEqual([]);
  });
});

describe('path items that are referred to', () => {
  it('are operations of each path', async () => {
    const { api, said } = await apiOf(`
paths:
  /a: { get: { ${ok} } }
  /b: { $ref: '#/paths/~1a' }
  /c: { $ref: '#/components/pathItems/P' }
  /d: { $ref: '#/components/pathItems/P' }
components: { pathItems: { P: { put: { operationId: p, ${ok} } } } }`);
    expect(api.operations.map(({ name, template }) => [name, template])).toEqual([
      ['getA', '/a'],
      ['getB', '/b'],
      ['putC', '/c'],
      ['putD', '/d'],
    ]);
    expect(said.filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringMatching(/^warning duplicate-operation-id /),
    ]);
  });
});

describe('servers', () => {
  it('are there once each, and the first of a URL counts', async () => {
    const servers = `servers: [{ url: https://a.example, description: one }, { url: https://b.example }, { url: https://a.example }]`;
    const { api, said } = await apiOf(`${servers}\npaths: { /a: { get: { operationId: a, ${ok} } } }`);
    expect(api.servers.map(({ url, docs }) => [url, docs.description])).toEqual([
      ['https://a.example', 'one'],
      ['https://b.example', undefined],
    ]);
    expect(said).toContainEqual(expect.stringMatching(/^warning duplicate-server #\/servers\/2\/url: /));
  });
});

describe('what has no effect is said', () => {
  const withParameter = (where: string) =>
    `paths: { /x: { get: { operationId: x, parameters: [{ name: q, ${where}, allowEmptyValue: true, schema: {} }], ${ok} } } }`;
  const body = (mediaType: string, encoding: string) =>
    `paths: { /x: { post: { operationId: x, requestBody: { required: true, content: { ${mediaType}: { schema: { type: object }, encoding: { a: ${encoding} } } } }, ${ok} } } }`;

  it.each([
    [`paths: { /x: { get: { operationId: 007, ${ok} } } }`, 'warning numeric-operation-id #/paths/~1x/get/operationId'],
    [withParameter('in: header'), '/allowEmptyValue: allowEmptyValue is ignored: it is for query parameters alone'],
    [withParameter('in: query, style: deepObject'), 'allowEmptyValue is ignored: the style deepObject has no empty value'],
    [
      body('application/x-www-form-urlencoded', '{ headers: { X-A: { schema: {} } } }'),
      'encoding/a/headers: headers is ignored: only the parts of multipart bodies have headers',
    ],
    [
      body('multipart/form-data', '{ headers: { content-disposition: { schema: {} } } }'),
      'headers/content-disposition: Content-Disposition is ignored',
    ],
    [
      `paths: { /x: { get: { operationId: x, responses: { '200': { description: d, content: { multipart/form-data: { encoding: { a: { headers: { X-A: { schema: {} } } } } } } } } } } }`,
      'encoding/a/headers: headers is ignored: a result has no place for those of parts',
    ],
    [
      body('multipart/mixed', '{ style: pipeDelimited }'),
      'encoding/a/style: style is ignored: only the parts of multipart/form-data',
    ],
    [body('multipart/form-data', '{ allowReserved: true }'), 'allowReserved is ignored: nothing is percent-encoded in a part'],
    [
      `paths: { /x: { trace: { operationId: x, ${ok} } } }`,
      'warning method-not-sent #/paths/~1x/trace: fetch does not send TRACE',
    ],
    [
      `paths: { /x: { get: { operationId: x, security: [{ a: [], b: [], c: [] }], ${ok} } } }\ncomponents: { securitySchemes: { a: { type: http, scheme: basic }, b: { type: apiKey, in: header, name: Authorization }, c: { type: apiKey, in: header, name: X-C } } }`,
      'warning shared-header #/paths/~1x/get/security/0/b: "a" and "b" are both sent as authorization',
    ],
    [body('application/json', '{ contentType: text/plain }'), 'encoding: encoding is ignored: only forms have encodings'],
  ])('%s', async (yaml, begin) => {
    expect((await apiOf(yaml)).said).toContainEqual(expect.stringContaining(begin));
  });
});

describe('forms', () => {
  const form = (schema: string) =>
    `paths: { /x: { post: { operationId: x, requestBody: { required: true, content: { multipart/form-data: { schema: ${schema}, encoding: { a: { headers: { X-A: { required: true, schema: { type: integer } } } } } } } }, ${ok} } } }`;

  it.each([
    ['{ type: object, required: [a], properties: { a: { type: string } } }', true],
    ['{ type: object, properties: { a: { type: string } } }', false],
  ])('the headers of a part are given beside the body: %s', async (schema, required) => {
    const { api } = await apiOf(form(schema));
    const input = api.schemas.find(({ id }) => id === 'XInput');
    const group =
      input?.schema.kind === 'object' ? input.schema.properties.find(({ name }) => name === 'partHeaders') : undefined;
    expect(group).toMatchObject({
      required,
      schema: { properties: [{ name: 'a', required, schema: { properties: [{ name: 'x-a' }] } }] },
    });
  });
});

describe('parameters', () => {
  const inPath = (parameters: string, path = '/x/{id}') =>
    `paths: { '${path}': { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], get: { operationId: x, parameters: [${parameters}], ${ok} } } }`;

  it.each([
    ['required: true, ', 1],
    ['', undefined],
  ])('that are lists and %snot empty', async (required, minItems) => {
    const { api } = await apiOf(inPath(`{ name: q, in: query, ${required}schema: { type: array, items: { type: string } } }`));
    const input = api.schemas.find(({ id }) => id === 'XInput')?.schema;
    const query = input?.kind === 'object' ? input.properties.find(({ name }) => name === 'query')?.schema : undefined;
    expect(query).toMatchObject({
      properties: [{ name: 'q', schema: minItems === undefined ? { kind: 'array' } : { minItems } }],
    });
  });

  it('come from the path item and are overridden by place and name', async () => {
    const { operation } = await operationOf(
      inPath(`{ name: id, in: path, required: true, schema: { type: integer } }, { name: id, in: query, schema: {} }`),
    );
    expect(operation.parameters.map(({ name, in: place, schema }) => [name, place, schema.kind])).toEqual([
      ['id', 'path', 'number'],
      ['id', 'query', 'any'],
    ]);
  });

  it.each([
    ['{ name: q, in: query, schema: {} }', 'form', true],
    ['{ name: q, in: query, explode: false, schema: {} }', 'form', false],
    ['{ name: q, in: query, style: deepObject, schema: {} }', 'deepObject', true],
    ['{ name: q, in: query, style: pipeDelimited, schema: {} }', 'pipeDelimited', false],
    ['{ name: q, in: header, schema: {} }', 'simple', false],
    ['{ name: q, in: cookie, schema: {} }', 'form', true],
  ])('%s is written in %s, explode %s', async (parameter, style, explode) => {
    const { operation } = await operationOf(inPath(parameter));
    expect(operation.parameters.find(({ name }) => name === 'q')?.encoding).toMatchObject({ kind: 'style', style, explode });
  });

  it.each([
    ['{ name: q, in: body, schema: {} }', 'warning invalid-parameter #/paths/~1x~1{id}/get/parameters/0/in'],
    ['{ in: query, schema: {} }', 'warning invalid-parameter #/paths/~1x~1{id}/get/parameters/0'],
    ['{ name: nope, in: path, required: true, schema: {} }', 'warning unused-path-parameter #/paths/~1x~1{id}/get/parameters/0'],
    [
      '{ name: id, in: path, required: false, schema: {} }',
      'warning optional-path-parameter #/paths/~1x~1{id}/get/parameters/0/required',
    ],
    ['{ name: Accept, in: header, schema: {} }', 'info ignored-header-parameter #/paths/~1x~1{id}/get/parameters/0'],
    ['{ name: q, in: query }', 'warning parameter-without-schema #/paths/~1x~1{id}/get/parameters/0'],
    ['{ name: q, in: query, style: simple, schema: {} }', 'warning invalid-style #/paths/~1x~1{id}/get/parameters/0/style'],
    ['{ name: q, in: query, schema: {}, nonsense: 1 }', 'warning unknown-member #/paths/~1x~1{id}/get/parameters/0/nonsense'],
  ])('%s: %s', async (parameter, begin) => {
    const { said } = await apiOf(inPath(parameter));
    expect(said).toContainEqual(expect.stringContaining(`${begin}: `));
  });

  it('takes what a path names and nobody declares for a string, unless the config refuses it', async () => {
    const yaml = `paths: { '/a/{b}': { get: { operationId: x, ${ok} } } }`;
    const { operation, said } = await operationOf(yaml);
    expect(operation.parameters).toMatchObject([{ name: 'b', in: 'path', required: true, schema: { kind: 'string' } }]);
    expect(said).toEqual([expect.stringContaining('warning assumed-path-parameter #/paths/~1a~1{b}: ')]);
    const refused = await apiOf(yaml, {
      operations: { names: {}, requireBody: [], streams: [], undeclaredPathParameters: 'refuse' },
    });
    expect(refused.said).toContainEqual(expect.stringContaining('error undeclared-path-parameter #/paths/~1a~1{b}: '));
  });

  it('calls a path without a slash with one', async () => {
    const { operation, said } = await operationOf(
      `paths: { 'pets/{id}': { get: { operationId: x, parameters: [{ name: id, in: path, required: true, schema: {} }], ${ok} } } }`,
    );
    expect(operation.path).toEqual([
      { kind: 'literal', text: '/pets/' },
      { kind: 'parameter', name: 'id' },
    ]);
    expect(said).toEqual([expect.stringContaining('warning path-without-slash #/paths/pets~1{id}: ')]);
  });

  it.each(['/a/{}', '/a/{b', '/a/b}'])('refuses the path %s', async (path) => {
    const { said } = await apiOf(`paths: { '${path}': { get: { operationId: x, ${ok} } } }`);
    expect(said).toContainEqual(expect.stringMatching(/^error invalid-path #\/paths\//));
  });
});

describe('bodies and responses', () => {
  it('follows the letter where a body is not required, and says so', async () => {
    const yaml = `paths: { /x: { post: { operationId: x, requestBody: { content: { application/json: { schema: { type: string } } } }, ${ok} } } }`;
    const { operation, said } = await operationOf(yaml);
    expect(operation.body?.required).toBe(false);
    expect(said).toContainEqual(expect.stringContaining('info optional-body #/paths/~1x/post/requestBody: '));
    const configured = await operationOf(yaml, {
      operations: { names: {}, requireBody: ['x'], streams: [], undeclaredPathParameters: 'string' },
    });
    expect(configured.operation.body?.required).toBe(true);
  });

  it('prefers JSON, names its media types in lower case, and knows their codecs', async () => {
    const { operation } = await operationOf(`
paths:
  /x:
    post:
      operationId: x
      requestBody:
        content:
          text/plain: {}
          Application/JSON; charset=utf-8: { schema: { type: object } }
          multipart/form-data: { schema: { type: object } }
          application/x-ndjson: { schema: { type: integer } }
          image/png: {}
          application/problem+json: {}
          application/xml: { schema: { type: object } }
      ${ok}`);
    expect(operation.body?.content.map(({ name, codec, schema }) => `${name} ${codec.kind} ${schema.kind}`)).toEqual(
      [
        'application/json; charset=utf-8 json reference',
        'application/problem+json json any',
        'application/x-ndjson sequence number',
        'application/xml text string',
        'image/png binary binary',
        'multipart/form-data multipart reference',
        'text/plain text string',
      ].map((row) => row.replace('reference', 'object')),
    );
  });

  it('sorts exact statuses before ranges before default, and leaves out what is none', async () => {
    const { operation, said } = await operationOf(
      `paths: { /x: { get: { operationId: x, responses: { default: { description: d }, 4xx: { description: d }, '404': { description: d }, '200': { description: d }, '99': { description: d }, '600': { description: d } } } } }`,
    );
    expect(operation.responses.map(({ status }) => status)).toEqual([200, 404, '4XX', 'default']);
    expect(said.filter((line) => line.includes('invalid-status'))).toHaveLength(3);
  });

  it('names an inline schema of a shared response after the component, not after who uses it first', async () => {
    const { api } = await apiOf(`
paths:
  /a: { get: { operationId: a, responses: { '404': { $ref: '#/components/responses/NotFound' } } } }
  /b: { get: { operationId: b, responses: { '404': { $ref: '#/components/responses/NotFound' } } } }
components:
  responses:
    NotFound: { description: gone, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }`);
    expect(api.operations.map((operation) => operation.responses[0]?.content[0]?.validator)).toEqual([
      'NotFoundResponse',
      'NotFoundResponse',
    ]);
  });
});

describe('security and servers', () => {
  const secured = (security: string) => `
security: [{ key: [] }]
paths: { /x: { get: { operationId: x, ${security} ${ok} } } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, odd: { type: APIKey }, bearer: { type: http, scheme: Bearer } } }`;
  it.each([
    ['', [[{ scheme: 'key', scopes: [] }]]],
    ['security: [],', []],
    [
      'security: [{}, { key: [], bearer: [] }],',
      [
        [],
        [
          { scheme: 'bearer', scopes: [] },
          { scheme: 'key', scopes: [] },
        ],
      ],
    ],
    ['security: [{ ghost: [] }],', []],
    ['security: [{ odd: [] }],', []],
  ])('%s', async (security, wanted) => {
    const { operation, said } = await operationOf(secured(security));
    expect(operation.security).toEqual(wanted);
    expect(said).toContainEqual(
      expect.stringContaining('warning invalid-security-scheme #/components/securitySchemes/odd/type: '),
    );
    if (/ghost|odd/.test(security)) expect(said).toContainEqual(expect.stringContaining('warning undefined-security-scheme '));
  });

  it('keeps no credentials of a server URL, and knows its variables', async () => {
    const { api, said } = await apiOf(
      `servers: [{ url: 'https://user:pass@{host}.example.com:{port}/v1', variables: { host: { default: a, enum: [a, b] } } }, {}]`,
    );
    expect(api.servers).toMatchObject([
      {
        url: 'https://{host}.example.com:{port}/v1',
        variables: [
          { name: 'host', default: 'a', values: ['a', 'b'] },
          { name: 'port', default: undefined },
        ],
      },
    ]);
    expect(said.map((line) => line.split(' ')[1])).toEqual(
      expect.arrayContaining(['invalid-server', 'server-credentials', 'undeclared-server-variable']),
    );
    expect(said.join()).not.toContain('user:pass');
  });
});

describe('webhooks, callbacks and links', () => {
  it('reads what the API sends as it would read a response', async () => {
    const { api } = await apiOf(`
webhooks:
  pet born:
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      ${ok}
components: { schemas: { Pet: { type: object, required: [id, secret], properties: { id: { type: string, readOnly: true }, secret: { type: string, writeOnly: true } } } } }`);
    expect(api.webhooks).toMatchObject([
      { name: 'pet born', operation: { name: 'onPetBorn', body: { content: [{ validator: 'PetResponse' }] } } },
    ]);
  });

  it.each([
    ['application/jsonl', 'schema: { type: array }, itemSchema: { type: object }', 'object', 'schema'],
    ['application/jsonl', 'itemSchema: { type: object }', 'object', undefined],
    ['application/json', 'itemSchema: { type: object }', 'any', 'itemSchema'],
    ['multipart/mixed', 'itemSchema: { type: object }', 'array', undefined],
    ['multipart/mixed', 'schema: { type: array }, itemSchema: { type: object }', 'array', 'itemSchema'],
    ['multipart/form-data', 'schema: { type: object }, itemSchema: { type: object }', 'object', 'itemSchema'],
  ])('reads of %s with { %s } what it is', async (mediaType, members, kind, ignored) => {
    const { operation, said } = await operationOf(
      `openapi: 3.2.0\npaths: { /x: { post: { operationId: x, requestBody: { content: { '${mediaType}': { ${members} } } }, ${ok} } } }`,
    );
    expect(operation.body?.content[0]?.schema.kind).toBe(kind);
    const lines = said.filter((line) => line.includes('ignored-member'));
    expect(lines).toEqual(ignored === undefined ? [] : [expect.stringContaining(`/${ignored}`)]);
  });
  it('says of an operation what the path says of all, where it says nothing itself', async () => {
    const { api } = await apiOf(
      `paths: { /x: { summary: both, description: all, get: { operationId: a, ${ok} }, put: { operationId: b, summary: own, ${ok} } } }`,
    );
    expect(api.operations.map(({ docs }) => docs)).toEqual([{ summary: 'both', description: 'all' }, { summary: 'own' }]);
  });
  it('takes one parameter for the whole query string', async () => {
    const whole = (name: string): string => `{ name: ${name}, in: querystring, content: { application/json: {} } }`;
    const { operation, said } = await operationOf(
      `openapi: 3.2.0\npaths: { /x: { get: { operationId: x, parameters: [${whole('b')}, ${whole('a')}], ${ok} } } }`,
    );
    expect(operation.parameters.map(({ name }) => name)).toEqual(['a']);
    expect(said).toContainEqual(expect.stringContaining('duplicate-parameter #/paths/~1x/get/parameters/0'));
  });
  it('builds a callback once that several operations refer to', async () => {
    const callbacks = `callbacks: { done: { $ref: '#/components/callbacks/Done' } }`;
    const body = `requestBody: { content: { application/json: { schema: { type: object } } } }`;
    const { api, said } = await apiOf(`paths:
  /a: { post: { operationId: a, ${callbacks}, ${ok} } }
  /b: { post: { operationId: b, ${callbacks}, ${ok} } }
components: { callbacks: { Done: { '{$request.query.url}': { post: { ${body}, ${ok} } } } } }`);
    const built = api.operations.flatMap((operation) => operation.callbacks.map((callback) => callback.operation));
    expect(built.map(({ name }) => name)).toEqual(['onADone', 'onADone']);
    expect(built[0]).toBe(built[1]);
    expect(said.filter((line) => line.includes('name-collision'))).toEqual([]);
  });
  it('names a callback after its operation', async () => {
    const { operation } = await operationOf(
      `paths: { /x: { post: { operationId: subscribe, callbacks: { done: { '{$request.body#/url}': { post: { ${ok} } } } }, ${ok} } } }`,
    );
    expect(operation.callbacks).toMatchObject([
      { name: 'done', expression: '{$request.body#/url}', operation: { name: 'onSubscribeDone' } },
    ]);
  });

  it('resolves links by id and by pointer, and says which lead nowhere', async () => {
    const { operation, said } = await operationOf(`
paths:
  /x:
    get:
      operationId: x
      responses:
        '200':
          description: ok
          links:
            again: { operationId: x, parameters: { query.page: $response.body#/next, id: 1 } }
            byPointer: { operationRef: '#/paths/~1x/get' }
            nowhere: { operationId: y }`);
    expect(operation.responses[0]?.links).toMatchObject([
      {
        name: 'again',
        operation: 'x',
        parameters: [
          { name: 'id', in: undefined, value: 1 },
          { name: 'page', in: 'query' },
        ],
      },
      { name: 'byPointer', operation: 'x' },
    ]);
    expect(said).toContainEqual(
      expect.stringContaining('warning unresolved-link #/paths/~1x/get/responses/200/links/nowhere/operationId: '),
    );
  });
});

it('answers a wrong type in any place with the place, and goes on', async () => {
  const { said } = await apiOf(`
servers: [1]
paths:
  /a: [list]
  /b: { get: text, post: { operationId: 7, security: x, parameters: { a: 1 }, responses: { '200': null } } }
components: { securitySchemes: 5 }`);
  const places = said.filter((line) => line.startsWith('error wrong-type ')).map((line) => line.split(' ')[2]?.replace(/:$/, ''));
  expect(places).toEqual(
    expect.arrayContaining([
      '#/servers/0',
      '#/paths/~1a',
      '#/paths/~1b/get',
      '#/paths/~1b/post/security',
      '#/paths/~1b/post/parameters',
      '#/components/securitySchemes',
    ]),
  );
});

describe('what is given twice, beside a reference or as null', () => {
  it('takes null for servers and security as not said', async () => {
    const { operation, said } = await operationOf(`
servers: [{ url: https://a.example }]
security: [{ key: [] }]
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
paths: { /a: { get: { security: null, servers: null, ${ok} } } }`);
    expect(operation.security).toEqual([[{ scheme: 'key', scopes: [] }]]);
    expect(operation.servers).toBeUndefined();
    expect(said.filter((line) => line.startsWith('warning unusable-member'))).toHaveLength(2);
  });

  it('keeps one answer of a range that is written in both cases', async () => {
    const { operation, said } = await operationOf(
      `paths: { /a: { get: { responses: { '4xx': { description: b }, '4XX': { description: a } } } } }`,
    );
    expect(operation.responses.map(({ status, docs }) => [status, docs.description])).toEqual([['4XX', 'a']]);
    expect(said).toContainEqual(expect.stringContaining('"4xx" is left out: 4XX stands beside it'));
  });

  it('takes the servers of a path item that is referred to, and says what is lost beside the reference', async () => {
    const { operation, said } = await operationOf(`
servers: [{ url: https://root.example }]
components: { pathItems: { P: { servers: [{ url: https://p.example }], get: { ${ok} } } } }
paths: { /a: { $ref: '#/components/pathItems/P', servers: [{ url: https://q.example }], post: { ${ok} } } }`);
    expect(operation.servers?.map(({ url }) => url)).toEqual(['https://p.example']);
    expect(said.filter((line) => line.includes('ignored-member')).map((line) => line.split(' ')[2])).toEqual([
      '#/paths/~1a/post:',
      '#/paths/~1a/servers:',
    ]);
  });

  it('says that the callbacks of a webhook are not called', async () => {
    const { said } = await apiOf(`
webhooks: { a: { post: { ${ok}, callbacks: { b: { '{$request.body#/url}': { post: { ${ok} } } } } } } }`);
    expect(said).toContainEqual(expect.stringContaining('ignored-member #/webhooks/a/post/callbacks'));
  });

  it('says of an unused component that is no object that it is left out', async () => {
    const { said } = await apiOf(`components: { parameters: { Unused: text } }\npaths: {}`);
    expect(said).toEqual([expect.stringContaining('warning unusable-member #/components/parameters/Unused')]);
  });

  it('shows an example that is a list, and one that is null, as it is', async () => {
    const { operation } = await operationOf(`
paths:
  /a:
    get:
      parameters:
        - { name: q, in: query, schema: {}, examples: { one: { value: [1, 2] }, two: { value: null } } }
      ${ok}`);
    expect(operation.parameters[0]?.docs.examples).toEqual([[1, 2], null]);
  });
});

describe('media types behind references', () => {
  const answer = (mediaType: string, schema: string) => `
components: { schemas: { Pet: { type: object }, Pets: { type: array, items: { $ref: '#/components/schemas/Pet' } }, Count: { type: integer }, Name: { type: string } } }
paths: { /a: { get: { responses: { '200': { description: d, content: { ${mediaType}: { schema: ${schema} } } } } } } }`;
  it.each(['Pet', 'Pets', 'Count'])('reads text that is described as %s as it is, and says so', async (name) => {
    const { operation, said } = await operationOf(answer('text/plain', `{ $ref: '#/components/schemas/${name}' }`));
    expect(operation.responses[0]?.content[0]?.schema).toMatchObject({ kind: 'string' });
    expect(said).toContainEqual(expect.stringContaining('undecoded-media-type'));
  });
  it('keeps a reference to a text', async () => {
    const { operation } = await operationOf(answer('text/plain', `{ $ref: '#/components/schemas/Name' }`));
    expect(operation.responses[0]?.content[0]?.schema).toMatchObject({ kind: 'reference', to: 'Name' });
  });
  it('reads events that are described as a text as events', async () => {
    const { operation, said } = await operationOf(answer('text/event-stream', '{ type: string }'));
    const [content] = operation.responses[0]?.content ?? [];
    expect(content).toMatchObject({ schema: { kind: 'any' }, codec: { framing: 'sse', json: false } });
    expect(said).toContainEqual(expect.stringContaining('is read as events'));
  });
  it('takes the items of a referenced list for those of a sequence', async () => {
    const { operation } = await operationOf(answer('application/x-ndjson', `{ $ref: '#/components/schemas/Pets' }`));
    expect(operation.responses[0]?.content[0]?.schema).toMatchObject({ kind: 'reference', to: 'Pet' });
  });
});
