/** What changes around the schemas: one row, one change of a document. */
import { expect, test } from 'vitest';
import { document, lines, reviewOf } from './sides.js';

const ok = `responses: { '204': { description: ok } }`;
const get = (rest: string, path = '/pets'): string => `paths: { ${path}: { get: { operationId: listPets, ${rest} } } }`;
const schemes = `components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, bearer: { type: http, scheme: bearer } } }`;
const answers = (responses: string): string => get(`responses: { ${responses} }`);
const json = (schema: string): string => `{ description: ok, content: { application/json: { schema: ${schema} } } }`;
const hook = (payload: string): string =>
  `webhooks: { born: { post: { requestBody: { required: true, content: { application/json: { schema: ${payload} } } }, ${ok} } } }`;
const answer = (schema: string): string => `webhooks: { born: { post: { responses: { '200': ${json(schema)} } } } }`;
const callback = (payload: string): string =>
  `paths: { /pets: { post: { operationId: addPet, ${ok}, callbacks: { done: { '{$request.query.url}': { post: { requestBody: { required: true, content: { application/json: { schema: ${payload} } } }, ${ok} } } } } } } }`;
const object = (properties: string, required = ''): string =>
  `{ type: object, properties: { ${properties} }, required: [${required}] }`;

const linking = (values: string): string =>
  `paths: { /pets: { get: { operationId: listPets, responses: { '200': { description: ok, links: { Next: { operationId: getPet, parameters: { ${values} } } } } } } }, '/pets/{id}': { get: { operationId: getPet, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ${ok} } } }`;
const parts = (headers: string): string =>
  `paths: { /pets: { post: { operationId: addPet, ${ok}, requestBody: { required: true, content: { multipart/form-data: { schema: ${object('a: { type: string }', 'a')}, encoding: { a: { contentType: text/plain, headers: { ${headers} } } } } } } } } }`;
const limit = 'components: { schemas: { Limit: { type: integer, default: 1 } } }';
const limits = (name: string, beside = ''): string =>
  `{ name: p${name}, in: query, schema: { $ref: '#/components/schemas/Limit'${beside} } }`;
const oauth = (url: string, scopes: string): string =>
  `components: { securitySchemes: { o: { type: oauth2, flows: { clientCredentials: { tokenUrl: ${url}, scopes: { ${scopes} } } } } } }`;
const item = (name: string): string => `parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]`;

