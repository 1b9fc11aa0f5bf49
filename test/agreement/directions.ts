/** A document in which what is sent differs from what is received in every way that there is. */
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const int64 = { type: 'integer', format: 'int64' };

const schemas = {
  Account: {
    type: 'object',
    required: ['id', 'secret', 'size'],
    properties: {
      id: { ...int64, readOnly: true },
      secret: { type: 'string', writeOnly: true },
      size: int64,
      state: { enum: ['on', 'off'] },
      parent: { anyOf: [ref('Account'), { type: 'null' }] },
      tags: { type: 'object', additionalProperties: int64 },
    },
  },
  // Without `readOnly` members, and more than one of them at once.
  Owner: { oneOf: [ref('Person'), ref('Team')] },
  Person: {
    type: 'object',
    properties: { id: { ...int64, readOnly: true }, name: { type: 'string' } },
    required: ['id', 'name'],
  },
  Team: { type: 'object', properties: { id: { ...int64, readOnly: true }, title: { type: 'string' } }, required: ['id'] },
  Extended: { allOf: [ref('Account'), { type: 'object', required: ['state'], properties: { owner: ref('Owner') } }] },
  Level: { enum: [1, 2, null] },
  Strict: {
    type: 'object',
    properties: { at: { type: 'string', format: 'date-time', readOnly: true }, level: ref('Level'), kind: { const: 'strict' } },
    required: ['at', 'kind'],
    additionalProperties: false,
  },
  Loose: {
    type: 'object',
    properties: { kind: { const: 'loose' }, list: { type: 'array', items: ref('Owner') } },
    required: ['kind'],
  },
  Form: {
    oneOf: [ref('Strict'), ref('Loose')],
    discriminator: {
      propertyName: 'kind',
      mapping: { strict: '#/components/schemas/Strict', loose: '#/components/schemas/Loose' },
    },
  },
  Pair: { type: 'array', prefixItems: [int64, ref('Form')], items: false, minItems: 1 },
  Bounded: { ...int64, minimum: 0, maximum: 10 },
};
const both = (path: string, schema: object) => ({
  [path]: {
    post: {
      operationId: path.slice(1),
      requestBody: { ...json(schema), required: true },
      responses: { 200: { description: 'ok', ...json(schema) } },
    },
  },
});

export const DIRECTIONS = {
  openapi: '3.1.0',
  info: { title: 'directions', version: '1' },
  paths: Object.assign(
    {},
    ...Object.keys(schemas).map((name) => both(`/echo${name}`, ref(name))),
    both('/echoInline', { type: 'array', items: ref('Extended') }),
  ),
  components: { schemas },
};
