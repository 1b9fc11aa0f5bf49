/** What the printed types mean to a compiler: recursion of every shape, and values that do and do not fit. */

import ts from 'typescript';
import { expect, test } from 'vitest';
import { typeOf, typeScope } from '../../../src/emit/types/index.js';
import type { Json } from '../../../src/model/schema.js';
import { buildComponents } from '../../model/schemas/build.js';

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const components: Readonly<Record<string, Json>> = {
  Tree: { type: 'object', properties: { children: { type: 'array', items: ref('Tree') } } },
  Value: {
    anyOf: [
      { type: ['string', 'number', 'boolean', 'null'] },
      { type: 'array', items: ref('Value') },
      { type: 'object', additionalProperties: ref('Value') },
    ],
  },
  Pair: { type: 'array', prefixItems: [{ type: 'string' }, ref('Pair')] },
  Keyed: { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: ref('Keyed') },
  Mutual: { allOf: [ref('Base'), { type: 'object', properties: { other: ref('Base') } }] },
  Base: { type: 'object', properties: { heir: ref('Mutual') } },
  Mixed: { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: { type: 'string' } },
  Closed: { type: 'object', additionalProperties: false },
  Tuple: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] },
  Optional: { type: 'object', properties: { a: { type: 'string' }, b: { type: ['string', 'null'] } }, required: ['b'] },
};

/** Statement, and whether it compiles. */
const uses: readonly (readonly [string, boolean])[] = [
  ['const v: Tree = { children: [{ children: [] }, {}] };', true],
  ['const v: Tree = { children: [1] };', false],
  ['const v: Value = { a: [1, null, { b: "c" }] };', true],
  ['const v: Value = { a: undefined };', false],
  ['const v: Pair = ["a", ["b", []], 3];', true],
  ['const v: Keyed = { a: { b: {} } };', true],
  ['const v: Keyed = { c: {} };', false],
  ['const v: Mutual = { heir: { other: {} } };', true],
  ['const v: Mixed = { a: 1, b: "c" };', true],
  ['const v: Mixed = { a: "1" };', false],
  ['const v: Closed = {};', true],
  ['const v: Closed = { a: 1 };', false],
  ['const v: Tuple = [];', true],
  ['const v: Tuple = ["a", 1, true];', true],
  ['const v: Tuple = [1];', false],
  ['const v: Optional = { b: null };', true],
  ['const v: Optional = { a: undefined, b: null };', false],
];

test('types compile strictly, and take what they should', () => {
  const built = buildComponents(components);
  const scope = typeScope(built);
  const types = built.schemas.map(({ id, schema }) => `export type ${id} = ${typeOf(schema, scope).text};`).join('\n');
  const files = new Map([
    ['types.ts', types],
    ...uses.map(
      ([text], i) => [`use${i}.ts`, `import type * as t from './types.js';\n${qualified(text)}\nexport { v };`] as const,
    ),
  ]);
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  const own = (path: string): string | undefined => files.get(path.replace(/^.*\//, ''));
  host.readFile = (path) => own(path) ?? readFile(path);
  host.fileExists = (path) => own(path) !== undefined || fileExists(path);
  host.getSourceFile = (path, version) => {
    const text = own(path);
    return text === undefined ? getSourceFile(path, version) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const wrong = new Set(
    ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) => `${file?.fileName.replace(/^.*\//, '')} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      ),
  );
  expect([...wrong].filter((text) => text.startsWith('types.ts'))).toEqual([]);
  expect(uses.map(([text], i) => [text, ![...wrong].some((message) => message.startsWith(`use${i}.ts `))])).toEqual(uses);
});

const qualified = (text: string): string => text.replace(/: (\w+) =/, ': t.$1 =');
