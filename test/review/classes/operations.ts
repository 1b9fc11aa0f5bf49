/** Operations, their places and their names. */
import { asks, type ChangeClass, imports, json, listing, object, ok } from './words.js';

/** A path with one operation; `also` stands beside the operation, `besides` beside the path. */
const at = (path: string, operation: string, method = 'get', also = '', besides = ''): string =>
  `paths: { '${path}': { ${method}: { ${operation}${operation ? ', ' : ''}${ok} }${also} }${besides} }`;
const list = (members: string): string => at('/pets', `operationId: listPets${members}`);
const withPost = (members = ''): string =>
  at('/pets', 'operationId: listPets', 'get', `, post: { operationId: createPet, ${members}${ok} }`);
const usesPost = imports('createPet', 'console.log(createPet);');
const usesList = imports('listPets', 'console.log(listPets);');
const id = (name: string): string => `parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]`;
const pair = (first: string, second: string): string =>
  `parameters: [${[first, second].map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`).join(', ')}]`;
const usesPet = asks('console.log(result.status);');
const two = (responses: string): string =>
  `paths: { /pets: { post: { operationId: createPet, responses: { '200': { ${responses} } } } }, '/pets/{id}': { get: { operationId: getPet, ${id('id')}, ${ok} } }, /shops: { get: { operationId: getShop, responses: { '200': { description: ok, ${json(object('name: { type: string }'))} } } } } }`;
const link = (target: string): string => two(`description: ok, links: { Next: { operationId: ${target} } }`);
const carrying = (value: string): string =>
  two(`description: ok, links: { Next: { operationId: getPet, parameters: { id: ${value} } } }`);
const servers = (list: string): string => `servers: [${list}]\n${listing('')}`;
const regional = (values: string): string =>
  servers(`{ url: 'https://{region}.example.com', variables: { region: { default: eu, enum: [${values}] } } }`);
const usesServer = imports('serverUrl', `console.log(serverUrl('https://{region}.example.com', { region: 'us' }));`);

export const operations: readonly ChangeClass[] = [
  {
    change: 'An operation is added',
    old: list(''),
    is: withPost(),
    consumer: usesList,
    oasdiff: 'endpoint-added',
  },
  {
    change: 'An operation is removed',
    old: withPost(),
    is: list(''),
    consumer: usesPost,
    oasdiff: 'api-removed-without-deprecation',
  },
  {
    change: 'A path is removed',
    old: at('/pets', 'operationId: listPets', 'get', '', `, /cats: { get: { operationId: listCats, ${ok} } }`),
    is: list(''),
    consumer: imports('listCats', 'console.log(listCats);'),
    oasdiff: 'api-path-removed-without-deprecation',
  },
  {
    change: 'A deprecated operation is removed',
    old: withPost('deprecated: true, x-sunset: 2026-01-01, '),
    is: list(''),
    consumer: usesPost,
    oasdiff: 'api-removed-with-deprecation',
  },
  {
    change: 'Another path, with the same `operationId`',
    old: list(''),
    is: at('/v2/pets', 'operationId: listPets'),
    consumer: usesList,
  },
  {
    change: 'Another path, without an `operationId`',
    old: at('/pets', ''),
    is: at('/v2/pets', ''),
    consumer: imports('getPets', 'console.log(getPets);'),
  },
  {
    change: 'A slash at the end of the path, without an `operationId`',
    old: at('/pets', ''),
    is: at('/pets/', ''),
    consumer: imports('getPets', 'console.log(getPets);'),
  },
  {
    change: 'Another method, with the same `operationId`',
    old: at('/pets', 'operationId: setPets', 'put'),
    is: at('/pets', 'operationId: setPets', 'patch'),
    consumer: imports('setPets', 'console.log(setPets);'),
  },
  {
    change: 'Another `operationId`',
    old: list(''),
    is: at('/pets', 'operationId: findPets'),
    consumer: usesList,
    oasdiff: 'api-operation-id-removed',
  },
  {
    change: 'An `operationId` where there was none',
    old: at('/pets', ''),
    is: list(''),
    consumer: imports('getPets', 'console.log(getPets);'),
    oasdiff: 'api-operation-id-added',
  },
  {
    change: 'An `operationId` that becomes the same name',
    old: at('/pets', 'operationId: list-pets'),
    is: list(''),
    consumer: usesList,
  },
  {
    change: 'Another name of a path parameter',
    old: at('/pets/{id}', `operationId: getPet, ${id('id')}`),
    is: at('/pets/{key}', `operationId: getPet, ${id('key')}`),
    consumer: usesPet,
  },
  {
    change: 'Path parameters in another order',
    old: at('/{shop}/{id}', `operationId: getPet, ${pair('shop', 'id')}`),
    is: at('/{id}/{shop}', `operationId: getPet, ${pair('shop', 'id')}`),
  },
  {
    change: 'A new path parameter',
    old: list(''),
    is: at('/{shop}/pets', `operationId: listPets, ${id('shop')}`),
    consumer: imports('createClient, listPets', 'await listPets(createClient());'),
    oasdiff: 'new-request-path-parameter',
  },
  {
    change: 'Another tag',
    old: list(', tags: [a]'),
    is: list(', tags: [b]'),
    consumer: usesList,
    oasdiff: 'api-tag-{added,removed}',
  },
  {
    change: 'Deprecated',
    old: list(''),
    is: list(', deprecated: true, x-sunset: 2027-01-01'),
    consumer: usesList,
    oasdiff: 'endpoint-deprecated',
  },
  {
    change: 'No longer deprecated',
    old: list(', deprecated: true'),
    is: list(''),
    consumer: usesList,
    oasdiff: 'endpoint-reactivated',
  },
  {
    change: 'A later `x-sunset`',
    old: list(', deprecated: true, x-sunset: 2027-01-01'),
    is: list(', deprecated: true, x-sunset: 2028-01-01'),
  },
  {
    change: 'An earlier `x-sunset`',
    old: list(', deprecated: true, x-sunset: 2028-01-01'),
    is: list(', deprecated: true, x-sunset: 2027-01-01'),
    oasdiff: 'api-sunset-date-changed-too-small',
  },
  {
    change: 'No `x-sunset` any more',
    old: list(', deprecated: true, x-sunset: 2028-01-01'),
    is: list(', deprecated: true'),
    oasdiff: 'sunset-deleted',
  },
  { change: 'Another description', old: list(', description: a'), is: list(', description: b'), consumer: usesList },
  { change: 'A link is added', old: two('description: ok'), is: link('getPet') },
  {
    change: 'A link is removed',
    old: link('getPet'),
    is: two('description: ok'),
    consumer: imports('createPetNext', 'console.log(createPetNext);'),
  },
  {
    change: 'A link leads to another operation',
    old: link('getPet'),
    is: link('getShop'),
    consumer: `import { createClient, createPet, createPetNext, type GetPetResult } from './api/index.js';
