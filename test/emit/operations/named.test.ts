import { expect, it } from 'vitest';
import { generate } from '../../../src/generate.js';
import { defaults, type OperationOptions } from '../../../src/options.js';
import { documentOf } from './generated.js';

const done = { responses: { 204: { description: 'done' } } };
const document = documentOf(
  {
    '/a': {
      get: { operationId: 'known', ...done, callbacks: { called: { '{$url}': { post: { operationId: 'back', ...done } } } } },
    },
  },
  { webhooks: { hook: { post: { operationId: 'hooked', ...done } } } },
);

it('says which names of schemas are of none', async () => {
  const { diagnostics } = await generate({
    ...defaults,
    input: document,
    output: 'unused',
    schemas: { ...defaults.schemas, names: { Nope: 'Yes' } },
  });
  expect(diagnostics.filter(({ code }) => code === 'schema-option-unknown').map(({ message }) => message)).toEqual([
    '`schemas.names`: no component is called "Nope"',
  ]);
});

it.each<[Partial<OperationOptions>, readonly string[]]>([
  [{ names: { known: 'a', hooked: 'b', back: 'c' }, requireBody: ['*', 'GET /a', 'hooked'], streams: ['*', 'known'] }, []],
  [{ names: { unknown: 'a' } }, ['`operations.names`: no operation is called "unknown"']],
  [{ requireBody: ['get /a'] }, ['`operations.requireBody`: no operation is called "get /a"']],
  [{ streams: ['hooked'] }, ['`operations.streams`: no operation is called "hooked"']],
])('%j', async (operations, messages) => {
  const { files, diagnostics } = await generate({
    ...defaults,
    input: document,
    output: 'unused',
    operations: { ...defaults.operations, ...operations },
  });
  const found = diagnostics.filter(({ code }) => code === 'operation-option-unknown');
  expect(found.map(({ level, message }) => `${level} ${message}`)).toEqual(messages.map((message) => `error ${message}`));
  expect(files.length === 0).toBe(messages.length > 0);
});
