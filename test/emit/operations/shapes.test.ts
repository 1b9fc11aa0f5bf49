/** What is read of schemas that lead back to themselves: the decoders come to an end. */
import { expect, it } from 'vitest';
import { documentOf, filesOf } from './generated.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  Tree: {
    anyOf: [
      { type: 'object', properties: { left: ref('Tree'), size: { type: 'integer' } } },
      { type: 'object', properties: { left: ref('Twig'), size: { type: 'number' } } },
    ],
  },
  Twig: { type: 'object', properties: { left: ref('Tree') } },
  Trees: { type: 'array', items: ref('Tree') },
};

it.each(Object.keys(schemas))('a parameter that is %s', async (name) => {
  const parameters = [
    { name: 'plain', in: 'query', schema: ref(name) },
    { name: 'flat', in: 'query', explode: false, schema: { type: 'array', items: ref(name) } },
    { name: 'deep', in: 'query', style: 'deepObject', schema: { type: 'object', properties: { a: ref(name) } } },
    { name: 'X-Head', in: 'header', schema: ref(name) },
  ];
  const body = { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { a: ref(name) } } } } };
  const post = { operationId: 'run', parameters, requestBody: body, responses: { 204: { description: '' } } };
  const files = await filesOf(
    documentOf({ '/a': { post } }, { webhooks: { hook: { post: { ...post, operationId: 'hooked' } } }, components: { schemas } }),
  );
  expect(files.get('webhooks.ts')?.length).toBeLessThan(10_000);
});
