/** Integers that a number cannot hold, in the corners of schemas: read with all their digits, and nothing else is read as one. */
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaults } from '../../../src/options.js';
import { compile, scratch } from '../../golden/compile.js';
import { documentOf, filesOf, imported, written } from './generated.js';

const int64 = { type: 'integer', format: 'int64' };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const schemas: Readonly<Record<string, object>> = {
  Contains: { type: 'array', contains: int64 },
  Not: { not: int64 },
  Conditional: { if: int64, then: { minimum: 0 }, else: { type: 'string' } },
  Users: { type: 'object', properties: { contains: ref('Contains'), not: ref('Not'), conditional: ref('Conditional') } },
  Patterns: { type: 'object', patternProperties: { '^n': { type: 'integer' } }, additionalProperties: int64 },
  Named: { type: 'object', properties: { n: { type: 'integer' } }, additionalProperties: int64 },
  Unevaluated: {
    type: 'object',
    allOf: [ref('Counted'), { patternProperties: { '^p': { type: 'integer' } } }],
    unevaluatedProperties: int64,
  },
  Counted: { type: 'object', properties: { count: { type: 'integer' } } },
  Unreached: { type: 'object', additionalProperties: { type: 'string' }, unevaluatedProperties: int64 },
  UsersOfUnreached: { type: 'object', properties: { a: ref('Unreached') } },
  Beyond: { type: 'array', allOf: [{ prefixItems: [{ type: 'integer' }] }], unevaluatedItems: int64 },
  Texts: { type: 'object', properties: { text: { type: 'string' }, n: int64 } },
};
const document = documentOf(
  Object.fromEntries(
    Object.keys(schemas).map((name) => [
      `/${name}`,
      {
        get: {
          operationId: `get${name}`,
          responses: { 200: { description: 'ok', content: { 'application/json': { schema: ref(name) } } } },
        },
      },
    ]),
  ),
  { components: { schemas } },
);
const options = { schemas: { ...defaults.schemas, int64: 'bigint' } } as const;
const LARGE = '9007199254740993';
const large = 9007199254740993n;

describe('int64 as bigint', () => {
  it('compiles', async () => {
    const folder = scratch();
    try {
      written(folder, await filesOf(document, options));
      expect(await compile([folder], 'typescript-7')).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it.each<[string, string, unknown]>([
    ['Contains', `["a", ${LARGE}]`, ['a', large]],
    ['Conditional', LARGE, large],
    ['Conditional', '"a"', 'a'],
    ['Users', `{"contains":[${LARGE}],"not":"a","conditional":1}`, { contains: [large], not: 'a', conditional: 1n }],
    ['Patterns', `{"n":1,"m":${LARGE}}`, { n: 1, m: large }],
    ['Named', `{"n":1,"m":${LARGE}}`, { n: 1, m: large }],
    ['Unevaluated', `{"count":1,"p":2,"m":${LARGE}}`, { count: 1, p: 2, m: large }],
    ['Beyond', `[1,${LARGE}]`, [1, large]],
    ['Texts', `{"text":"\\\\\\"${LARGE}\\\\","n":${LARGE}}`, { text: `\\"${LARGE}\\`, n: large }],
  ])('%s of %s', async (name, answer, body) => {
    const client = await imported(document, options);
    const fetch = async (): Promise<Response> => new Response(answer, { headers: { 'content-type': 'application/json' } });
    const result = await client[`get${name}`](client['createClient']({ baseUrl: 'http://a', fetch }));
    expect(result.issues ?? []).toEqual([]);
    expect(result.body).toEqual(body);
  });
  it('beside a text of any length, whatever is in it', async () => {
    const client = await imported(document, options);
    for (const unit of ['x', '\\n', '\\"']) {
      const text = unit.repeat(5_000_000);
      const fetch = async (): Promise<Response> => new Response(`{"text":"${text}","n":${LARGE}}`);
      const result = await client['getTexts'](client['createClient']({ baseUrl: 'http://a', fetch }));
      expect([result.status, result.body.n, result.body.text.length]).toEqual([200, large, 5_000_000]);
    }
  });
});
