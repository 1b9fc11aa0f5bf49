/** What is published: packed, installed into an empty project, and run there. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const shell = process.platform === 'win32';
let folder = '';
const installed = (path: string): string => join(folder, 'node_modules/specwright', path);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specwright-package-'));
  // The build stands already: `npm test` makes it.
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, '--json'], {
    encoding: 'utf8',
    shell,
  });
  const [{ filename }] = JSON.parse(packed);
  writeFileSync(join(folder, 'package.json'), '{ "name": "somebody", "private": true, "type": "module" }\n');
  cpSync('spec/iam_api.yaml', join(folder, 'api.yaml'));
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`], {
    cwd: folder,
    shell,
    stdio: 'pipe',
  });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('`npx specwright generate` writes the client that the repository has', async () => {
  const { stdout } = await run('npx', ['--no-install', 'specwright', 'generate', 'api.yaml', '--out', 'generated'], {
    cwd: folder,
    shell,
  });
  expect(stdout).toMatch(/^generated: \d+ of \d+ files written/);
  for (const path of ['index.ts', 'types.ts', 'validators.ts', 'operations.ts', 'paths.ts', 'runtime/index.ts'])
    expect(readFileSync(join(folder, 'generated', path), 'utf8'), path).toBe(readFileSync(`generated/iam/${path}`, 'utf8'));
}, 60_000);

test('the library generates, and its types compile', async () => {
  const program =
    "import { generate, type GenerateResult } from 'specwright';\nconst result: GenerateResult = await generate({ input: 'api.yaml' });\nconsole.log(result.files.length, result.diagnostics.length);\n";
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(join(folder, 'program.js'), program.replace(', type GenerateResult', '').replace(': GenerateResult', ''));
  const { stdout } = await run(process.execPath, ['program.js'], { cwd: folder });
  expect(stdout).toMatch(/^[1-9]\d* \d+\n$/);
  symlinkSync(resolve('node_modules/@types'), join(folder, 'node_modules/@types'), 'junction');
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node', 'program.ts'];
  await run(process.execPath, [resolve('node_modules/typescript-7/bin/tsc'), ...flags], { cwd: folder });
}, 120_000);

test('nothing is in it that is not used, and what is bundled has its licence', () => {
  expect(readdirSync(installed('.')).sort()).toEqual(['README.md', 'dist', 'package.json', 'templates']);
  expect(existsSync(installed('dist/cli.js'))).toBe(true);
  const { scripts, dependencies } = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
  expect(Object.keys(scripts).filter((name) => /install|prepare$/.test(name))).toEqual([]);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const licenses = readFileSync(installed('dist/licenses.txt'), 'utf8');
  for (const name of ['ts-morph', 'typescript', 'handlebars', 'openapi-typescript', 'yaml', 'commander'])
    expect(licenses).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
