/** A document with what decides where things go: tags, paths without tags, names with and without a name space, schemas in a circle. */
const json = (schema: object): object => ({ description: 'd', content: { 'application/json': { schema } } });
const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
export const get = (operationId: string, schema: object, rest: object = {}): object => ({
  get: { operationId, responses: { 200: json(schema), 404: json({ $ref: '#/components/schemas/Problem' }) }, ...rest },
});

export const paths = {
  '/pets': get('listPets', { type: 'array', items: reference('Pet') }, { tags: ['Pet Store', 'other'] }),
  '/pets/{id}': {
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    ...get('getPet', reference('Pet'), { tags: ['pet-store'] }),
  },
  '/api/v2/owners': get('listOwners', { type: 'array', items: reference('shop.people.Owner') }),
  '/con': get('con', { type: 'object', properties: { big: { type: 'integer', format: 'int64' } } }, { tags: ['CON'] }),
  '/long': get('long', {}, { tags: ['x'.repeat(300)] }),
};

export const schemas = {
  Pet: {
    type: 'object',
    required: ['owner'],
    properties: { owner: reference('shop.people.Owner'), kind: { enum: ['cat', 'Problem'] } },
  },
  'shop.people.Owner': {
    type: 'object',
    properties: { pets: { type: 'array', items: reference('Pet') }, boss: reference('Manager') },
  },
  Manager: {
    allOf: [reference('shop.people.Owner'), { type: 'object', properties: { code: { type: 'string', pattern: "^['a-z]+$" } } }],
  },
  Problem: {
    type: 'object',
    properties: { Pet: { type: 'string' }, ids: { type: 'array', items: { type: 'integer', format: 'int64' } } },
  },
};
