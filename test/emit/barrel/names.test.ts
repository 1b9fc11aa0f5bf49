/** Names of the document that are ours too, or that several emitted files would give. */
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runtimeNames } from '../../../src/emit/barrel/runtime-names.js';
import { Names } from '../../../src/model/names.js';
import { compile, scratch } from '../../golden/compile.js';
import { documentOf, filesOf, written } from '../operations/generated.js';

const done = { responses: { 200: { description: 'done' } } };
const page = {
  type: 'object',
  required: ['items'],
  properties: { next: { type: 'string' }, items: { type: 'array', items: {} } },
};
const listed = {
  200: {
    description: 'a page',
    content: { 'application/json': { schema: page } },
    links: { pages: { operationId: 'operation' }, gone: { operationId: 'operation' } },
  },
  400: { description: 'refused' },
};
const tokens = (...required: string[]) => ({
  'application/json': {
    schema: { type: 'object', required, properties: Object.fromEntries(required.map((key) => [key, { type: 'string' }])) },
  },
});

const document = documentOf(
  {
    '/validation': {
      get: {
        operationId: 'validation',
        parameters: [{ name: 'cursor', in: 'query', schema: { type: 'string' } }],
        responses: listed,
      },
    },
    '/operation': { get: { operationId: 'operation', ...done } },
    '/refresh': {
      post: {
        operationId: 'refresh',
        requestBody: { required: true, content: tokens('refresh') },
        responses: { 200: { description: 'tokens', content: tokens('access', 'refresh') } },
      },
    },
    ...Object.fromEntries(
      ['fileStore', 'memoryStore', 'webStore', 'runtime', 'links'].map((id) => [`/${id}`, { get: { operationId: id, ...done } }]),
    ),
  },
  {
    webhooks: {
      handlers: { post: { operationId: 'handlers', ...done } },
      sessions: { post: { operationId: 'sessions', ...done } },
      gone: { post: { operationId: 'validationGone', ...done } },
    },
  },
);

test('compile, and no two of them meet', async () => {
  const files = await filesOf(document, {
    pagination: { validation: { kind: 'cursor', parameter: 'cursor', next: '/next', items: '/items' } },
  });
  expect([...files.keys()]).toEqual(expect.arrayContaining(['session.ts', 'links.ts', 'pagination.ts', 'webhooks.ts']));
  const folder = scratch();
  try {
    written(folder, files);
    expect(await compile([folder], 'typescript-7')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('no function of the document takes the name of one of the runtime', () => {
  const functions = runtimeNames.flatMap(({ values }) => values).filter((value) => /^[a-z]/.test(value));
  const given = functions.map((source) => new Names().claim({ source, style: 'function', at: '#' }));
  expect(given).toEqual(functions.map((name) => `${name}_`));
});
