/** Names of a document through the whole way: none chooses a path, shadows what the output uses, or keeps a module from loading. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { complete } from '../../src/config/resolve.js';
import { type Generated, generate } from '../../src/generate.js';
import type { Json } from '../../src/model/schema.js';
import { importAll } from './importing.js';
import { MARKER } from './payloads.js';
import { readShapes, written } from './shape.js';

const NAMES: readonly string[] = [
  ...['../../../escape', '..', '.', '/etc/passwd', 'C:\\escape', 'a/b', 'a\\b', 'file:///tmp/escape', '%2e%2e%2f', 'a\u0000.ts'],
  ...['CON', 'nul', 'aux.ts', 'COM1', 'index', 'types', 'runtime', 'validators', 'operations', 'paths', '.specwright.json'],
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'then', 'default', 'arguments', 'eval'],
  ...[
    'await',
    'class',
    'import',
    'yield',
    'let',
    'static',
    'enum',
    'JSON',
    'Promise',
    'undefined',
    'NaN',
    'Object',
    'Array',
    'Response',
  ],
  ...[
    'Error',
    'String',
    'Record',
    'Readonly',
    'Awaited',
    'globalThis',
    'Client',
    'Issue',
    'Validator',
    'createClient',
    'unwrap',
    'send',
  ],
  ...['value', 'at', 'input', 'client', 'options', 'member1', 'a'.repeat(300), `${'a'.repeat(299)}b`],
  ...['🦄', '\u202egnp.exe', '\u200b', '', ' ', '-', '0', '1e3', 'ß', 'é', 'e\u0301', 'İ', 'ﬁ', 'Ａ', '\ud800', 'K'],
];

/** The names as names of everything that has one, all in one document. */
function documentOf(names: readonly string[]): Json {
  const ok = { '204': { description: 'Nothing.' } };
  const body = (name: string): Json => ({
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${escaped(name)}` } } },
  });
  const each = (make: (name: string, i: number) => Json): Json =>
    Object.fromEntries(names.map((name, i) => [name, make(name, i)]));
  return {
    openapi: '3.1.0',
    info: { title: 'Names', version: '1' },
    tags: names.map((name) => ({ name })),
    paths: Object.fromEntries(
      names.map((name, i) => [
        `/${i}`,
        {
          post: {
            operationId: name,
            tags: [name],
            parameters: [{ name, in: 'query', schema: { type: 'string' } }],
            requestBody: body(name),
            responses: { ...ok, '200': { description: 'All.', ...Object(body(name)) } },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        ...Object(each((name, i) => ({ type: 'object', required: [name], properties: { [name]: { const: i } } }))),
        All: { type: 'object', properties: each(() => ({ type: 'string' })), required: names },
        Which: { enum: names },
      },
      responses: each(() => ({ description: 'All.' })),
      parameters: each((name) => ({ name, in: 'query', schema: { type: 'string' } })),
    },
  };
}

/** Of a reference's fragment; a lone surrogate has no UTF-8. */
const escaped = (name: string): string =>
  name
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
    .replace(/\P{Surrogate}+/gu, encodeURIComponent);

const generated = (document: Json, splitAbove = 10_000): Promise<Generated> =>
  generate(complete({ input: Object(document), output: 'output', splitAbove }));

describe.each([
  ['in one folder', 10_000],
  ['split into folders', 10],
])('%s', (_, splitAbove) => {
  const result = generated(documentOf(NAMES), splitAbove);

  test('all are accepted', async () => {
    expect((await result).diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('the paths are ours, and differ where case does not', async () => {
    const paths = (await result).files.map(({ path }) => path);
    for (const path of paths) expect(path).toMatch(/^(?:[\w-]+\/)*[\w.-]+\.ts$/);
    for (const path of paths) expect(path).not.toMatch(/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(Math.max(...paths.map((path) => path.length))).toBeLessThan(200);
  });

  test('the modules load, export everything, and nothing that would be awaited', async () => {
    const { files } = await result;
    expect(readShapes(files).faults).toEqual([]);
    const modules = await importAll(files);
    expect(globalThis).not.toHaveProperty(MARKER);
    const index = modules['index.ts'] ?? {};
    expect(index).not.toHaveProperty('then');
    // A function and a validator each, and beside them those of `All` and `Which` and what is ours.
    expect(Object.keys(index).length).toBeGreaterThanOrEqual(2 * NAMES.length + 2);
  });

  test('no declaration meets another', async () => {
    for (const { path, text } of written((await result).files)) expect(declaredTwice(path, text), path).toEqual([]);
  });
});

test('the order of the document changes nothing', async () => {
  // An operation without a name is called by its path, which is a number here.
  const named = NAMES.filter((name) => name !== '');
  const [there, back] = await Promise.all([generated(documentOf(named)), generated(documentOf([...named].reverse()))]);
  const lines = ({ files }: Generated) => written(files).filter(({ path }) => path === 'index.ts');
  expect(lines(back)).toEqual(lines(there));
});

test('a member that is called __proto__ is a member', async () => {
  const { files } = await generated(documentOf(['__proto__', 'constructor', 'then']));
  const { All } = (await importAll(files))['index.ts'] ?? {};
  const is: unknown = Reflect.get(Object(All), 'is');
  if (typeof is !== 'function') throw new TypeError('All has no validator');
  expect(is(JSON.parse('{"__proto__":"a","constructor":"b","then":"c"}'))).toBe(true);
  expect(is(JSON.parse('{"constructor":"b","then":"c"}'))).toBe(false);
  expect(is(JSON.parse('{"__proto__":{"then":"c"},"constructor":"b"}'))).toBe(false);
  expect(is({ then: 'c' })).toBe(false);
});

/** Top-level names of values, and of types, that a file declares more than once. */
function declaredTwice(path: string, text: string): readonly string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  const declare = (space: string, name: ts.Node | undefined): void => {
    if (!name || !ts.isIdentifier(name)) return;
    if (seen.has(`${space} ${name.text}`)) twice.push(name.text);
    seen.add(`${space} ${name.text}`);
  };
  for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements) {
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) declare('type', statement.name);
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) declare('value', statement.name);
    else if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) declare('value', name);
    else if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      for (const { name } of statement.exportClause.elements) declare('export', name);
  }
  return twice;
}
