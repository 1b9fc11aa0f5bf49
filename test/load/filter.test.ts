import { describe, expect, it } from 'vitest';
import { type Changes, loadObject, sourceOf } from './documents.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const content = (name: string): object => ({
  '200': { description: 'd', content: { 'application/json': { schema: ref(name) } } },
});
const document = {
  openapi: '3.1.0',
  paths: {
    '/pets': {
      parameters: [{ $ref: '#/components/parameters/p' }],
      get: { operationId: 'list', tags: ['pets'], responses: content('Pet') },
      post: { operationId: 'add', tags: ['pets', 'write'], responses: content('Other') },
    },
    '/pets/{id}/toys': { get: { operationId: 'toys', tags: ['toys'], responses: content('Toy') } },
  },
  components: {
    schemas: {
      Pet: { discriminator: { propertyName: 'k', mapping: { mapped: 'Mapped' } }, properties: { owner: ref('Owner') } },
      Owner: { properties: { pet: ref('Pet') } },
      Cat: { allOf: [ref('Pet'), { properties: { toy: ref('Ball') } }] },
      Ball: {},
      Mapped: {},
      Toy: {},
      Other: {},
    },
    parameters: { p: { name: 'p', in: 'query' }, q: { name: 'q', in: 'query' } },
    securitySchemes: { s: { type: 'http', scheme: 'basic' } },
  },
};
const kept = async (filter: Changes['filter']): Promise<{ operations: string[]; schemas: string[] }> => {
  const source = sourceOf(await loadObject(document, filter ? { filter } : {}));
  const paths = source.get('#/paths') as Record<string, Record<string, { operationId?: string }>>;
  const operations = Object.values(paths).flatMap((item) => Object.values(item).flatMap(({ operationId }) => operationId ?? []));
  return { operations, schemas: Object.keys(source.get('#/components/schemas') as object) };
};

describe('filters', () => {
  it.each<[what: string, filter: NonNullable<Changes['filter']>, operations: string[]]>([
    ['tags', { tags: ['pets'] }, ['list', 'add']],
    ['excluded tags', { tags: ['pets'], excludeTags: ['write'] }, ['list']],
    ['paths', { paths: ['/pets'] }, ['list', 'add']],
    ['a segment of any name', { paths: ['/pets/*/toys'] }, ['toys']],
    ['any segments', { paths: ['/pets/**'] }, ['toys']],
    ['excluded paths', { excludePaths: ['/**/toys'] }, ['list', 'add']],
    ['operationIds', { operations: ['add'] }, ['add']],
    ['methods and paths', { operations: ['GET /pets', 'toys'] }, ['list', 'toys']],
    ['excluded operations', { excludeOperations: ['GET /pets'] }, ['add', 'toys']],
  ])('by %s', async (_, filter, operations) => {
    expect((await kept(filter)).operations).toEqual(operations);
  });
  it('keep what is reached: through references, mappings and forms of a discriminated schema', async () => {
    expect((await kept({ operations: ['list'] })).schemas).toEqual(['Pet', 'Owner', 'Cat', 'Ball', 'Mapped']);
    const source = sourceOf(await loadObject(document, { filter: { operations: ['list'] } }));
    expect(source.get('#/components/parameters')).toEqual({ p: { name: 'p', in: 'query' } });
    expect(source.get('#/components/securitySchemes')).toBeDefined();
  });
  it('say where nothing is left', async () => {
    const loaded = await loadObject(document, { filter: { tags: ['nope'] } });
    expect(loaded.findings.map(({ rule }) => rule.code)).toEqual(['unmatched-filter']);
  });
  it('change nothing of a document without one', async () => {
    expect((await kept({})).schemas.length).toBe(7);
  });
});
