/** Large outputs: where everything goes, that it stays there, and that nobody who imports or bundles it sees a difference. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { transform } from 'esbuild';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaults, type Options } from '../../../src/options.js';
import { bundled, documentOf, filesOf, written } from '../operations/generated.js';
import { get, paths, schemas } from './document.js';

const document = documentOf(paths, { components: { schemas } });
const options: Partial<Options> = { schemas: { ...defaults.schemas, int64: 'bigint' } };
const filesWith = (splitAbove: number, of: object = document): Promise<ReadonlyMap<string, string>> =>
  filesOf(of, { ...options, splitAbove });
const below = (files: ReadonlyMap<string, string>, folder: string): readonly string[] =>
  [...files.keys()].filter((path) => path.startsWith(`${folder}/`));

describe('where things go', () => {
  test('above the bound into folders, by tag, by path and by name', async () => {
    const files = await filesWith(1);
    const long = `${'x'.repeat(53)}-`;
    expect(below(files, 'operations').map((path) => path.replace(/-[\da-z]{6}\.ts$/, '-'))).toEqual([
      'operations/con_.ts',
      'operations/index.ts',
      'operations/owners.ts',
      'operations/pet-store.ts',
      `operations/${long}`,
    ]);
    expect(below(files, 'types').filter((path) => !path.includes('xxx'))).toEqual([
      'types/con_.ts',
      'types/index.ts',
      'types/m.ts',
      'types/owners.ts',
      'types/p.ts',
      'types/pet-store.ts',
      'types/shop-people-o.ts',
    ]);
    for (const path of ['operations.ts', 'types.ts', 'validators.ts']) expect(files.has(path)).toBe(false);
  });

  test('up to the bound into single files', async () => {
    const single = await filesWith(1_000);
    const count = [
      ...`${single.get('types.ts')}${single.get('operations.ts')}`.matchAll(
        /^export (?:function|type (?!.*= types\.|\w+(?:Success|Error|Result)\b))/gm,
      ),
    ].length;
    expect(await filesWith(count)).toEqual(single);
    expect((await filesWith(count - 1)).has('types.ts')).toBe(false);
  });

  test('by initials where every operation would have a file of its own', async () => {
    const many = (count: number) => {
      const names = Array.from({ length: count }, (_, i) => `${'abcd'[i % 4]}${i}`);
      const all = Object.fromEntries(names.map((name) => [`/${name}/x`, get(name, schemas.Problem)]));
      return documentOf(all, { components: { schemas } });
    };
    const coarse = ['a', 'b', 'c', 'd', 'index'].map((name) => `operations/${name}.ts`);
    expect(below(await filesWith(1, many(501)), 'operations')).toEqual(coarse);
    expect(below(await filesWith(1, many(500)), 'operations')).toHaveLength(501);
  });

  test('one that is added moves nothing else', async () => {
    const more = documentOf(
      { ...paths, '/added': get('added', {}, { tags: ['Pet Store'] }), '/api/v2/admins': get('addedToo', schemas.Problem) },
      { components: { schemas: { ...schemas, Added: schemas.Pet, 'shop.Added': schemas.Pet, Peter: schemas.Problem } } },
    );
    const after = placesOf(await filesWith(1, more));
    for (const [name, place] of placesOf(await filesWith(1))) expect(after.get(name), name).toBe(place);
  });
});

describe('nobody sees a difference', () => {
  test('the public names are the same', async () => {
    const names = (files: ReadonlyMap<string, string>) =>
      files
        .get('index.ts')
        ?.replace(/^\/\/.*\n/gm, '')
        .replaceAll('/index.js', '.js');
    expect(names(await filesWith(1))).toBe(names(await filesWith(1_000)));
  });

  test('no import leaves the folder or misses its file', async () => {
    const files = await filesWith(1);
    for (const [path, text] of files) {
      for (const [, from] of text.matchAll(/from '([^']+)'/g)) {
        if (from?.startsWith('node:') && path.startsWith('runtime/')) continue;
        expect(files.has(posix.join(posix.dirname(path), from ?? '').replace(/\.js$/, '.ts')), `${path}: ${from}`).toBe(true);
      }
    }
  });

  test.each([
    [
      'an operation',
      `import { createClient, getPet } from './index.js'; getPet(createClient({ baseUrl: 'http://a' }), { path: { id: '1' } });`,
    ],
    ['a validator', `import { Manager } from './index.js'; console.log(Manager.is(1));`],
    ['nothing', `import './index.js';`],
  ])('a bundle that uses %s is no larger', async (_, program) => {
    const [single = 0, split] = await Promise.all([1_000, 1].map((splitAbove) => sizeOf(program, splitAbove)));
    expect(split).toBeLessThanOrEqual(single);
  });
});

test('what is not to be checked again is the text that is checked, and says so', async () => {
  const [unchecked, checked] = await Promise.all([filesWith(1), filesOf(document, { ...options, splitAbove: 1, recheck: true })]);
  expect([...unchecked.keys()]).toEqual([...checked.keys()]);
  for (const [path, text] of checked) {
    expect(text).not.toContain('@ts-nocheck');
    expect(unchecked.get(path)?.replace(/^\/\/ Compiled in .*\n\/\/ @ts-nocheck\n/m, ''), path).toBe(text);
    expect(unchecked.get(path), path).toMatch(/^\/\/.*\n\/\/.*\n\/\/ @ts-nocheck\n\n/);
  }
});

test('every module loads first, whatever leads to it', async () => {
  const folder = await transpiled(await filesWith(1));
  const modules = [...(await filesWith(1)).keys()].filter((path) => !path.startsWith('runtime/'));
  expect(modules.length).toBeGreaterThan(20);
  for (const path of modules) expect(await loaded(folder, [path, ...modules]), path).toBe('loaded');
  expect(await loaded(folder, [...modules].reverse())).toBe('loaded');
}, 60_000);

/** Without what the minifier makes of neighbourhood: declarations that share a `var`, and which name has one letter and which two. */
async function sizeOf(program: string, splitAbove: number): Promise<number> {
  const text = await bundled(document, program, { ...options, splitAbove });
  return text.replace(/var |[;,\n]/g, '').replace(/(?<![\w$'])[\w$]{1,2}(?![\w$'])/g, 'x').length;
}

/** By each declared name the file in which it is. */
function placesOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const [path, text] of files) {
    const [folder] = path.split('/');
    for (const [, name] of text.matchAll(/^export (?:type|function|const) ([\w$]+)/gm)) places.set(`${folder} ${name}`, path);
  }
  return places;
}

async function transpiled(files: ReadonlyMap<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'specwright-split-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const modules = new Map([['package.json', '{"type":"module"}']]);
  for (const [path, text] of files) {
    const { code } = await transform(text, { loader: 'ts', tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } });
    modules.set(path.replace(/\.ts$/, '.js'), code);
  }
  written(folder, modules);
  return folder;
}

/** Imports the modules one after the other where nothing else was imported before: in a worker, which has modules of its own. */
function loaded(folder: string, modules: readonly string[]): Promise<string> {
  const urls = modules.map((path) => pathToFileURL(join(folder, path.replace(/\.ts$/, '.js'))).href);
  const program = `(async () => { for (const url of ${JSON.stringify(urls)}) await import(url); })().then(
    () => require('node:worker_threads').parentPort.postMessage('loaded'),
    (error) => require('node:worker_threads').parentPort.postMessage(String(error)),
  );`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { eval: true });
    worker.once('message', (message) => resolve(String(message)));
    worker.once('error', reject);
  });
}
