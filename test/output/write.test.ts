import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate, planFor, put, read, temporary } from './folder.js';

describe('the folder after a run', () => {
  const rows: {
    name: string;
    first: Record<string, string>;
    mine?: Record<string, string>;
    second: Record<string, string>;
    written: string[];
    removed: string[];
  }[] = [
    { name: 'a first run', first: {}, second: { 'a.ts': '1', 'sub/b.ts': '2' }, written: ['a.ts', 'sub/b.ts'], removed: [] },
    { name: 'nothing new', first: { 'a.ts': '1' }, second: { 'a.ts': '1' }, written: [], removed: [] },
    {
      name: 'one changed',
      first: { 'a.ts': '1', 'b.ts': '2' },
      second: { 'a.ts': '1', 'b.ts': '3' },
      written: ['b.ts'],
      removed: [],
    },
    {
      name: 'one no longer generated',
      first: { 'a.ts': '1', 'sub/b.ts': '2' },
      second: { 'a.ts': '1' },
      written: [],
      removed: ['sub/b.ts'],
    },
    {
      name: 'a folder takes the place of a file',
      first: { 'b.ts': '1' },
      second: { 'b.ts': '1', 'c/b.ts': '2' },
      written: ['c/b.ts'],
      removed: [],
    },
    {
      name: 'files of mine beside',
      first: { 'a.ts': '1', 'sub/b.ts': '2' },
      mine: { 'mine.ts': 'x', 'sub/mine.ts': 'y' },
      second: {},
      written: [],
      removed: ['a.ts', 'sub/b.ts'],
    },
  ];
  test.each(rows)('$name', async ({ first, mine = {}, second, written, removed }) => {
    const { out } = temporary();
    await generate(out, first);
    put(out, mine);
    expect(await generate(out, second)).toEqual({ written, removed, findings: [] });
    expect(read(out)).toEqual({ ...second, ...mine });
  });

  test('a file whose content is the same keeps its time of change', async () => {
    const { out } = temporary();
    await generate(out, { 'a.ts': '1', 'b.ts': '2' });
    utimesSync(join(out.path, 'a.ts'), 1_000, 1_000);
    await generate(out, { 'a.ts': '1', 'b.ts': '3' });
    expect(statSync(join(out.path, 'a.ts')).mtimeMs).toBe(1_000_000);
  });

  test('a folder that became empty goes, one with a file of mine stays', async () => {
    const { out } = temporary();
    await generate(out, { 'empty/deep/a.ts': '1', 'mine/a.ts': '1' });
    put(out, { 'mine/b.ts': 'x' });
    await generate(out, {});
    expect(existsSync(join(out.path, 'empty'))).toBe(false);
    expect(read(out)).toEqual({ 'mine/b.ts': 'x' });
  });

  test('nothing but the output and its list is left', async () => {
    const { out } = temporary();
    await generate(out, { 'a.ts': '1' });
    await generate(out, { 'a.ts': '2' });
    expect(existsSync(join(out.path, '.specwright-writing'))).toBe(false);
  });
});

