/** The least documents that show a change, and the programs that meet it. */

/** A class of changes: the smallest pair of documents that shows it, and a row of `docs/changes.md`. */
export interface ChangeClass {
  /** In the words of somebody who calls the API. */
  readonly change: string;
  /** YAML; `openapi` and `info` are added. */
  readonly old: string;
  readonly is: string;
  /** Ordinary code beside the client of the old document: that it stops compiling is what `source` says. */
  readonly consumer?: string;
  /** What oasdiff calls it, where it has a rule of its own. */
  readonly oasdiff?: string;
}

export const ok = `responses: { '204': { description: ok } }`;
export const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
export const object = (properties: string, required = ''): string =>
  `{ type: object, properties: { ${properties} }, required: [${required}] }`;

export const cat = `{ type: object, properties: { kind: { const: cat }, lives: { type: integer } }, required: [kind, lives] }`;
export const dog = `{ type: object, properties: { kind: { const: dog }, tail: { type: boolean } }, required: [kind, tail] }`;
export const bird = `{ type: object, properties: { kind: { const: bird }, wings: { type: integer } }, required: [kind, wings] }`;

const schemas = (components: string): string => (components ? `\ncomponents: { schemas: { ${components} } }` : '');

/** `listPets`: no input but the parameters. */
export const listing = (parameters: string): string =>
  `paths: { /pets: { get: { operationId: listPets, parameters: [${parameters}], ${ok} } } }`;
/** `createPet`, with a Request Body Object or without one. */
export const creating = (body: string, components = ''): string =>
  `paths: { /pets: { post: { operationId: createPet, ${body ? `requestBody: ${body}, ` : ''}${ok} } } }${schemas(components)}`;
export const sending = (schema: string, components = ''): string => creating(`{ required: true, ${json(schema)} }`, components);
/** `getPet`, with a Responses Object. `members` stand beside it. */
export const answering = (responses: string, members = ''): string => {
  const id = `parameters: [{ name: id, in: path, required: true, schema: { type: string } }]`;
  return `paths: { '/pets/{id}': { get: { operationId: getPet, ${members}${id}, responses: { ${responses} } } } }`;
};
export const receiving = (schema: string, components = ''): string =>
  `${answering(`'200': { description: ok, ${json(schema)} }`)}${schemas(components)}`;

const program = (names: string, code: string): string => `import { createClient, ${names} } from './api/index.js';
const client = createClient({ baseUrl: 'https://api.example.com' });
${code}
`;
/** `call`: what follows the client. */
export const callsList = (call: string): string => program('listPets', `await listPets(client${call});`);
export const callsCreate = (call: string): string => program('createPet', `await createPet(client${call});`);
export const asks = (code: string): string =>
  program('getPet', `const result = await getPet(client, { path: { id: '1' } });\n${code}`);
export const reads = (code: string): string => asks(`if (result.ok) { const body = result.body; ${code} }`);
export const imports = (name: string, code: string): string => `import { ${name} } from './api/index.js';\n${code}\n`;
