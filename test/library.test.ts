/** The library: what it makes of options, which nobody has checked before. */
import { expect, test } from 'vitest';
import { type GenerateOptions, generate } from '../src/index.js';

const document = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: { '/a': { get: { responses: { 204: { description: 'done' } } } } },
};
const made = async (options: Readonly<Record<string, unknown>>) => {
  // As from JavaScript, where nothing is checked.
  const { files, diagnostics } = await generate(options as unknown as GenerateOptions);
  return { files: files.length > 0, said: diagnostics.map(({ level, code, message }) => `${level} ${code}: ${message}`) };
};

test.each<[string, Readonly<Record<string, unknown>>, string[]]>([
  ['a wrong value', { schemas: { int64: 'bigit' } }, ['error config-wrong-value: schemas.int64 expected']],
  ['an unknown key', { schemata: {} }, ['error config-unknown-key: schemata is no key']],
  ['no document', { input: undefined }, ['error config-wrong-value: the config lacks the key "input"']],
  ['a group that is none', { diagnostics: 5 }, ['error config-wrong-value: diagnostics expected a group of keys']],
])('%s', async (_, options, messages) => {
  expect(await made({ input: document, ...options })).toEqual({
    files: false,
    said: messages.map((message) => expect.stringContaining(message)),
  });
});

test('what the config calls an error is one', async () => {
  expect(await made({ input: document })).toMatchObject({ files: true });
  expect(await made({ input: document, diagnostics: { levels: { 'missing-operation-id': 'error' } } })).toEqual({
    files: false,
    said: [expect.stringContaining('error missing-operation-id')],
  });
});
