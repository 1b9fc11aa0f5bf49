import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/options.js';
import { loadObject, loadText, sourceOf, told } from './documents.js';

const raise = async (version: string, schema: unknown, changes = {}): Promise<{ schema: unknown; told: string[] }> => {
  const loaded = await loadObject({ openapi: version, components: { schemas: { S: schema, R: { type: 'string' } } } }, changes);
  return {
    schema: sourceOf(loaded).get('#/components/schemas/S'),
    told: loaded.findings.map((f) => `${f.at.slice(20)} ${f.rule.code}`),
  };
};

describe('encodings', () => {
  const document = (version: string, mediaType: string) => ({
    openapi: version,
    components: {
      requestBodies: { B: { content: { [mediaType]: { encoding: { a: { style: 'form', contentType: 'a/b' } } } } } },
    },
  });
  it.each([
    ['3.0.3', 'multipart/form-data', { contentType: 'a/b' }, ['vain-encoding']],
    ['3.0.3', 'application/x-www-form-urlencoded', { style: 'form', contentType: 'a/b' }, []],
    ['3.1.0', 'multipart/form-data', { style: 'form', contentType: 'a/b' }, []],
  ])('of %s in %s', async (version, mediaType, wanted, codes) => {
    const loaded = await loadObject(document(version, mediaType));
    const at = `#/components/requestBodies/B/content/${mediaType.replace('/', '~1')}/encoding/a`;
    expect(sourceOf(loaded).get(at)).toEqual(wanted);
    expect(loaded.findings.map(({ rule }) => rule.code)).toEqual(codes);
  });
});

