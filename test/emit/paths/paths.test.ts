/** `paths.ts`: what openapi-typescript makes of documents, and of those that would have made it stumble. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../src/config/resolve.js';
import { generate } from '../../../src/generate.js';
import { compile, scratch } from '../../golden/compile.js';

async function pathsOf(document: object): Promise<{ readonly text: string; readonly codes: readonly string[] }> {
  const { files, diagnostics } = await generate(
    complete({ input: { openapi: '3.1.0', info: { title: '', version: '1' }, paths: {}, ...document } }),
  );
  const errors = diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message);
  expect(errors).toEqual([]);
  return { text: files.find(({ path }) => path === 'paths.ts')?.text ?? '', codes: diagnostics.map(({ code }) => code) };
}
const schemas = (schemas: object): object => ({ components: { schemas } });
const get = (operation: object): object => ({ get: { responses: { 200: { description: '' } }, ...operation } });

describe('types', () => {
  test.each<[string, object, string]>([
    ['an object of no members takes any', { A: { type: 'object' } }, 'A: Record<string, unknown>;'],
    ['null is not added to an enum that does not have it', { A: { type: ['string', 'null'], enum: ['a'] } }, 'A: "a";'],
    ['a constant null', { A: { const: null } }, 'A: null;'],
    ['nothing', { A: false }, 'A: never;'],
    ['anything', { A: true }, 'A: unknown;'],
    ['boolean schemas in a union', { A: { oneOf: [true, { type: 'string' }] } }, 'A: unknown | string;'],
    ['values of objects', { A: { type: 'object', enum: [{ a: 1 }] } }, '"a": 1'],
    ['an alias', { A: { $ref: '#/components/schemas/B' }, B: { type: 'string' } }, 'A: components["schemas"]["B"];'],
    [
      'members that are required of a nullable schema',
      {
        A: { allOf: [{ $ref: '#/components/schemas/B' }], required: ['b'], type: 'object' },
        B: { type: ['object', 'null'], properties: { b: { type: 'number' } } },
      },
      'type WithRequired<T, K extends PropertyKey>',
    ],
    [
      'an heir that declares the discriminating property itself',
      {
        Base: {
          type: 'object',
          required: ['kind'],
          properties: { kind: { type: 'string' } },
          discriminator: { propertyName: 'kind' },
        },
        A: {
          allOf: [{ $ref: '#/components/schemas/Base' }],
          type: 'object',
          properties: { kind: { enum: ['A'] }, a: { type: 'number' } },
        },
      },
      'A: { kind: "A"; a?: number; } & Omit<',
    ],
    [
      'a reference to a part',
      { A: { $ref: '#/components/schemas/B/properties/b' }, B: { type: 'object', properties: { b: { type: 'number' } } } },
      'A: components["schemas"]["components_schemas_B_properties_b"];',
    ],
    [
      'a percent sign',
      { '100%': { type: 'object', properties: { '%zz': { type: 'object', properties: { a: { type: 'string' } } } } } },
      '"%zz"?:',
    ],
    [
      'a circle without an object',
      { A: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/components/schemas/A' } }] } },
      'A: string | unknown[];',
    ],
  ])('%s', async (_, given, wanted) => {
    const { text } = await pathsOf(schemas(given));
    expect(text.replace(/\s+/g, ' ').replaceAll('{ a: 1; }', '"a": 1')).toContain(wanted);
  });

  test('what has no place in them is said', async () => {
    const { codes } = await pathsOf({
      openapi: '3.2.0',
      paths: {
        '/a': { query: { responses: { 200: { description: '' } } } },
        '/b': get({ parameters: [{ name: 'q', in: 'querystring', content: { 'text/plain': { schema: { type: 'string' } } } }] }),
      },
    });
    expect(codes.filter((code) => code === 'paths-incomplete')).toHaveLength(2);
  });
});

describe('hostile documents', () => {
  const evil = [
    '*/ globalThis.hacked = 1; /*',
    '"; globalThis.hacked = 1; "',
    '\u2028globalThis.hacked = 1',
    '@ts-expect-error',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become a template
    '${globalThis.hacked = 1}',
    '__proto__',
    'constructor',
    '%',
    '#/x',
    '~',
    'a/b',
    '',
  ];
  test.each(evil)('%j in every place stays a text', async (text) => {
    const schema = {
      type: 'object',
      title: text,
      description: text,
      default: text,
      example: text,
      format: text,
      required: [text],
      properties: { [text]: { type: 'string', enum: [text], const: text } },
    };
    const { text: made } = await pathsOf({
      paths: {
        [`/${text.replace(/[{}#?]/g, '')}`]: get({
          operationId: text,
          summary: text,
          description: text,
          parameters: [{ name: text || 'q', in: 'query', description: text, schema }],
          responses: {
            200: {
              description: text,
              content: { 'application/json': { schema } },
              headers: { [text]: { description: text, schema } },
            },
          },
        }),
      },
      components: {
        schemas: {
          [text || 'Empty']: schema,
          Pet: { type: 'object', discriminator: { propertyName: text, mapping: { [text]: '#/components/schemas/Pet' } } },
        },
      },
    });
    const file = ts.createSourceFile('paths.ts', made, ts.ScriptTarget.ESNext, true);
    // Declarations of types only, so that there is nothing to run.
    const kinds = new Set(file.statements.map(({ kind }) => ts.SyntaxKind[kind]));
    expect([...kinds].filter((kind) => !['InterfaceDeclaration', 'TypeAliasDeclaration'].includes(kind))).toEqual([]);
    const { outputText } = ts.transpileModule(made, { compilerOptions: { removeComments: true, module: ts.ModuleKind.ESNext } });
    expect(outputText.trim()).toBe('export {};');
    const folder = scratch();
    try {
      writeFileSync(join(folder, 'paths.ts'), made);
      expect(await compile([folder], 'typescript-7')).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
