/** Component schemas: the types that callers import by name, and what only moves behind one. */
import { answering, type ChangeClass, cat, dog, json, object, reads, receiving, sending } from './words.js';

const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`;
const usesCat = `import { createClient, getPet, type Cat } from './api/index.js';
const result = await getPet(createClient(), { path: { id: '1' } });
if (result.ok) { const pet: Cat = result.body; console.log(pet.lives); }
`;
const lives = reads('console.log(body.lives);');
const twoOf = (first: string, second: string, components: string): string =>
  `paths: { /a: { get: { operationId: getA, responses: { '200': { description: ok, ${json(ref(first))} } } } }, /b: { get: { operationId: getB, responses: { '200': { description: ok, ${json(ref(second))} } } } } }\ncomponents: { schemas: { ${components} } }`;
const base = (property: string): string => `Base: ${object(`${property}: { type: string }`, property)}`;
const derived = `{ allOf: [${ref('Base')}, ${object('own: { type: string }', 'own')}] }`;

export const names: readonly ChangeClass[] = [
  {
    change: 'An inline schema moves behind a `$ref`',
    old: receiving(cat),
    is: receiving(ref('Cat'), `Cat: ${cat}`),
    consumer: lives,
  },
  {
    change: 'A `$ref` becomes its target, and the component is gone',
    old: receiving(ref('Cat'), `Cat: ${cat}`),
    is: receiving(cat),
    consumer: usesCat,
    oasdiff: 'api-schema-removed',
  },
  {
    change: 'A component is renamed',
    old: receiving(ref('Cat'), `Cat: ${cat}`),
    is: receiving(ref('Feline'), `Feline: ${cat}`),
    consumer: usesCat,
  },
  {
    change: 'Two components change names',
    old: twoOf('Cat', 'Dog', `Cat: ${cat}, Dog: ${dog}`),
    is: twoOf('Dog', 'Cat', `Cat: ${dog}, Dog: ${cat}`),
    consumer: `import { createClient, getA, type Cat } from './api/index.js';
const result = await getA(createClient());
if (result.ok) { const pet: Cat = result.body; console.log(pet.lives); }
`,
  },
  { change: 'A component that nothing uses is added', old: receiving(cat), is: receiving(cat, `Dog: ${dog}`), consumer: lives },
  {
    change: 'A component that nothing uses is removed',
    old: receiving(cat, `Dog: ${dog}`),
    is: receiving(cat),
    consumer: lives,
    oasdiff: 'api-schema-removed',
  },
  {
    change: 'A component that nothing uses has changed',
    old: receiving(cat, `Dog: ${dog}`),
    is: receiving(cat, `Dog: ${cat}`),
    consumer: lives,
  },
  {
    change: 'A component that nothing uses has a value more',
    old: receiving(cat, 'Size: { enum: [small] }'),
    is: receiving(cat, 'Size: { enum: [small, large] }'),
    consumer: lives,
  },
  {
    change: 'A property of a shared part is renamed',
    old: receiving(derived, base('was')),
    is: receiving(derived, base('other')),
    consumer: reads('console.log(body.was);'),
  },
  {
    change: 'A property becomes required that is both sent and received',
    old: sending(ref('Pet'), `Pet: ${object('a: { type: string }')}`).replace(
      `'204': { description: ok }`,
      `'200': { description: ok, ${json(ref('Pet'))} }`,
    ),
    is: sending(ref('Pet'), `Pet: ${object('a: { type: string }', 'a')}`).replace(
      `'204': { description: ok }`,
      `'200': { description: ok, ${json(ref('Pet'))} }`,
    ),
    consumer: `import { createClient, createPet } from './api/index.js';\nawait createPet(createClient(), { body: {} });\n`,
  },
  {
    change: '3.0’s `nullable` becomes 3.1’s `null`',
    old: `openapi: 3.0.3\n${receiving(object('a: { type: string, nullable: true }', 'a'))}`,
    is: receiving(object(`a: { type: [string, 'null'] }`, 'a')),
    consumer: reads('console.log(body.a?.length);'),
  },
  {
    change: '2.0 becomes 3.0',
    old: `swagger: '2.0'\nhost: example.com\nschemes: [https]\nproduces: [application/json]\npaths: { '/pets/{id}': { get: { operationId: getPet, parameters: [{ name: id, in: path, required: true, type: string }], responses: { '200': { description: ok, schema: ${object('a: { type: string }', 'a')} } } } } }`,
    is: `openapi: 3.0.3\nservers: [{ url: https://example.com }]\n${answering(`'200': { description: ok, ${json(object('a: { type: string }', 'a'))} }`)}`,
    consumer: reads('console.log(body.a);'),
  },
];
