import { expect, it } from 'vitest';
import { generate } from '../../../src/generate.js';
import { defaults } from '../../../src/options.js';
import { documentOf } from './generated.js';

const deep = { type: 'array', items: { type: 'object' } };

it.each<[string, object, string | undefined]>([
  ['a list of objects', { schema: deep }, 'the items of "q" can only be lists or objects, which have no form in its style'],
  [
    'an object of lists',
    { schema: { type: 'object', properties: { a: { type: 'string' }, b: deep } } },
    'the values of "b" of "q" can only be lists or objects, which have no form in its style',
  ],
  ['a list of objects or texts', { schema: { type: 'array', items: { type: ['object', 'string'] } } }, undefined],
  ['a list of whatever', { schema: { type: 'array', items: {} } }, undefined],
  ['deepObject', { style: 'deepObject', explode: true, schema: { type: 'object', properties: { b: deep } } }, undefined],
  ['JSON', { content: { 'application/json': { schema: deep } } }, undefined],
])('%s', async (_, parameter, message) => {
  const input = documentOf({
    '/a': { get: { operationId: 'a', parameters: [{ name: 'q', in: 'query', ...parameter }], responses: {} } },
  });
  const { diagnostics } = await generate({ ...defaults, input, output: 'unused' });
  const found = diagnostics.filter(({ code }) => code === 'parameter-too-deep');
  expect(found.map((each) => each.message)).toEqual(message === undefined ? [] : [message]);
});
