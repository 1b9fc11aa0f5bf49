import { describe, expect, it } from 'vitest';
import { type Changes, folderOf, loadIn, loadObject, sourceOf, told } from './documents.js';

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
    expect(told(loaded, true).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'unmatched-filter the filter leaves no operation',
      'unmatched-filter no operation matches "nope" of `filter.tags`',
    ]);
  });
  it('say which of their entries matches nothing', async () => {
    const filter = { tags: ['pets', 'nope'], excludePaths: ['/nowhere'] };
    expect((await kept(filter)).operations).toEqual(['list', 'add']);
    expect(told(await loadObject(document, { filter }), true).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'unmatched-filter no operation matches "nope" of `filter.tags`',
      'unmatched-filter no operation matches "/nowhere" of `filter.excludePaths`',
    ]);
  });
  describe('where Path Items are references', () => {
    const files = {
      'api.json': JSON.stringify({
        openapi: '3.1.0',
        paths: {
          '/pets': { $ref: 'items.json#/pets' },
          '/animals': { $ref: 'items.json#/pets' },
          '/admin': { $ref: 'items.json#/admin' },
          '/local': { $ref: '#/components/pathItems/local' },
        },
        components: {
          pathItems: {
            local: { get: { operationId: 'local', tags: ['pets'], responses: content('Used') }, delete: { tags: ['admin'] } },
          },
          schemas: { Used: {}, Listed: {}, Administered: {} },
        },
      }),
      'items.json': JSON.stringify({
        pets: {
          get: { tags: ['pets'], description: 'x', responses: { 200: { $ref: 'api.json#/components/schemas/Listed' } } },
          post: { tags: ['admin'], responses: { 200: { $ref: 'api.json#/components/schemas/Administered' } } },
        },
        admin: { get: { tags: ['admin'] } },
      }),
    };
    const filtered = async (filter: NonNullable<Changes['filter']>) => {
      const source = sourceOf(await loadIn(await folderOf(files), 'api.json', { filter }));
      const operations = Object.entries(source.get('#/paths') as Record<string, Record<string, unknown>>).flatMap(
        ([path, item]) => {
          const target = typeof item['$ref'] === 'string' ? source.resolve(item['$ref'], '#/paths') : { value: item };
          return 'value' in target ? Object.keys(target.value as object).map((method) => `${method} ${path}`) : [];
        },
      );
      return { operations, schemas: Object.keys(source.get('#/components/schemas') as object) };
    };
    it.each<[string, NonNullable<Changes['filter']>, string[], string[]]>([
      ['by tag', { excludeTags: ['admin'] }, ['get /pets', 'get /animals', 'get /local'], ['Used', 'Listed']],
      ['by path', { paths: ['/pets'] }, ['get /pets', 'post /pets'], ['Listed', 'Administered']],
      ['of this document', { operations: ['local'] }, ['get /local'], ['Used']],
    ])('%s', async (_, filter, operations, schemas) => {
      expect(await filtered(filter)).toEqual({ operations, schemas });
    });
  });
  it('change nothing of a document without one', async () => {
    expect((await kept({})).schemas.length).toBe(7);
  });
});