describe('what is not ours', () => {
  test('a file of that name is refused and stays', async () => {
    const { out } = temporary();
    put(out, { 'a.ts': 'mine' });
    const { findings } = await generate(out, { 'a.ts': '1', 'b.ts': '2' });
    expect(findings).toMatchObject([{ rule: { code: 'output-foreign-file' }, position: { file: 'out/a.ts' } }]);
    expect(read(out)).toEqual({ 'a.ts': 'mine' });
  });
  test('--force replaces it', async () => {
    const { out } = temporary();
    put(out, { 'a.ts': 'mine' });
    expect(await generate(out, { 'a.ts': '1' }, { force: true })).toMatchObject({ written: ['a.ts'], findings: [] });
  });
  test('a file that already is what would be written is taken over', async () => {
    const { out } = temporary();
    put(out, { 'a.ts': '1' });
    expect(await generate(out, { 'a.ts': '1' })).toMatchObject({ findings: [] });
  });
  test('a file in place of the output folder', async () => {
    const { root, out } = temporary();
    writeFileSync(join(root, 'out'), 'mine');
    expect((await generate(out, { 'a.ts': '1' })).findings).toMatchObject([{ rule: { code: 'output-not-a-folder' } }]);
    expect(readFileSync(join(root, 'out'), 'utf8')).toBe('mine');
  });
  test('a file in place of a folder above it', async () => {
    const { root, out } = temporary();
    writeFileSync(join(root, 'out'), 'mine');
    const below = { path: join(out.path, 'deep', 'down'), name: 'out/deep/down' };
    expect((await generate(below, { 'a.ts': '1' })).findings).toMatchObject([{ rule: { code: 'output-not-a-folder' } }]);
  });
  test('a folder in place of a file is never removed, not even by --force', async () => {
    const { out } = temporary();
    put(out, { 'a.ts/mine.ts': 'x' });
    expect((await generate(out, { 'a.ts': '1' }, { force: true })).findings).toMatchObject([
      { rule: { code: 'output-foreign-file' } },
    ]);
    expect(read(out)).toEqual({ 'a.ts/mine.ts': 'x' });
  });
  test.each([
    ['not JSON', '{'],
    ['another JSON', '[]'],
    ['paths that leave the folder', '{"generator":"1","settings":{},"files":{"../mine.ts":"0"}}'],
  ])('a list of generated files that is none is refused: %s', async (_, text) => {
    const { root, out } = temporary();
    put(out, { '.specwright.json': text });
    writeFileSync(join(root, 'mine.ts'), 'mine');
    expect((await generate(out, {})).findings).toMatchObject([{ rule: { code: 'output-manifest-unreadable' } }]);
    expect(existsSync(join(root, 'mine.ts'))).toBe(true);
  });
});

describe('symbolic links are not followed', () => {
  test('the output folder is one', async () => {
    const { root, out } = temporary();
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('elsewhere', out.path);
    expect((await generate(out, { 'a.ts': '1' })).findings).toMatchObject([{ rule: { code: 'output-not-a-folder' } }]);
    expect(read({ path: join(root, 'elsewhere'), name: '' })).toEqual({});
  });
  test('a folder in it is one', async () => {
    const { root, out } = temporary();
    mkdirSync(out.path);
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('../elsewhere', join(out.path, 'sub'));
    const { findings } = await generate(out, { 'sub/a.ts': '1' }, { force: true });
    expect(findings).toMatchObject([{ rule: { code: 'output-foreign-file' }, position: { file: 'out/sub' } }]);
    expect(read({ path: join(root, 'elsewhere'), name: '' })).toEqual({});
  });
  test('a file in it is one: refused, and replaced itself by --force', async () => {
    const { root, out } = temporary();
    mkdirSync(out.path);
    writeFileSync(join(root, 'secret'), 'mine');
    symlinkSync('../secret', join(out.path, 'a.ts'));
    expect((await generate(out, { 'a.ts': '1' })).findings).toHaveLength(1);
    await generate(out, { 'a.ts': '1' }, { force: true });
    expect(lstatSync(join(out.path, 'a.ts')).isSymbolicLink()).toBe(false);
    expect(readFileSync(join(root, 'secret'), 'utf8')).toBe('mine');
  });
  test('a generated file that became one is not removed with the others', async () => {
    const { root, out } = temporary();
    await generate(out, { 'a.ts': '1' });
    writeFileSync(join(root, 'secret'), 'mine');
    rmSync(join(out.path, 'a.ts'));
    symlinkSync('../secret', join(out.path, 'a.ts'));
    expect(await generate(out, {})).toMatchObject({ removed: [] });
    expect(read(out)).toEqual({ 'a.ts': 'a link' });
  });
  test('the folder for what is being written is one', async () => {
    const { root, out } = temporary();
    mkdirSync(out.path);
    put({ path: root, name: '' }, { 'elsewhere/mine.ts': 'x' });
    symlinkSync('../elsewhere', join(out.path, '.specwright-writing'));
    expect((await generate(out, { 'a.ts': '1' })).findings).toEqual([]);
    expect(existsSync(join(root, 'elsewhere/mine.ts'))).toBe(true);
  });
});

