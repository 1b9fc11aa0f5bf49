/** Values that a number cannot hold are in no type and in no check, rather than being others. */
import { expect, test } from 'vitest';
import { generate } from '../../../src/index.js';
import { folderOf } from '../../load/documents.js';

const document = (schema: string): string =>
  `{ "openapi": "3.1.0", "info": { "title": "t", "version": "1" }, "paths": {}, "components": { "schemas": { "T": ${schema} } } }`;

test.each([
  ['{ "type": "integer", "enum": [9007199254740993, 1] }', 'number', ['inexact-enum', 'inexact-number']],
  ['{ "type": "integer", "const": 9007199254740993 }', 'number', ['inexact-enum', 'inexact-number']],
  ['{ "type": "integer", "enum": [9007199254740992, 1] }', '9007199254740992 | 1', []],
])('%s', async (schema, type, codes) => {
  const folder = await folderOf({ 'a.json': document(schema) });
  const { files, diagnostics } = await generate({ input: `${folder}/a.json` });
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  expect(text('types.ts')).toContain(`export type T = ${type};`);
  if (codes.length > 0) for (const path of ['paths.ts', 'validators.ts']) expect(text(path)).not.toContain('9007199254740992');
  expect(
    diagnostics
      .map(({ code }) => code)
      .filter((code) => code.startsWith('inexact'))
      .sort(),
  ).toEqual(codes);
});
