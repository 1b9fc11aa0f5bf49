/** Values of another type than the specification has, read as what they mean or left out, and said. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/schema.js';
import { apiOf } from '../document.js';
import { buildComponents } from './schemas/build.js';

const T = '#/components/schemas/T';
const string = { kind: 'string', typed: true } as const;

const rows: readonly (readonly [given: Json, said: readonly string[], schema: object])[] = [
  [{ type: 'string', minLength: '2' }, [`value-of-other-type ${T}/minLength`], { ...string, minLength: 2 }],
  [{ type: 'number', maximum: '1.5e3' }, [`value-of-other-type ${T}/maximum`], { kind: 'number', maximum: 1500 }],
  [{ type: 'array', uniqueItems: 'True' }, [`value-of-other-type ${T}/uniqueItems`], { kind: 'array', uniqueItems: true }],
  [
    { type: 'object', additionalProperties: 'false' },
    [`value-of-other-type ${T}/additionalProperties`],
    {
      additionalProperties: { kind: 'never' },
      additionalImplied: false,
    },
  ],
  [
    { type: 'string', nullable: 'true' },
    [`value-of-other-type ${T}/nullable`],
    { kind: 'union', members: [string, { kind: 'null' }] },
  ],
  [{ type: 'String' }, [`value-of-other-type ${T}/type`], string],
  [{ type: 'string', description: 404 }, [`value-of-other-type ${T}/description`], { docs: { description: '404' } }],
  [{ type: ['string', null] }, [`value-of-other-type ${T}/type/1`], { kind: 'union', members: [string, { kind: 'null' }] }],
  [
    { anyOf: [{ type: 'string' }, { type: null }] },
    [`value-of-other-type ${T}/anyOf/1/type`],
    {
      kind: 'union',
      members: [string, { kind: 'null' }],
    },
  ],
  [{ type: null, description: 'd' }, [`unusable-member ${T}/type`], { kind: 'any' }],
  [{ type: 'date' }, [`invalid-keyword-value ${T}/type`], { kind: 'any' }],
  [{ type: ['string', 'date'] }, [`invalid-keyword-value ${T}/type/1`], { kind: 'any' }],
  [{ type: 'string', maxLength: 'ten' }, [`unusable-member ${T}/maxLength`], string],
  [
    { type: 'string', minLength: null, title: null, enum: null },
    [`unusable-member ${T}/enum`, `unusable-member ${T}/minLength`, `unusable-member ${T}/title`],
    string,
  ],
  [{ type: 'array', items: null }, [`unusable-member ${T}/items`], { kind: 'array', items: { kind: 'any' } }],
  [{ type: 'array', items: [] }, [`value-of-other-type ${T}/items`], { kind: 'array', items: { kind: 'any' } }],
  [{ type: 'object', properties: [] }, [`value-of-other-type ${T}/properties`], { kind: 'object', properties: [] }],
  [{ type: 'object', required: {} }, [`value-of-other-type ${T}/required`], { kind: 'object', properties: [] }],
  [
    { type: 'object', required: 'a' },
    [`value-of-other-type ${T}/required`],
    {
      kind: 'object',
      properties: [{ name: 'a', required: true }],
    },
  ],
  [{ type: 'object', required: true }, [`unusable-member ${T}/required`], { kind: 'object', properties: [] }],
  [null, [`unusable-member ${T}`], { kind: 'any' }],
];

describe('a schema', () => {
  it.each(rows)('%j', (given, said, schema) => {
    const built = buildComponents({ T: given });
    expect([...built.reported].sort()).toEqual(said);
    expect(built.get('T')?.schema).toMatchObject(schema);
  });
});

describe('a parameter', () => {
  it.each([
    [
      `{ name: id, in: Path, required: 'true', schema: { type: string } }`,
      ['invalid-parameter in', 'value-of-other-type required'],
      'path',
    ],
    [`{ name: id, in: nowhere, required: true, schema: { type: string } }`, ['invalid-parameter in'], 'path'],
    [
      `{ name: id, in: path, required: true, description: null, deprecated: 1, schema: null }`,
      ['unusable-member deprecated', 'unusable-member description', 'unusable-member schema'],
      'path',
    ],
  ])('%s', async (parameter, want, place) => {
    const at = '#/paths/~1x~1{id}/get/parameters/0';
    const { api, said } = await apiOf(
      `paths: { '/x/{id}': { get: { operationId: a, parameters: [${parameter}], responses: { '204': null } } } }`,
    );
    expect(api.operations[0]?.parameters).toMatchObject([{ name: 'id', in: place, required: true }]);
    expect(said.map((line) => line.split(': ')[0]).sort()).toEqual(
      [
        ...want.map((each) => `warning ${each.replace(' ', ` ${at}/`)}`),
        'warning unusable-member #/paths/~1x~1{id}/get/responses/204',
      ].sort(),
    );
  });
});

describe('an operation', () => {
  it('has the answers that are named and empty, and nothing of what is null', async () => {
    const { api, said } = await apiOf(`
tags: null
servers: null
security: null
paths: { '/x': { parameters: null, get: { operationId: a, tags: null, summary: null, callbacks: null, responses: { '204': null } } } }
components: { schemas: null, parameters: null }`);
    expect(api.operations[0]?.responses).toMatchObject([{ status: 204, content: [] }]);
    expect(said.every((line) => line.startsWith('warning unusable-member '))).toBe(true);
    expect(said.length).toBe(10);
  });

  it('has nothing where an empty list stands for a map, or the other way round', async () => {
    const { api, said } = await apiOf(`
paths: { '/x': { get: { operationId: a, parameters: {}, responses: { '200': { description: d, headers: [], content: [] } } } } }
components: { schemas: [], securitySchemes: [] }`);
    expect(api.operations[0]).toMatchObject({ parameters: [], responses: [{ status: 200, content: [] }] });
    expect(said.every((line) => line.startsWith('warning value-of-other-type '))).toBe(true);
    expect(said.length).toBe(5);
  });

  it('does not become one without credentials by an empty map', async () => {
    const { said } = await apiOf(
      `paths: { '/x': { get: { operationId: a, security: {}, responses: { '204': { description: d } } } } }`,
    );
    expect(said).toEqual([expect.stringContaining('error wrong-type #/paths/~1x/get/security: ')]);
  });

  it('is not without paths by an empty list', async () => {
    const { said } = await apiOf('paths: []');
    expect(said).toEqual(['error wrong-type #/paths: expected an object, found a list']);
  });
});
