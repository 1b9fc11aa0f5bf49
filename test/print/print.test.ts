/** Files as text: what stands where, and how it is laid out. */
import { describe, expect, test } from 'vitest';
import { code, regex } from '../../src/print/code.js';
import type { Declaration } from '../../src/print/declaration.js';
import type { Import } from '../../src/print/file.js';
import { print, printDeclaration } from '../../src/print/index.js';

const body = (imports: readonly Import[], ...statements: Declaration[]): string => {
  const [file] = print([{ kind: 'code', path: 'a.ts', imports, statements }]);
  return file?.text.split('\n').slice(2).join('\n') ?? '';
};
const alias = (name: 'A' | 'B'): Declaration => ({ kind: 'type', name: name === 'A' ? code`A` : code`B`, type: code`string` });

describe('declarations', () => {
  test.each<[string, Declaration, string]>([
    ['a type', { kind: 'type', name: code`Token`, type: code`{\n  a: string;\n}` }, 'export type Token = {\n  a: string;\n};'],
    ['a type of its own file', { kind: 'type', name: code`T`, type: code`1`, exported: false }, 'type T = 1;'],
    [
      'a type with parameters',
      { kind: 'type', name: code`T`, typeParameters: [code`A`, code`B extends A`], type: code`A | B` },
      'export type T<A, B extends A> = A | B;',
    ],
    ['a union over lines', { kind: 'type', name: code`T`, type: code`\n  | 'a'\n  | 'b'` }, "export type T =\n  | 'a'\n  | 'b';"],
    [
      'a comment',
      { kind: 'type', name: code`T`, type: code`1`, docs: ['Of */ it.', { tag: 'deprecated' }] },
      '/**\n * Of *\\/ it.\n *\n * @deprecated\n */\nexport type T = 1;',
    ],
    [
      'a function',
      {
        kind: 'function',
        name: code`isT`,
        parameters: [{ name: code`value`, type: code`unknown` }],
        returns: code`value is T`,
        body: code`if (value) {\n  return true;\n}\nreturn false;`,
      },
      'export function isT(value: unknown): value is T {\n  if (value) {\n    return true;\n  }\n  return false;\n}',
    ],
    [
      'an async function with a long signature',
      {
        kind: 'function',
        async: true,
        name: code`aFunctionWithALongName`,
        parameters: [
          { name: code`first`, type: code`OneTypeWithALongName` },
          { name: code`second`, type: code`AnotherTypeWithALongName`, optional: true },
        ],
        returns: code`Promise<AResultWithALongName>`,
        body: code`return first;`,
      },
      'export async function aFunctionWithALongName(\n  first: OneTypeWithALongName,\n  second?: AnotherTypeWithALongName,\n): Promise<AResultWithALongName> {\n  return first;\n}',
    ],
    [
      'a constant',
      { kind: 'constant', name: code`c`, type: code`C`, value: code`f({\n  a: 1,\n})` },
      'export const c: C = f({\n  a: 1,\n});',
    ],
    ['a constant of its own file', { kind: 'constant', name: code`c`, value: code`1`, exported: false }, 'const c = 1;'],
    [
      'exports',
      { kind: 're-export', from: './b.js', values: ['b', 'a'], types: ['C', 'a'] },
      "export { type C, a, b } from './b.js';",
    ],
    ['exports of types', { kind: 're-export', from: './b.js', types: ['C'] }, "export type { C } from './b.js';"],
  ])('%s', (_, declaration, wanted) => {
    expect(printDeclaration(declaration)).toBe(wanted);
  });

  test('what follows a regular expression with quotes in it is laid out as ever', () => {
    const value = regex('[\'"`/*{]', 'u');
    expect(
      printDeclaration({
        kind: 'function',
        name: code`f`,
        parameters: [],
        returns: code`RegExp`,
        body: code`const r = ${value};\nif (r) {\n  return r;\n}\nreturn r;`,
      }),
    ).toBe('export function f(): RegExp {\n  const r = /[\'"`/*{]/u;\n  if (r) {\n    return r;\n  }\n  return r;\n}');
  });
});

describe('imports', () => {
  const use: Declaration = { kind: 'type', name: code`T`, type: code`A | typeof b | runtime.C | types.D` };
  test('are sorted, joined, and only of what is used', () => {
    const imports: Import[] = [
      { from: './types.js', typeNamespace: 'types' },
      { from: './b.js', values: ['b', 'unused'], types: ['Unused'] },
      { from: './a.js', types: ['A', 'A'] },
      { from: './b.js', types: ['b'] },
      { from: './runtime/index.js', namespace: 'runtime', typeNamespace: 'runtime' },
      { from: './unused.js', namespace: 'unused' },
    ];
    expect(body(imports, use)).toBe(
      "import type { A } from './a.js';\nimport { b } from './b.js';\nimport * as runtime from './runtime/index.js';\nimport type * as types from './types.js';\n\nexport type T = A | typeof b | runtime.C | types.D;\n",
    );
  });
  test('are not kept by a comment', () => {
    expect(body([{ from: './a.js', types: ['A'] }], { kind: 'type', name: code`T`, type: code`1`, docs: ['Not an A.'] })).toBe(
      '/** Not an A. */\nexport type T = 1;\n',
    );
  });
  test('a line each where one line is long', () => {
    const names = Array.from({ length: 30 }, (_, i) => `Name${String(i).padStart(2, '0')}`);
    const type = code`${names.map((_, i) => code`Name${i < 10 ? code`0` : code``}${i} | `)}never`;
    const text = body([{ from: './a.js', types: names }], { kind: 'type', name: code`T`, type });
    expect(text.startsWith(`import type {\n${names.map((name) => `  ${name},\n`).join('')}} from './a.js';\n\n`)).toBe(true);
  });
});

describe('files', () => {
  test('one-line neighbours stand together, others apart; the end is one line break', () => {
    expect(body([], alias('A'), alias('B'), { kind: 'type', name: code`C`, type: code`{\n  c: 1;\n}` }, alias('A'))).toBe(
      'export type A = string;\nexport type B = string;\n\nexport type C = {\n  c: 1;\n};\n\nexport type A = string;\n',
    );
  });
  test('a file with nothing in it is still a module', () => {
    expect(body([])).toBe('export {};\n');
  });
  test('a text stays as it is below the header', () => {
    const [file] = print([{ kind: 'text', path: 'runtime/a.ts', text: '/** A. */\nexport const a = 1;\n\n\n' }]);
    expect(file?.text).toMatch(/^\/\/ Generated by specwright .*\n\n\/\*\* A\. \*\/\nexport const a = 1;\n$/);
  });
  test('no line ends in white space', () => {
    const [file] = print([
      {
        kind: 'code',
        path: 'a.ts',
        imports: [],
        statements: [{ kind: 'type', name: code`T`, type: code`{ \n  a: 1;\t\n}`, docs: ['a  \n\nb'] }],
      },
    ]);
    expect(file?.text).not.toMatch(/[ \t]$/m);
  });
});