describe('paths', () => {
  test.each(['../a.ts', '/a.ts', 'a//b.ts', 'con.ts', 'a\\b.ts', 'a\0.ts', 'a./b.ts', `${'x'.repeat(300)}.ts`, ''])(
    '%j is refused',
    async (path) => {
      const { out } = temporary();
      expect((await generate(out, { [path]: '1' })).findings).toMatchObject([{ rule: { code: 'output-unsafe-path' } }]);
      expect(existsSync(out.path)).toBe(false);
    },
  );
  test.each([
    ['that differ in case alone', { 'Pet.ts': '1', 'pet.ts': '2' }],
    ['of which one is the folder of the other', { a: '1', 'a/b.ts': '2' }],
    ['of which one is the list of files', { '.specwright.json': '1' }],
  ])('%s are refused', async (_, files) => {
    const { out } = temporary();
    expect((await generate(out, files)).findings).toMatchObject([{ rule: { code: 'output-unsafe-path' } }]);
  });
});

describe('what is interrupted', () => {
  test('a failure among the renames puts everything back', async () => {
    const { out } = temporary();
    const before = { 'a.ts': '1', 'b.ts': '2', 'gone.ts': '3' };
    await generate(out, before);
    // After the plan was made, a folder takes the place of a new file: its rename fails when the others are done.
    const plan = await planFor(out, { 'a.ts': 'new', 'b.ts': 'new', 'c.ts': 'new' });
    mkdirSync(join(out.path, 'c.ts'));
    const { write } = await import('../../src/output/write.js');
    const { value, findings } = write(plan);
    expect({ value, codes: findings.map(({ rule }) => rule.code) }).toEqual({
      value: { written: [], removed: [] },
      codes: ['output-unwritable'],
    });
    expect(read(out)).toEqual(before);
    expect(existsSync(join(out.path, '.specwright-writing'))).toBe(false);
  });

  test('several folders are one piece of work', async () => {
    const [one, two] = [temporary(), temporary()];
    await generate(one.out, { 'a.ts': '1', 'gone.ts': '2' });
    const plans = [await planFor(one.out, { 'a.ts': 'new', 'b.ts': 'new' }), await planFor(two.out, { 'c.ts': 'new' })];
    const { writeAll } = await import('../../src/output/write.js');
    // In the way of the second one: first of its staging, then of its renames.
    for (const path of ['.specwright-writing', 'c.ts/x']) {
      mkdirSync(join(two.out.path, path), { recursive: true });
      const outcomes = writeAll(plans);
      expect(outcomes.map(({ value, findings }) => [value.written.length, findings.length])).toEqual([
        [0, 0],
        [0, 1],
      ]);
      expect(read(one.out)).toEqual({ 'a.ts': '1', 'gone.ts': '2' });
      expect(existsSync(join(one.out.path, '.specwright-writing'))).toBe(false);
      rmSync(two.out.path, { recursive: true });
    }
    expect(writeAll(plans).map(({ value }) => value)).toEqual([
      { written: ['a.ts', 'b.ts'], removed: ['gone.ts'] },
      { written: ['c.ts'], removed: [] },
    ]);
    expect([read(one.out), read(two.out)]).toEqual([{ 'a.ts': 'new', 'b.ts': 'new' }, { 'c.ts': 'new' }]);
  });

  // Every state that a killed run can leave, between any two of its steps.
  const replaced = (out: string) => {
    linkSync(join(out, 'a.ts'), join(out, '.specwright-writing/old-1'));
    rmSync(join(out, 'a.ts'));
    linkSync(join(out, '.specwright-writing/new-1'), join(out, 'a.ts'));
    rmSync(join(out, '.specwright-writing/new-1'));
  };
  const removed = (out: string) => {
    linkSync(join(out, 'gone.ts'), join(out, '.specwright-writing/old-0'));
    rmSync(join(out, 'gone.ts'));
  };
  const created = (out: string) => {
    linkSync(join(out, '.specwright-writing/new-2'), join(out, 'c.ts'));
    rmSync(join(out, '.specwright-writing/new-2'));
  };
  const states: [string, ((out: string) => void)[]][] = [
    ['before the first', []],
    ['after the removal', [removed]],
    ['between the link and the rename', [removed, (out) => linkSync(join(out, 'a.ts'), join(out, '.specwright-writing/old-1'))]],
    ['after the replacement', [removed, replaced]],
    ['after the last', [removed, replaced, created]],
  ];
  test.each(states)('killed %s step: the old output comes back', async (_, steps) => {
    const { out } = temporary();
    const before = { 'a.ts': '1', 'gone.ts': '3' };
    await generate(out, before);
    const journal = [
      { path: 'gone.ts', kind: 'remove' },
      { path: 'a.ts', kind: 'replace' },
      { path: 'c.ts', kind: 'create' },
    ];
    put(out, {
      '.specwright-writing/new-1': 'new',
      '.specwright-writing/new-2': 'new',
      '.specwright-writing/journal.json': JSON.stringify(journal),
    });
    for (const step of steps) step(out.path);
    const { recover } = await import('../../src/output/write.js');
    expect(recover(out)).toEqual([]);
    expect(read(out)).toEqual(before);
  });

  test('what another run is writing is left to it', async () => {
    const { out } = temporary();
    await generate(out, { 'a.ts': '1' });
    const plan = await planFor(out, { 'a.ts': 'mine' });
    const journal = JSON.stringify([{ path: 'a.ts', kind: 'replace' }]);
    put(out, {
      '.specwright-writing/owner': '77',
      '.specwright-writing/journal.json': journal,
      '.specwright-writing/old-0': '0',
    });
    const before = read(out);
    const { recover, write } = await import('../../src/output/write.js');
    const run = { id: 76, isRunning: (id: number) => id === 77 };
    const codes = [...recover(out, run), ...write(plan, run).findings].map(({ rule, message }) => `${rule.code}: ${message}`);
    const busy = 'output-busy: another run, process 77, is writing here; if there is none, remove out/.specwright-writing';
    expect(codes).toEqual([busy, busy]);
    expect(read(out)).toEqual(before);
    // Once it has ended, it was interrupted.
    expect(recover(out, { id: 76, isRunning: () => false })).toEqual([]);
    expect(read(out)).toEqual({ 'a.ts': '0' });
  });

  test('a journal from elsewhere moves nothing out of the folder', async () => {
    const { root, out } = temporary();
    put({ path: root, name: '' }, { 'mine.ts': 'x' });
    put(out, { '.specwright-writing/journal.json': JSON.stringify([{ path: '../mine.ts', kind: 'create' }]) });
    await generate(out, { 'a.ts': '1' });
    expect(existsSync(join(root, 'mine.ts'))).toBe(true);
  });
});

