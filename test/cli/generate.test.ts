import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from './harness.js';

describe('one document', () => {
  test('is written, said in one line, and not written again', async () => {
    const { run, read } = project({ 'api.yaml': 'a.ts: 1\nsub/b.ts: 2' });
    expect(await run('generate', 'api.yaml', '--out', 'out')).toEqual({ code: 0, out: 'out: 2 of 2 files written\n', err: '' });
    expect(read('out/sub/b.ts')).toBe('2\n');
    expect(await run('generate', 'api.yaml', '--out', 'out')).toEqual({
      code: 0,
      out: 'out: nothing changed since the last run (2 files)\n',
      err: '',
    });
  });
  test('goes to generated/NAME by default', async () => {
    const { run, read } = project({ 'spec/iam_api.yaml': 'a.ts: 1' });
    await run('generate', 'spec/iam_api.yaml');
    expect(read('generated/iam_api/a.ts')).toBe('1\n');
  });
  test('comes from standard input', async () => {
    const { run, read } = project();
    expect((await run('generate', '-', '--out', 'out')).code).toBe(0);
    expect(read('out/a.ts')).toBe('from standard input\n');
  });
  test('that says the same in other words writes nothing, and says so', async () => {
    const { run, put, root } = project({ 'api.yaml': 'a.ts: 1' });
    await run('generate', 'api.yaml', '-o', 'out');
    const before = [statSync(join(root, 'out/a.ts')).mtimeMs, statSync(join(root, 'out/.specwright.json')).mtimeMs];
    put({ 'api.yaml': '# 2\na.ts: 1' });
    expect((await run('generate', 'api.yaml', '-o', 'out')).out).toBe('out: contract unchanged, nothing written (1 file)\n');
    expect([statSync(join(root, 'out/a.ts')).mtimeMs, statSync(join(root, 'out/.specwright.json')).mtimeMs]).toEqual(before);
  });
  test('with an error writes nothing and exits 3', async () => {
    const { run, root } = project({ 'api.yaml': 'a.ts: 1\n! error wrong-type expected an object' });
    expect(await run('generate', 'api.yaml', '-o', 'out')).toEqual({
      code: 3,
      out: 'out: nothing written; 1 error\n',
      err: 'api.yaml:2:1  error  wrong-type  expected an object\n',
    });
    expect(existsSync(join(root, 'out'))).toBe(false);
  });
  test('that is not there exits 3', async () => {
    expect(await project().run('generate', 'nowhere.yaml')).toMatchObject({
      code: 3,
      err: 'nowhere.yaml:1:1  error  unreadable-document  there is no such file\n',
    });
  });
  test('an edit is written over, and said', async () => {
    const { run, put, read } = project({ 'api.yaml': 'a.ts: 1' });
    await run('generate', 'api.yaml', '-o', 'out');
    put({ 'out/a.ts': '2' });
    expect(await run('generate', 'api.yaml', '-o', 'out')).toMatchObject({
      code: 0,
      err: 'out/a.ts:1:1  info  output-edited  edited by hand; it is written again\n',
    });
    expect(read('out/a.ts')).toBe('1\n');
    expect((await run('generate', 'api.yaml', '-o', 'out')).err).toBe('');
  });
});

describe('diagnostics that are denied', () => {
  const rows: [string[], number][] = [
    [[], 0],
    [['--deny', 'warning'], 1],
    [['--deny', 'info'], 1],
    [['--deny', 'error'], 0],
    [['--deny', 'name-collision'], 1],
    [['--deny', 'wrong-type,error'], 0],
    [['--max-warnings', '1'], 0],
    [['--max-warnings', '0'], 1],
    [['--max-warnings', 'x'], 2],
    [['--deny', 'name-colision'], 2],
  ];
  test.each(rows)('%j gives %i', async (flags, code) => {
    const { run, root } = project({ 'api.yaml': 'a.ts: 1\n! warning name-collision x' });
    expect((await run('generate', 'api.yaml', '-o', 'out', ...flags)).code).toBe(code);
    // Exit 1 speaks of the document; its output is as good as before.
    expect(existsSync(join(root, 'out'))).toBe(code < 2);
    expect((await run('generate', 'api.yaml', '-o', 'out', ...flags)).code).toBe(code);
  });
  test('an unknown code is answered with the near one', async () => {
    const { run } = project({ 'api.yaml': '' });
    expect((await run('generate', 'api.yaml', '--deny', 'name-colision')).err).toBe(
      'specwright: there is no diagnostic "name-colision"; did you mean "name-collision"?\n',
    );
  });
});