const rows: readonly (readonly [name: string, old: string, is: string, ...said: string[]])[] = [
  ['another tag', get(`tags: [a], ${ok}`), get(`tags: [b], ${ok}`), 'warning -- operation-tags-changed GET /pets listPets'],
  [
    'another method',
    get(ok),
    `paths: { /pets: { query: { operationId: listPets, ${ok} } } }`,
    'breaking -W operation-moved QUERY /pets listPets',
  ],
  [
    'deprecated',
    get(ok),
    get(`deprecated: true, x-sunset: 2027-01-01, ${ok}`),
    'safe -- operation-deprecated GET /pets listPets',
  ],
  // Credentials
  [
    'a credential asked for',
    `${get(ok)}\n${schemes}`,
    `${get(`security: [{ key: [] }], ${ok}`)}\n${schemes}`,
    'breaking -W security-added GET /pets',
  ],
  [
    'none asked for any more',
    `${get(`security: [{ key: [] }], ${ok}`)}\n${schemes}`,
    `${get(ok)}\n${schemes}`,
    'safe -- security-relaxed GET /pets',
  ],
  [
    'another credential',
    `${get(`security: [{ key: [] }], ${ok}`)}\n${schemes}`,
    `${get(`security: [{ bearer: [] }], ${ok}`)}\n${schemes}`,
    'breaking -W security-changed GET /pets',
  ],
  [
    'both at once',
    `${get(`security: [{ key: [] }], ${ok}`)}\n${schemes}`,
    `${get(`security: [{ key: [], bearer: [] }], ${ok}`)}\n${schemes}`,
    'breaking -W security-changed GET /pets',
  ],
  [
    'either of two',
    `${get(`security: [{ key: [] }], ${ok}`)}\n${schemes}`,
    `${get(`security: [{ key: [] }, { bearer: [] }], ${ok}`)}\n${schemes}`,
    'safe -- security-alternative-added GET /pets',
  ],
  [
    'no longer either of two',
    `${get(`security: [{ key: [] }, { bearer: [] }], ${ok}`)}\n${schemes}`,
    `${get(`security: [{ key: [] }], ${ok}`)}\n${schemes}`,
    'breaking -W security-alternative-removed GET /pets',
  ],
  [
    'anonymous too',
    `${get(`security: [{ key: [] }], ${ok}`)}\n${schemes}`,
    `${get(`security: [{ key: [] }, {}], ${ok}`)}\n${schemes}`,
    'safe -- security-alternative-added GET /pets',
  ],
  [
    'one more scope',
    `${get(`security: [{ key: [a] }], ${ok}`)}\n${schemes}`,
    `${get(`security: [{ key: [a, b] }], ${ok}`)}\n${schemes}`,
    'breaking -W security-scope-added GET /pets',
  ],
  [
    'one scope less',
    `${get(`security: [{ key: [a, b] }], ${ok}`)}\n${schemes}`,
    `${get(`security: [{ key: [a] }], ${ok}`)}\n${schemes}`,
    'safe -- security-relaxed GET /pets',
  ],
  // Servers
  [
    'a server more',
    `${get(ok)}\nservers: [{ url: https://a.example }]`,
    `${get(ok)}\nservers: [{ url: https://a.example }, { url: https://b.example }]`,
    'safe -- server-added #/servers',
  ],
  [
    'another server',
    `${get(ok)}\nservers: [{ url: https://a.example }]`,
    `${get(ok)}\nservers: [{ url: https://b.example }]`,
    'warning -- server-removed #/servers',
    'safe -- server-added #/servers',
  ],
  [
    'servers in another order',
    `${get(ok)}\nservers: [{ url: https://a.example }, { url: https://b.example }]`,
    `${get(ok)}\nservers: [{ url: https://b.example }, { url: https://a.example }]`,
    'warning -- first-server-changed #/servers',
  ],
  [
    'a server of its own',
    `${get(ok)}\nservers: [{ url: https://a.example }]`,
    `${get(`servers: [{ url: https://b.example }], ${ok}`)}\nservers: [{ url: https://a.example }]`,
    'warning -- server-removed GET /pets',
    'safe -- server-added GET /pets',
  ],
  [
    'the same servers of its own',
    `${get(ok)}\nservers: [{ url: https://a.example }]`,
    `${get(`servers: [{ url: https://a.example }], ${ok}`)}\nservers: [{ url: https://a.example }]`,
  ],
  [
    'a link that takes another value along',
    linking('id: $response.body#/id'),
    linking('id: $response.body#/other'),
    'warning -- link-values-changed GET /pets',
  ],
  [
    'bytes instead of a value',
    answers(`'200': { description: ok, content: { '*/*': { schema: { type: object } } } }`),
    answers(`'200': { description: ok, content: { '*/*': { schema: { type: string, format: binary } } } }`),
    "breaking SW response-media-type-replaced GET /pets ListPetsSuccess['body']",
  ],
  [
    'a header of a part, which may be given',
    parts(''),
    parts('X-A: { schema: { type: string } }'),
    "safe -- parameter-added POST /pets AddPetInput['partHeaders']['a']['x-a']",
  ],
  [
    'a header of a part, which has to be given',
    parts('X-A: { schema: { type: string } }'),
    parts('X-A: { required: true, schema: { type: string } }'),
    "breaking SW parameter-became-required POST /pets AddPetInput['partHeaders']['a']['x-a']",
  ],
  [
    'empty values refused',
    get(`parameters: [{ name: q, in: query, allowEmptyValue: true, schema: { type: integer } }], ${ok}`),
    get(`parameters: [{ name: q, in: query, schema: { type: integer } }], ${ok}`),
    "breaking -W parameter-encoding-changed GET /pets ListPetsInput['query']['q']",
  ],
  [
    'a query string as a whole, by another name and with another type',
    `openapi: 3.2.0\n${get(`parameters: [{ name: q, in: querystring, content: { application/json: { schema: { type: integer } } } }], ${ok}`)}`,
    `openapi: 3.2.0\n${get(`parameters: [{ name: r, in: querystring, content: { application/json: { schema: { type: string } } } }], ${ok}`)}`,
    "breaking SW sent-type-changed GET /pets ListPetsInput['querystring']",
  ],
  [
    'a number as text, in JSON',
    get(`parameters: [{ name: q, in: query, content: { application/json: { schema: { type: integer } } } }], ${ok}`),
    get(`parameters: [{ name: q, in: query, content: { application/json: { schema: { type: string } } } }], ${ok}`),
    "breaking SW sent-type-changed GET /pets ListPetsInput['query']['q']",
  ],
  [
    'a list with other values',
    get(`parameters: [{ name: q, in: query, schema: { type: string } }], ${ok}`),
    get(`parameters: [{ name: q, in: query, schema: { type: array, items: { type: string, maxLength: 5 } } }], ${ok}`),
    "breaking S- parameter-became-list GET /pets ListPetsInput['query']['q']",
    "warning -- sent-limit-set GET /pets ListPetsInput['query']['q'][number]",
  ],
  [
    'a default beside a reference, of one of two places',
    `${get(`parameters: [${limits('1')}, ${limits('2')}], ${ok}`)}\n${limit}`,
    `${get(`parameters: [${limits('1')}, ${limits('2', ', default: 5')}], ${ok}`)}\n${limit}`,
    "warning -- sent-default-changed GET /pets ListPetsInput['query']['p2']",
  ],
  [
    'a scope less and another place for the token',
    `${get(`security: [{ o: [] }], ${ok}`)}\n${oauth('https://a', 'r: read, docs: write')}`,
    `${get(`security: [{ o: [] }], ${ok}`)}\n${oauth('https://b', 'r: read')}`,
    'warning -- security-scheme-detail-changed #/components/securitySchemes/o +1',
    'warning -- security-scheme-scope-removed #/components/securitySchemes/o +1',
  ],
  [
    'a schema that is gone, of a path with another name for its parameter',
    `paths: { '/pets/{id}': { ${item('id')}, get: { operationId: getPet, responses: { '200': ${json(`{ $ref: '#/components/schemas/Pet' }`)} } } } }\ncomponents: { schemas: { Pet: ${object('a: {}')} } }`,
    `paths: { '/pets/{petId}': { ${item('petId')}, get: { operationId: getPet, responses: { '200': ${json('{ type: string }')} } } } }`,
    'breaking S- schema-removed #/components/schemas/Pet +1 Pet',
    "breaking S- path-parameter-renamed GET /pets/{petId} GetPetInput['path']['petId']",
    "breaking SW received-type-changed GET /pets/{petId} GetPetSuccess['body']",
  ],
  // Responses
  [
    'an error with the body of another',
    answers(`'200': ${json('{}')}, '404': ${json(object('m: {}'))}`),
    answers(`'200': ${json('{}')}, '404': ${json(object('m: {}'))}, '409': ${json(object('m: {}'))}`),
    'warning -- error-status-added GET /pets ListPetsError',
  ],
  [
    'the first error',
    answers(`'200': ${json('{}')}`),
    answers(`'200': ${json('{}')}, '404': ${json(object('m: {}'))}`),
    'warning -- error-status-added GET /pets ListPetsError',
  ],
  [
    'an error less',
    answers(`'204': { description: ok }, '404': { description: no }`),
    answers(`'204': { description: ok }`),
    'warning -- error-status-removed GET /pets ListPetsError',
  ],
  [
    'success without a body',
    answers(`'200': ${json(object('a: {}'))}`),
    answers(`'204': { description: ok }`),
    'breaking SW success-status-removed-with-body GET /pets ListPetsSuccess',
    'warning -- success-status-added GET /pets ListPetsSuccess',
  ],
  [
    'a success with another body',
    answers(`'200': ${json(object('a: {}'))}`),
    answers(`'200': ${json(object('a: {}'))}, '202': ${json(object('b: {}', 'b'))}`),
    'breaking S- success-status-added-other-body GET /pets ListPetsSuccess',
  ],
  [
    'one more media type of another kind',
    answers(`'200': { description: ok, content: { application/json: { schema: ${object('a: {}')} } } }`),
    answers(
      `'200': { description: ok, content: { application/json: { schema: ${object('a: {}')} }, text/plain: { schema: { type: string } } } }`,
    ),
    "breaking S- response-media-type-added-other-body GET /pets ListPetsSuccess['body']",
  ],
  [
    'charset named',
    answers(`'200': { description: ok, content: { application/json: { schema: { type: string } } } }`),
    answers(`'200': { description: ok, content: { application/json; charset=utf-8: { schema: { type: string } } } }`),
  ],
  [
    'an optional header',
    answers(`'204': { description: ok }`),
    answers(`'204': { description: ok, headers: { ETag: { schema: { type: string } } } }`),
    "safe -- response-header-added GET /pets ListPetsSuccess['headers']['etag']",
  ],
  [
    'a header name in another case',
    answers(`'204': { description: ok, headers: { etag: { schema: { type: string } } } }`),
    answers(`'204': { description: ok, headers: { ETag: { schema: { type: string } } } }`),
  ],
  // Webhooks and callbacks: what arrives is received, what is answered is sent
  [
    'a payload with more',
    hook(object('id: {}', 'id')),
    hook(object('id: {}, name: {}', 'id, name')),
    "safe -- received-property-added #/webhooks/born/post OnBornInput['body']['name']",
  ],
  [
    'a payload with less',
    hook(object('id: {}, name: {}', 'id, name')),
    hook(object('id: {}', 'id')),
    "breaking SW received-required-property-removed #/webhooks/born/post OnBornInput['body']['name']",
  ],
  [
    'an answer that needs more',
    answer(object('ack: {}')),
    answer(object('ack: {}', 'ack')),
    'breaking SW sent-property-became-required #/webhooks/born/post',
  ],
  ['a webhook more', `paths: {}`, hook('{}'), 'safe -- webhook-added #/webhooks/born/post'],
  ['a webhook less', hook('{}'), `paths: {}`, 'breaking SW webhook-removed #/webhooks/born/post'],
  [
    'a callback with more',
    callback(object('id: {}')),
    callback(object('id: {}, name: {}')),
    'safe -- received-property-added POST /pets',
  ],
  [
    'a callback with less',
    callback(object('id: {}, name: {}')),
    callback(object('id: {}')),
    'breaking S- received-property-removed POST /pets',
  ],
];

test.each(rows)('%s', async (_name, old, is, ...said) => {
  const report = await reviewOf(document(old), document(is));
  const documented = lines(report).filter((line) => !line.includes('documentation-changed'));
  expect(documented.map((line) => line.replace(/: .*$/, ''))).toEqual(said.map((line) => expect.stringContaining(line)));
});

test('what no caller sees is nothing', async () => {
  const old = document(`${get(ok)}\ninfo: { title: Pets, version: '1' }`);
  const is = document(`${get(`x-skip: true, ${ok}`)}\ninfo: { title: Pets, version: '2' }`);
  expect(await reviewOf(old, is)).toMatchObject({ contract: 'unchanged', semver: 'none', changes: [] });
});

test('documentation alone is a patch', async () => {
  expect(await reviewOf(document(get(`summary: a, ${ok}`)), document(get(`summary: b, ${ok}`)))).toMatchObject({
    contract: 'unchanged',
    semver: 'patch',
    changes: [{ code: 'documentation-changed', where: 'GET /pets' }],
  });
});

test.each([
  [
    'a webhook',
    `webhooks: { born: { post: { summary: a, ${ok} } } }`,
    `webhooks: { born: { post: { summary: b, ${ok} } } }`,
    '#/webhooks/born/post',
  ],
  [
    'a security scheme',
    `${get(ok)}\ncomponents: { securitySchemes: { key: { type: http, scheme: basic, description: a } } }`,
    `${get(ok)}\ncomponents: { securitySchemes: { key: { type: http, scheme: basic, description: b } } }`,
    '#/components/securitySchemes/key',
  ],
  [
    'the document itself',
    `${get(ok)}\nexternalDocs: { url: https://a.example }`,
    `${get(ok)}\nexternalDocs: { url: https://b.example }`,
    '#/externalDocs',
  ],
  [
    'a server',
    `${get(ok)}\nservers: [{ url: https://a.example, description: a }]`,
    `${get(ok)}\nservers: [{ url: https://a.example, description: b }]`,
    '#/servers/0',
  ],
])('the documentation of %s', async (_, old, is, where) => {
  expect((await reviewOf(document(old), document(is))).changes).toMatchObject([{ code: 'documentation-changed', where }]);
});

test.each([
  ['Fri, 01 Jan 2027 00:00:00 GMT', '2027-06-01', 'sunset-changed'],
  ['2027-06-01T00:00:00Z', 'Fri, 01 Jan 2027 00:00:00 GMT', 'sunset-brought-forward'],
  ['2027-06-01', 'soon', 'sunset-brought-forward'],
])('a sunset at %s that is at %s now', async (was, is, code) => {
  const at = (sunset: string): object => document(get(`deprecated: true, x-sunset: '${sunset}', ${ok}`));
  expect((await reviewOf(at(was), at(is))).changes).toMatchObject([{ code }]);
});