describe('schemas of OpenAPI 3.0', () => {
  const ref = { $ref: '#/components/schemas/R' };
  it.each<[what: string, schema: unknown, wanted: unknown, told?: string[]]>([
    ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['not nullable', { type: 'string', nullable: false }, { type: 'string' }],
    [
      'with an enum',
      { type: 'string', enum: ['a'], nullable: true },
      { type: ['string', 'null'], enum: ['a', null] },
      ['/S/enum nullable-enum'],
    ],
    [
      'with an enum that has null',
      { type: 'string', enum: ['a', null], nullable: true },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    ['beside a reference', { ...ref, nullable: true }, { anyOf: [ref, { type: 'null' }] }, ['/S/nullable nullable-reference']],
    [
      'around a reference',
      { nullable: true, description: 'd', allOf: [ref] },
      { description: 'd', anyOf: [{ allOf: [ref] }, { type: 'null' }] },
      ['/S/nullable nullable-reference'],
    ],
    [
      'with a type around a reference',
      { type: 'object', nullable: true, oneOf: [ref] },
      { anyOf: [{ type: 'object', oneOf: [ref] }, { type: 'null' }] },
    ],
    ['with nothing to allow null beside', { nullable: true, title: 't' }, { title: 't' }],
    [
      'exclusive bounds',
      { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
      { exclusiveMinimum: 1, maximum: 2 },
    ],
    [
      'siblings of a reference',
      { ...ref, description: 'd', readOnly: true, minLength: 1 },
      { ...ref, description: 'd', readOnly: true },
      ['/S/minLength reference-siblings'],
    ],
    [
      'properties named like keywords',
      { properties: { nullable: { type: 'string', nullable: true }, $ref: { type: 'string' } } },
      { properties: { nullable: { type: ['string', 'null'] }, $ref: { type: 'string' } } },
    ],
    [
      'data',
      { default: { nullable: true }, enum: [{ nullable: true }], 'x-y': { nullable: true } },
      { default: { nullable: true }, enum: [{ nullable: true }], 'x-y': { nullable: true } },
    ],
  ])('%s', async (_, schema, wanted, findings = []) => {
    expect(await raise('3.0.3', schema)).toEqual({ schema: wanted, told: findings });
  });

  it('changes nothing of the given document', async () => {
    const document = { openapi: '3.0.3', components: { schemas: { S: { type: 'string', nullable: true } } } };
    const before = structuredClone(document);
    await loadObject(document);
    expect(document).toEqual(before);
  });

  it('keeps both ways, to where a wrapped schema is and back', async () => {
    const source = sourceOf(
      await loadText(
        'a.yaml',
        'openapi: 3.0.3\ncomponents:\n  schemas:\n    S:\n      nullable: true\n      title: t\n      properties:\n        a:\n          type: string\n',
      ),
    );
    expect(source.get('#/components/schemas/S')).toEqual({
      title: 't',
      anyOf: [{ properties: { a: { type: 'string' } } }, { type: 'null' }],
    });
    expect(source.resolve('#/components/schemas/S/properties/a', '#')).toMatchObject({
      at: '#/components/schemas/S/anyOf/0/properties/a',
    });
    expect(source.resolve('#/components/schemas/S', '#')).toMatchObject({ at: '#/components/schemas/S' });
    expect(source.positionOf('#/components/schemas/S/anyOf/0/properties/a/type', 'key')).toMatchObject({ line: 9, column: 11 });
    expect(source.positionOf('#/components/schemas/S/anyOf/1', 'key')).toMatchObject({ line: 4, column: 5 });
    expect(source.positionOf('#/components/schemas/S/title', 'value')).toMatchObject({ line: 6, column: 14 });
  });
});

describe('schemas of OpenAPI 3.1 and later', () => {
  it('honours nullable, and says so', async () => {
    expect(await raise('3.1.0', { type: 'string', nullable: true })).toEqual({
      schema: { type: ['string', 'null'] },
      told: ['/S/nullable nullable-in-3.1'],
    });
  });
  it('ignores nullable where the config says so', async () => {
    const schemas = { ...defaults.schemas, nullable: 'ignore' as const };
    expect(await raise('3.1.0', { type: 'string', nullable: true }, { schemas })).toEqual({
      schema: { type: 'string' },
      told: ['/S/nullable nullable-in-3.1'],
    });
  });
  it('follows jsonSchemaDialect, and names one that it does not know', async () => {
    const components = { schemas: { S: { items: [true] } } };
    const known = await loadObject({
      openapi: '3.1.0',
      jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#',
      components,
    });
    expect(sourceOf(known).get('#/components/schemas/S')).toEqual({ prefixItems: [true] });
    const unknown = await loadText('a.yaml', 'openapi: 3.1.0\njsonSchemaDialect: https://example.com/d\n');
    expect(told(unknown)).toEqual(['a.yaml:2:20 unknown-dialect']);
  });
  it('keeps siblings of a reference', async () => {
    const schema = { $ref: '#/components/schemas/R', minLength: 1 };
    expect(await raise('3.1.0', schema)).toEqual({ schema, told: [] });
  });
  it('reads a schema with its own $schema by the letter', async () => {
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { a: { type: 'string', nullable: true } },
    };
    const loaded = await loadObject({ openapi: '3.1.0', components: { schemas: { S: schema } } });
    expect(sourceOf(loaded).get('#/components/schemas/S')).toEqual(schema);
    expect(sourceOf(loaded).isStrict('#/components/schemas/S/properties/a')).toBe(true);
    expect(sourceOf(loaded).isStrict('#/components/schemas')).toBe(false);
  });
  it.each<[draft: string, schema: object, wanted: object]>([
    ['draft-07', { items: [{ type: 'string' }], additionalItems: false }, { prefixItems: [{ type: 'string' }], items: false }],
    [
      'draft-07',
      { dependencies: { a: ['b'], c: { type: 'object' } } },
      { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { type: 'object' } } },
    ],
    ['draft-04', { id: 'http://x/', minimum: 1, exclusiveMinimum: true }, { $id: 'http://x/', exclusiveMinimum: 1 }],
    ['draft-06', { $ref: '#/components/schemas/R', minLength: 1 }, { $ref: '#/components/schemas/R' }],
  ])('raises %s', async (draft, schema, wanted) => {
    const $schema = `http://json-schema.org/${draft}/schema#`;
    expect((await raise('3.1.0', { $schema, ...schema })).schema).toEqual({ $schema, ...wanted });
  });
});

