/** The real command on real documents: every exit code, and nothing written where there must be nothing. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildExecutable, type Ended, start } from './executable.js';
import { project } from './harness.js';

let executable: string;
beforeAll(async () => {
  executable = await buildExecutable();
});

const api = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Pet' } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties: { name: { type: string } }
`;

type Options = Parameters<typeof start>[3];
async function run(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  options?: Options,
): Promise<Ended & { root: string }> {
  const { root } = project(files);
  return { root, ...(await start(executable, root, args, options).ended) };
}

describe('exit 0', () => {
  test('an output that outgrows its files, and shrinks again', async () => {
    const { root, put } = project({ 'api.yaml': api });
    const command = (...args: string[]) => start(executable, root, args).ended;
    const listed = (): readonly string[] =>
      readdirSync(join(root, 'out')).filter((name) => /^(?:operations|types|validators)/.test(name));
    await command('generate', 'api.yaml', '--out', 'out');
    for (const [config, wanted, removed] of [
      [{ splitAbove: 1 }, ['operations', 'types', 'validators'], 'operations.ts'],
      [{}, ['operations.ts', 'types.ts', 'validators.ts'], 'validators/p.ts'],
    ] as const) {
      put({ 'specwright.config.json': JSON.stringify({ input: 'api.yaml', output: 'out', ...config }) });
      const { code, out } = await command('check');
      expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(`  left over   ${removed}\n`) });
      await command('generate');
      expect(listed()).toEqual(wanted);
      expect(await command('check')).toMatchObject({ code: 0, out: 'out is up to date\n' });
    }
  });

  test('generate, then check, then generate', async () => {
    const { root, put } = project({ 'api.yaml': api });
    const command = (...args: string[]) => start(executable, root, args).ended;
    expect(await command('generate', 'api.yaml', '--out', 'out')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^out: \d+ of \d+ files written\n$/),
    });
    expect(readdirSync(join(root, 'out'))).toEqual(
      expect.arrayContaining(['index.ts', 'types.ts', 'validators.ts', 'operations.ts', 'paths.ts', 'runtime']),
    );
    expect(await command('check', 'api.yaml', '--out', 'out')).toMatchObject({ code: 0, out: 'out is up to date\n' });
    put({ 'api.yaml': api.replace("version: '1'", "version: '2'") });
    expect(await command('generate', 'api.yaml', '--out', 'out')).toMatchObject({
      code: 0,
      out: expect.stringContaining('contract unchanged, nothing written'),
    });
    put({ 'api.yaml': api.replace('name: { type: string }', 'name: { type: integer }') });
    expect(await command('check', 'api.yaml', '--out', 'out')).toMatchObject({
      code: 1,
      out: expect.stringContaining('the document changed'),
    });
  });
  test('standard input', async () => {
    const { code, root } = await run({}, ['generate', '-', '--out', 'out'], { input: api });
    expect({ code, written: existsSync(join(root, 'out/types.ts')) }).toEqual({ code: 0, written: true });
  });
  test.each([['--help'], ['--version'], ['generate', '--help'], ['check', '--help'], ['diff', '--help'], ['init', '--help']])(
    '%s %s',
    async (...args) => {
      expect(await run({}, args)).toMatchObject({ code: 0, err: '' });
    },
  );
});

describe('a document that cannot be used: exit 3, the place, nothing written', () => {
  const rows: [string, Record<string, string>, string | RegExp][] = [
    ['missing', {}, 'api.yaml:1:1  error  unreadable-document'],
    ['a folder', { 'api.yaml/x': '' }, 'api.yaml:1:1  error  unreadable-document'],
    ['empty', { 'api.yaml': '' }, 'api.yaml:1:1  error  empty-document'],
    ['comments only', { 'api.yaml': '# nothing\n' }, /^api\.yaml:1:\d+ {2}error {2}empty-document/],
    ['a list', { 'api.yaml': '- openapi: 3.1.0\n' }, 'api.yaml:1:1  error  not-an-object'],
    ['broken YAML', { 'api.yaml': 'openapi: 3.1.0\ninfo: [a\n' }, /^api\.yaml:\d+:\d+ {2}error {2}invalid-syntax/],
    ['broken JSON', { 'api.yaml': '{\n  "openapi": "3.1.0",\n  "info": {' }, /^api\.yaml:3:\d+ {2}error {2}invalid-syntax/],
    ['of another version', { 'api.yaml': 'openapi: 4.0.0\ninfo: {}\n' }, 'api.yaml:1:10  error  unknown-version'],
    [
      'with a wrong type',
      { 'api.yaml': api.replace('name: { type: string }', 'name: text') },
      /^api\.yaml:18:\d+ {2}error {2}wrong-type/m,
    ],
    [
      'with a reference to nothing',
      { 'api.yaml': api.replace('schemas/Pet', 'schemas/Cat') },
      /^api\.yaml:12:\d+ {2}error {2}unresolved-reference/,
    ],
  ];
  test.each(rows)('%s', async (_, files, expected) => {
    const { code, err, out, root } = await run(files, ['generate', 'api.yaml', '--out', 'out']);
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/^\s+at /m);
    expect({ code, out, written: existsSync(join(root, 'out')) }).toEqual({
      code: 3,
      out: expect.stringMatching(/^out: nothing written; \d+ errors?/),
      written: false,
    });
  });
  test('standard input that is no UTF-8', async () => {
    const input = Buffer.concat([Buffer.from(api), Buffer.from([0x23, 0xff])]);
    const { code, err } = await run({}, ['generate', '-', '--out', 'out'], { input });
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('<stdin>:') });
  });
  test('all of its mistakes at once', async () => {
    const text = api.replace('listPets', '[]').replace('title: Pets', 'title: 2').replace('type: string', 'type: 3');
    const { err } = await run({ 'api.yaml': text }, ['generate', 'api.yaml']);
    expect([...err.matchAll(/^api\.yaml:(\d+):\d+ {2}(?:warning|error) /gm)].map(([, line]) => line)).toEqual(['2', '6', '18']);
  });
});

describe('exit 2', () => {
  test('no arguments show the help', async () => {
    expect(await run({}, [])).toMatchObject({ code: 2, err: expect.stringContaining('Usage: specwright') });
  });
  test('a file in place of the output', async () => {
    expect(await run({ 'api.yaml': api, out: 'mine' }, ['generate', 'api.yaml', '-o', 'out'])).toMatchObject({
      code: 2,
      err: 'out:1:1  error  output-not-a-folder  this is a file, not a folder\n',
    });
  });
  test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output', async () => {
    const { root } = project({ 'api.yaml': api });
    const line = `"${process.execPath}" "${executable}" generate api.yaml --out out --format json > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'specwright: standard output cannot be written (ENOSPC)\n']);
  });
  test.skipIf(!existsSync('/proc/self'))('a file system that is not written to', async () => {
    const { code, err } = await run({ 'api.yaml': api }, ['generate', 'api.yaml', '-o', '/proc/self/out']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^\/proc\/self\/out:1:1 {2}error {2}output-/) });
  });
});

test('exit 4: a fault of ours shows its stack', async () => {
  const broken = 'data:text/javascript,JSON.stringify=()=>{throw(new(TypeError)(`broken`))}';
  const { code, err, root } = await run({ 'api.yaml': api }, ['generate', 'api.yaml', '-o', 'out'], {
    env: { NODE_OPTIONS: `--import ${broken}` },
  });
  expect(err).toMatch(/specwright: a fault in specwright itself\nTypeError: broken\n\s+at /);
  expect({ code, written: existsSync(join(root, 'out')) }).toEqual({ code: 4, written: false });
});

describe('the terminal', () => {
  test('colours on demand, never with NO_COLOR', async () => {
    const sequence = '\u001b[';
    const forced = await run({}, ['generate', 'nowhere.yaml'], { env: { FORCE_COLOR: '1' } });
    const refused = await run({}, ['generate', 'nowhere.yaml'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    const piped = await run({}, ['generate', 'nowhere.yaml']);
    expect([forced, refused, piped].map(({ err }) => err.includes(sequence))).toEqual([true, false, false]);
  });
  test('a reader that goes away is no fault', async () => {
    const { root } = project({ 'api.yaml': api });
    const { child, ended } = start(executable, root, ['check', 'api.yaml', '--diff-lines', '100000']);
    child.stdout?.destroy();
    const { code, err } = await ended;
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });
  test.skipIf(process.platform === 'win32')('init does not wait for a pipe', async () => {
    const { root } = project({ 'z.yaml': api });
    execFileSync('mkfifo', [join(root, 'a.yaml')]);
    const { code, out } = await start(executable, root, ['init', '--yes']).ended;
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('written') });
  });
  test('a busy run ends as soon as it is told to, and has written nothing', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`S${i}`, { properties: { next: { $ref: `#/components/schemas/S${i + 1}` } } }]),
    );
    const document = {
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      components: { schemas: { ...schemas, S20000: {} } },
    };
    const { root } = project({ 'large.json': JSON.stringify(document) });
    const run = start(executable, root, ['generate', 'large.json', '--out', 'out']);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const told = Date.now();
    run.child.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ signal: 'SIGTERM' });
    expect(Date.now() - told).toBeLessThan(2_000);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });
  test('an interrupt ends the watch with 0', async () => {
    const { root } = project({ 'api.yaml': api });
    const watch = start(executable, root, ['generate', 'api.yaml', '--out', 'out', '--watch']);
    await expect.poll(() => existsSync(join(root, 'out/index.ts')), { timeout: 20_000 }).toBe(true);
    // The first round is over, and the interrupt waited for, when its line was printed.
    await new Promise((resolve) => setTimeout(resolve, 300));
    watch.child.kill('SIGINT');
    expect(await watch.ended).toMatchObject({ code: 0, signal: null });
  });
});
