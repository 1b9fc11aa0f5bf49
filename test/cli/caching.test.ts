/** What `docs/ci.md` declares to build caches is all that `generate` reads, and all that it writes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../../src/generate.js';
import { project } from './harness.js';

interface Declared {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');

function declaredIn(file: string): Declared {
  const [, block = ''] = new RegExp(`\`${file.replace('.', '\\.')}\`[^]*?\n\`\`\`json\n([^]*?)\n\`\`\``).exec(page) ?? [];
  const { tasks, targetDefaults }: Record<string, Record<string, { inputs: unknown[]; outputs: string[] }>> = JSON.parse(block);
  const task = (tasks ?? targetDefaults)?.['generate'];
  if (!task) throw new Error(`${file} declares no task`);
  const globs = (patterns: readonly unknown[]): string[] =>
    patterns.filter((pattern) => typeof pattern === 'string').map((pattern) => pattern.replace('{projectRoot}/', ''));
  return { inputs: globs(task.inputs), outputs: globs(task.outputs) };
}

/** `*` within a folder, `**` below one. A folder is all that it holds. */
function matches(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => {
    const pattern = glob
      .replace(/\/\*\*\/\*$/, '/**')
      .replace(/[.+^$()|[\]\\]/g, '\\$&')
      .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.+' : '[^/]*'));
    return new RegExp(`^${pattern}(/.*)?$`).test(path);
  });
}

const schema = '{ type: object, properties: { name: { type: string } } }';
const workspace: Readonly<Record<string, string>> = {
  'specwright.config.yaml': 'input: spec/api.yaml\noutput: src/generated\noverlays: [spec/overlay.yaml]\n',
  'spec/api.yaml': `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths: { /pets: { get: { operationId: listPets, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: 'parts/pet.yaml' } } } } } } } }
`,
  'spec/parts/pet.yaml': schema,
  'spec/overlay.yaml': `overlay: 1.0.0
info: { title: Ours, version: '1' }
actions: [{ target: '$.paths["/pets"].get', update: { description: All of them. } }]
`,
  // What other generators and formatters look at.
  'package.json': '{ "type": "commonjs", "specwright": { "input": "other.yaml" } }',
  'tsconfig.json': '{ "compilerOptions": { "module": "commonjs" } }',
  '.prettierrc': '{ "semi": false }',
  '.editorconfig': '[*]\nindent_style = tab\nend_of_line = crlf\n',
  '.env': 'SPECWRIGHT_OUTPUT=elsewhere\n',
  'openapi.yaml': 'openapi: 3.1.0\n',
  'src/main.ts': 'export {};\n',
};

async function generatedIn(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const { root, runWith } = project(files);
  expect(await runWith({ pipeline: generate }, 'generate')).toMatchObject({ code: 0 });
  const written = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    // The proof that nothing changed is kept in a folder of the user's.
    .filter((path) => statSync(join(root, path)).isFile() && !(path in files) && !path.startsWith('.cache/'));
  return new Map(written.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

test.each(['turbo.json', 'nx.json'])('%s', async (file) => {
  const { inputs, outputs } = declaredIn(file);
  const declared = Object.fromEntries(Object.entries(workspace).filter(([path]) => matches(path, inputs)));
  expect(Object.keys(declared)).toEqual(['specwright.config.yaml', 'spec/api.yaml', 'spec/parts/pet.yaml', 'spec/overlay.yaml']);
  const alone = await generatedIn(declared);
  expect(alone).toEqual(await generatedIn(workspace));
  expect(alone.size).toBeGreaterThan(10);
  for (const path of alone.keys()) expect(matches(path, outputs), path).toBe(true);
});
