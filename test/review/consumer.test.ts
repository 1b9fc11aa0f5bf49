/** A review held against a project that calls the client. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from '../../src/generate.js';
import type { GeneratedFile } from '../../src/print/file.js';
import { type ConfigProblem, type Report, weighConsumer } from '../../src/review/index.js';
import { optionsFor } from '../document.js';
import { document, reviewOf } from './sides.js';

const pet = (properties: string): string =>
  `{ type: object, properties: { id: { type: string }, ${properties} }, required: [id, name] }`;
const operation = (id: string, schema: string): string =>
  `{ operationId: ${id}, responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } } }`;

const old = document(`
paths:
  /pets: { get: ${operation('getPet', pet('name: { type: string }, age: { type: integer }, born: { type: string, format: date }'))}, delete: ${operation('clearPets', '{ type: string }')} }
  /owners: { get: ${operation('getOwner', `{ type: object, properties: { status: { enum: [a, b] }, phone: { type: string } } }`)} }
`);
const is = document(`
paths:
  /pets: { get: ${operation('getPet', pet(`name: { type: [string, 'null'] }, born: { type: string, format: date-time }`))} }
  /owners: { get: ${operation('getOwner', `{ type: object, properties: { status: { enum: [a, b, c] } } }`)} }
`);

const consumer = `import { createClient, getOwner, getPet } from './generated/api/index.js';

const client = createClient({ baseUrl: 'https://api.example.com' });
const pet = await getPet(client);
if (pet.ok) {
  const name: string = pet.body.name;
  console.log(name, pet.body.born);
}
const owner = await getOwner(client);
const words: Record<string, string> = {};
if (owner.ok && owner.body.status) {
  switch (owner.body.status) {
    case 'a':
    case 'b':
      console.log(words[owner.body.status]);
      break;
    default:
      owner.body.status satisfies never;
  }
}
const mistake: number = 'mine';
`;

let folder: string;
let report: Report;
let generated: { readonly old: readonly GeneratedFile[]; readonly new: readonly GeneratedFile[] };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consumer-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(
    fileURLToPath(new URL('../../node_modules/typescript', import.meta.url)),
    join(folder, 'node_modules', 'typescript'),
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'consumer.ts'), consumer);
  const compilerOptions = {
    strict: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
  report = await reviewOf(old, is);
  const files = async (input: object): Promise<readonly GeneratedFile[]> => (await generate(optionsFor(input))).files;
  generated = { old: await files(old), new: await files(is) };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const weighedIn = (tsconfig: string): Promise<Report | ConfigProblem> =>
  weighConsumer(report, { tsconfig: join(folder, tsconfig), output: join(folder, 'generated', 'api') }, generated);

test('the compiler says what breaks, and what nobody uses weighs less', async () => {
  const weighed = await weighedIn('tsconfig.json');
  if ('problem' in weighed) throw new Error(weighed.problem);
  const said = weighed.changes.map(
    ({ level, code, symbol, usage }) => `${level} ${usage?.verdict} ${usage?.was} ${code} ${symbol}`,
  );
  expect(said.sort()).toEqual([
    "breaking fails breaking received-null-added GetPetSuccess['body']['name']",
    "breaking fails warning received-value-added GetOwnerSuccess['body']['status']",
    "breaking used breaking received-format-changed GetPetSuccess['body']['born']",
    'warning unused breaking operation-removed clearPets',
    "warning used breaking received-property-removed GetOwnerSuccess['body']['phone']",
    "warning used breaking received-property-removed GetPetSuccess['body']['age']",
  ]);
  const errors = weighed.changes.flatMap((change) => change.usage?.errors ?? []);
  expect(errors.map(({ file, line }) => `${file}:${line}`).sort()).toEqual(['consumer.ts:18', 'consumer.ts:6']);
  expect(weighed.notes).toEqual(['the consumer has 1 compile error with the old output already']);
  expect(weighed.semver).toBe('major');
});

test('nothing is written', () => {
  expect(readdirSync(folder).sort()).toEqual(['consumer.ts', 'node_modules', 'package.json', 'tsconfig.json']);
});

test('a config that cannot be read', async () => {
  expect(await weighedIn('absent.json')).toEqual({ problem: expect.stringContaining('absent.json') });
});