describe('Swagger 2.0', () => {
  const text = `swagger: '2.0'
info: {title: t, version: '1'}
host: api.example.com
basePath: /v1/
schemes: [http, https]
consumes: [application/json]
produces: [application/json, text/plain]
securityDefinitions:
  basic: {type: basic}
  oauth: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: {read: r}}
parameters:
  limit: {name: limit, in: query, type: integer, maximum: 10, exclusiveMaximum: true}
  pet: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
  file: {name: file, in: formData, type: file, required: true}
responses:
  bad: {description: bad, schema: {type: string}}
definitions:
  Pet: {type: object, discriminator: kind, properties: {kind: {type: string, x-nullable: true}}}
paths:
  /pets:
    parameters:
      - {$ref: '#/parameters/limit'}
      - {$ref: '#/parameters/pet'}
    post:
      parameters:
        - {name: ids, in: query, type: array, items: {type: string}, collectionFormat: pipes}
      responses:
        200:
          description: ok
          schema: {$ref: '#/definitions/Pet'}
          headers: {X-Rate: {type: integer, description: r}}
          examples: {application/json: {kind: cat}}
        400: {$ref: '#/responses/bad'}
    put:
      consumes: [multipart/form-data]
      produces: [image/png]
      parameters:
        - {name: a, in: formData, type: array, items: {type: string}, collectionFormat: multi}
        - {$ref: '#/parameters/file'}
        - {name: q, in: query, type: string}
      responses:
        200: {description: ok, schema: {type: file}}
`;
  it('becomes OpenAPI 3', async () => {
    const loaded = await loadText('a.yaml', text);
    expect(told(loaded)).toEqual([]);
    const limit = { name: 'limit', in: 'query', schema: { type: 'integer', exclusiveMaximum: 10 } };
    const pet = { $ref: '#/components/schemas/Pet' };
    const file = { type: 'string', format: 'binary' };
    expect(sourceOf(loaded).document).toEqual({
      openapi: '3.0.4',
      info: { title: 't', version: '1' },
      servers: [{ url: 'https://api.example.com/v1' }, { url: 'http://api.example.com/v1' }],
      components: {
        schemas: {
          Pet: {
            type: 'object',
            discriminator: { propertyName: 'kind' },
            properties: { kind: { type: ['string', 'null'], 'x-nullable': true } },
          },
        },
        parameters: { limit },
        requestBodies: { pet: { required: true, content: { 'application/json': { schema: pet } } } },
        responses: {
          bad: {
            description: 'bad',
            content: { 'application/json': { schema: { type: 'string' } }, 'text/plain': { schema: { type: 'string' } } },
          },
        },
        securitySchemes: {
          basic: { type: 'http', scheme: 'basic' },
          oauth: {
            type: 'oauth2',
            flows: { authorizationCode: { authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: { read: 'r' } } },
          },
        },
      },
      paths: {
        '/pets': {
          parameters: [{ $ref: '#/components/parameters/limit' }],
          post: {
            parameters: [
              {
                name: 'ids',
                in: 'query',
                style: 'pipeDelimited',
                explode: false,
                schema: { type: 'array', items: { type: 'string' } },
              },
            ],
            requestBody: { $ref: '#/components/requestBodies/pet' },
            responses: {
              '200': {
                description: 'ok',
                headers: { 'X-Rate': { description: 'r', schema: { type: 'integer' } } },
                content: { 'application/json': { schema: pet, example: { kind: 'cat' } }, 'text/plain': { schema: pet } },
              },
              '400': { $ref: '#/components/responses/bad' },
            },
          },
          put: {
            parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
            requestBody: {
              required: true,
              content: {
                'multipart/form-data': {
                  schema: {
                    type: 'object',
                    properties: { a: { type: 'array', items: { type: 'string' } }, file },
                    required: ['file'],
                  },
                  encoding: { a: { style: 'form', explode: true } },
                },
              },
            },
            responses: { '200': { description: 'ok', content: { 'image/png': { schema: file } } } },
          },
        },
      },
    });
  });

  it('keeps the places', async () => {
    const source = sourceOf(await loadText('a.yaml', text));
    const lineOf = (at: string): number => source.positionOf(at, 'value').line;
    expect(lineOf('#/components/schemas/Pet')).toBe(18);
    expect(lineOf('#/components/parameters/limit/schema/exclusiveMaximum')).toBe(12);
    expect(lineOf('#/components/requestBodies/pet/content/application~1json/schema')).toBe(13);
    expect(lineOf('#/paths/~1pets/post/requestBody')).toBe(23);
    expect(lineOf('#/paths/~1pets/post/responses/200/content/text~1plain/schema')).toBe(30);
    expect(lineOf('#/paths/~1pets/put/parameters/0/schema/type')).toBe(40);
    expect(lineOf('#/paths/~1pets/put/requestBody/content/multipart~1form-data/schema/properties/file')).toBe(39);
    expect(lineOf('#/servers/0')).toBe(3);
    expect(source.resolve('#/definitions/Pet/properties/kind', '#')).toMatchObject({
      problem: expect.stringContaining('definitions'),
    });
    expect(source.resolve('#/components/schemas/Pet', '#')).toMatchObject({ at: '#/components/schemas/Pet' });
  });

  it('reads the number 2.0 as the version, and says so', async () => {
    expect(told(await loadText('a.yaml', 'swagger: 2.0\npaths: {}\n'))).toEqual(['a.yaml:1:10 unquoted-version']);
  });
});