const client = createClient();
const result = await createPet(client);
if (result.ok) { const next: GetPetResult = await createPetNext(client, { input: {}, result }); console.log(next); }
`,
  },
  {
    change: 'A server is added',
    old: servers('{ url: https://a.example.com }'),
    is: servers('{ url: https://a.example.com }, { url: https://b.example.com }'),
  },
  {
    change: 'A server is removed',
    old: servers('{ url: https://a.example.com }, { url: https://b.example.com }'),
    is: servers('{ url: https://a.example.com }'),
    consumer: usesList,
  },
  {
    change: 'A server with variables is removed',
    old: regional('eu, us'),
    is: servers('{ url: https://eu.example.com }'),
    consumer: usesServer,
  },
  { change: 'A variable of a server takes a value less', old: regional('eu, us'), is: regional('eu'), consumer: usesServer },
  {
    change: 'A variable of a server takes a value more',
    old: regional('eu, us'),
    is: regional('eu, us, ap'),
    consumer: usesServer,
  },
  {
    change: 'Another server stands first',
    old: servers(`{ url: 'https://a.example' }, { url: 'https://b.example' }`),
    is: servers(`{ url: 'https://b.example' }, { url: 'https://a.example' }`),
    consumer: imports('listPets', 'console.log(listPets);'),
  },
  {
    change: 'A link takes other values along',
    old: carrying('$response.body#/a'),
    is: carrying('$response.body#/b'),
    consumer: imports('createPetNext', 'console.log(createPetNext);'),
  },
];