describe('the stamp', () => {
  const document = { 'api.yaml': 'a.ts: 1\n! warning name-collision x', 'other.yaml': 'a.ts: 1' };
  const rows: [string, (p: ReturnType<typeof project>) => unknown, number][] = [
    ['holds when nothing changed', () => {}, 1],
    ['falls with the document', ({ put }) => put({ 'api.yaml': 'a.ts: 2' }), 2],
    ['falls with a file of the output', ({ put }) => put({ 'out/a.ts': 'edited' }), 2],
    ['falls with the list of files', ({ put }) => put({ 'out/.specwright.json': '{}' }), 2],
    ['stays when a file of mine comes', ({ put }) => put({ 'out/mine.ts': '' }), 1],
    [
      'falls with the options',
      ({ put }) => put({ 'specwright.config.json': '{ "input": "api.yaml", "output": "out", "paths": false }' }),
      2,
    ],
    [
      'falls when it is damaged itself',
      ({ put, root }) => {
        for (const name of readdirSync(join(root, '.cache/specwright'))) put({ [`.cache/specwright/${name}`]: '{"made":1' });
      },
      2,
    ],
  ];
  test.each(rows)('%s', async (_, change, generations) => {
    const p = project({ ...document, 'specwright.config.json': '{ "input": "api.yaml", "output": "out" }' });
    const first = await p.run('generate');
    await change(p);
    const second = await p.run('generate');
    expect(p.generations()).toBe(generations);
    // What was found is said again, and judged again.
    if (generations === 1) expect(second.err).toBe(first.err);
  });
  test('falls with the build of the generator, and with --force', async () => {
    const p = project(document);
    await p.run('generate', 'api.yaml');
    await p.runWith({ build: 'b' }, 'generate', 'api.yaml');
    await p.run('generate', 'api.yaml', '--force');
    expect(p.generations()).toBe(3);
  });
  test('says nothing about a document from standard input', async () => {
    const p = project();
    await p.run('generate', '-', '-o', 'out');
    await p.run('generate', '-', '-o', 'out');
    expect(p.generations()).toBe(2);
  });
});

describe('several documents', () => {
  const config = '- { input: a.yaml, output: a }\n- { input: b.yaml, output: b }\n';
  test('each to its own folder', async () => {
    const { run, read } = project({ 'specwright.config.yaml': config, 'a.yaml': 'x.ts: 1', 'b.yaml': 'x.ts: 2' });
    expect(await run('generate')).toMatchObject({ code: 0, out: 'a: 1 of 1 file written\nb: 1 of 1 file written\n' });
    expect([read('a/x.ts'), read('b/x.ts')]).toEqual(['1\n', '2\n']);
  });
  test('all or none', async () => {
    const { run, root } = project({ 'specwright.config.yaml': config, 'a.yaml': 'x.ts: 1', 'b.yaml': '! error wrong-type x' });
    expect(await run('generate')).toMatchObject({
      code: 3,
      out: 'a: nothing written, because of another document\nb: nothing written; 1 error\n',
    });
    expect(existsSync(join(root, 'a'))).toBe(false);
  });
  test('one of them by name', async () => {
    const { run, root } = project({ 'my.yaml': config, 'a.yaml': 'x.ts: 1', 'b.yaml': 'x.ts: 2' });
    expect((await run('generate', 'b.yaml', '--config', 'my.yaml')).code).toBe(0);
    expect([existsSync(join(root, 'a')), existsSync(join(root, 'b'))]).toEqual([false, true]);
  });
  test('--out does not say for which', async () => {
    const { run } = project({ 'specwright.config.yaml': config });
    expect(await run('generate', '--out', 'x')).toMatchObject({
      code: 2,
      err: 'specwright: --out names one folder, and the config lists several documents\n',
    });
  });
});

