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