describe('killed at any moment', () => {
  let program: string;
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { plan } from './src/output/plan.ts';
          import { recover, write } from './src/output/write.ts';
          const [path, word] = process.argv.slice(1);
          const files = Array.from({ length: 60 }, (_, i) => ({ path: \`f\${i % 7}/\${word === 'new' ? i + 20 : i}.ts\`, text: word.repeat(2000) }));
          const folder = { path, name: 'out' };
          recover(folder);
          const made = await plan({ folder, files, maker: { version: '1', settings: {} }, replaceForeign: false, keepLayout: true });
          process.stdout.write('x');
          write(made.plan);
        `,
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    program = outputFiles[0]?.text ?? '';
  });
  const run = (out: string, word: string) =>
    spawn(process.execPath, ['--input-type=module', '-e', program, out, word], { stdio: ['ignore', 'pipe', 'inherit'] });

  test('each file is old or new, and the next run makes all of them one or the other', async () => {
    const { out } = temporary();
    await once(run(out.path, 'old'), 'close');
    const old = read(out);
    expect(Object.keys(old)).toHaveLength(60);
    for (let delay = 0; delay < 24; delay += 2) {
      const child = run(out.path, 'new');
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGKILL');
      await once(child, 'close');
      const { recover } = await import('../../src/output/write.js');
      recover(out);
      const texts = new Set(Object.values(read(out)));
      expect(texts.size).toBe(1);
      await once(run(out.path, 'old'), 'close');
      expect(read(out)).toEqual(old);
    }
  });
});