describe('exit 2', () => {
  const rows: [string, string[], string][] = [
    ['no document and no config', ['generate'], 'config-not-found'],
    ['an unknown flag', ['generate', '--oot', 'x'], "unknown option '--oot'"],
    ['an unknown command', ['generat'], "unknown command 'generat'"],
    ['an unknown format', ['generate', '--format', 'xml'], 'Allowed choices are text, json, github, sarif'],
    ['too many arguments', ['generate', 'a', 'b'], 'too many arguments'],
    ['an empty document', ['generate', ''], 'the name of the document is empty'],
    ['an empty folder', ['generate', 'api.yaml', '--out', ''], '--out is empty'],
    ['a config that is not there', ['generate', '--config', 'x.yaml'], 'there is no such file'],
  ];
  test.each(rows)('%s', async (_, args, message) => {
    const { code, err } = await project({ 'api.yaml': 'a.ts: 1' }).run(...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });
  test('a file in place of the output', async () => {
    const { run } = project({ 'api.yaml': 'a.ts: 1', out: 'mine' });
    expect(await run('generate', 'api.yaml', '--out', 'out')).toMatchObject({
      code: 2,
      err: 'out:1:1  error  output-not-a-folder  this is a file, not a folder\n',
    });
  });
  test('a file that is not ours', async () => {
    const { run, read } = project({ 'api.yaml': 'a.ts: 1\nb.ts: 2', 'out/a.ts': 'mine' });
    expect(await run('generate', 'api.yaml', '--out', 'out')).toMatchObject({
      code: 2,
      err: expect.stringContaining('out/a.ts:1:1  error  output-foreign-file'),
    });
    expect(read('out/a.ts')).toBe('mine');
  });
});

describe('formats', () => {
  const document = { 'api.yaml': 'a.ts: 1\n! warning name-collision a%b' };
  test('json: one document on standard output', async () => {
    const { out, err } = await project(document).run('generate', 'api.yaml', '-o', 'out', '--format', 'json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        { code: 'name-collision', level: 'warning', message: 'a%b', file: 'api.yaml', line: 2, column: 1, pointer: '#/1' },
      ],
      outputs: [{ output: 'out', exit: 0, files: 1, written: ['a.ts'], removed: [] }],
    });
  });
  test('github: annotations', async () => {
    const { out } = await project(document).run('generate', 'api.yaml', '-o', 'out', '--format', 'github');
    expect(out).toBe('::warning file=api.yaml,line=2,col=1,title=name-collision::a%25b\nout: 1 of 1 file written; 1 warning\n');
  });
  test('sarif', async () => {
    const { out } = await project(document).run('generate', 'api.yaml', '-o', 'out', '--format', 'sarif');
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'specwright', rules: [{ id: 'name-collision', defaultConfiguration: { level: 'warning' } }] } },
          results: [
            {
              ruleId: 'name-collision',
              ruleIndex: 0,
              level: 'warning',
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'api.yaml' }, region: { startLine: 2, startColumn: 1 } } },
              ],
            },
          ],
        },
      ],
    });
  });
  test('a config that cannot be used keeps the form', async () => {
    const { code, out } = await project().run('generate', '--format', 'json');
    expect({ code, codes: JSON.parse(out).diagnostics.map((d: { code: string }) => d.code) }).toEqual({
      code: 2,
      codes: ['config-not-found'],
    });
  });
});

test('a fault of ours goes on to the one place that tells it', async () => {
  const p = project({ 'api.yaml': '' });
  const pipeline = async () => {
    throw new TypeError('oops');
  };
  await expect(p.runWith({ pipeline }, 'generate', 'api.yaml')).rejects.toThrow('oops');
});

test('--watch generates again when the document or the config changes, and outlives a mistake', async () => {
  const p = project({ 'sub/api.yaml': 'a.ts: 1', 'specwright.config.json': '{ "input": "sub/api.yaml", "output": "out" }' });
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const done = p.runWith({ terminal: { interrupted } }, 'generate', '--watch');
  const until = async (path: string, text: string) => {
    await expect.poll(() => existsSync(join(p.root, path)) && p.read(path), { timeout: 10_000, interval: 20 }).toBe(text);
  };
  await until('out/a.ts', '1\n');
  // chokidar tells of changes after it has looked at the folder once.
  await new Promise((resolve) => setTimeout(resolve, 300));
  p.put({ 'sub/api.yaml': '! error wrong-type x' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  p.put({ 'sub/api.yaml': 'a.ts: 2' });
  await until('out/a.ts', '2\n');
  // What can't be read at all is waited for.
  rmSync(join(p.root, 'sub/api.yaml'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  p.put({ 'sub/api.yaml': 'a.ts: 3' });
  await until('out/a.ts', '3\n');
  p.put({ 'sub/api.yaml': 'a.ts: 2' });
  await until('out/a.ts', '2\n');
  p.put({ 'specwright.config.json': '{ "input": "sub/api.yaml", "output": "elsewhere" }' });
  await until('elsewhere/a.ts', '2\n');
  interrupt();
  expect((await done).code).toBe(0);
});

test('nothing is written through a parent that is no folder', async () => {
  const { run, root } = project({ 'api.yaml': 'a.ts: 1' });
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a/b'), '');
  expect((await run('generate', 'api.yaml', '-o', 'a/b/c')).code).toBe(2);
});
