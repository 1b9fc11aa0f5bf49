/** What letters, members and types mean where that is easily missed. */
import { expect, test } from 'vitest';
import { generate } from '../../../src/index.js';
import { documentOf, emit } from './emitted.js';

test('URIs have letters of ASCII alone, whatever case folding says', async () => {
  const text = (format: string): object => ({ type: 'string', format });
  const { Uri, Iri, Template } = await emit(documentOf({ Uri: text('uri'), Iri: text('iri'), Template: text('uri-template') }), {
    schemas: { formats: 'assert' },
  });
  expect(['http://a/k', 'http://a/\u212a', 'http://a/\u017f?\u017f'].map((uri) => Uri?.is(uri))).toEqual([true, false, false]);
  expect(Iri?.is('http://a/\u017f')).toBe(true);
  expect(['{k}', '{\u212a}', '{%e2%AA}'].map((template) => Template?.is(template))).toEqual([true, false, true]);
});

test('a member that is undefined is none', async () => {
  const { Some, Few } = await emit(
    documentOf({ Some: { type: 'object', minProperties: 1 }, Few: { type: 'object', maxProperties: 1 } }),
  );
  expect([Some?.is({ a: undefined }), Some?.is({ a: null })]).toEqual([false, true]);
  expect([Few?.is({ a: 1, b: undefined }), Few?.is({ a: 1, b: 2 })]).toEqual([true, false]);
});

test('the type of an open enumeration takes what its validator takes', async () => {
  const input = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {
      '/a': {
        get: {
          responses: {
            200: { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/Mixed' } } } },
          },
        },
      },
    },
    components: { schemas: { Mixed: { enum: ['a', [1], { b: 2 }, null] } } },
  };
  const { files } = await generate({ input, schemas: { openEnums: 'responses' } });
  const types = files.find(({ path }) => path === 'types.ts')?.text ?? '';
  expect(types).toContain('unknown[]');
  expect(types).toContain('{ [key: string]: unknown }');
});
