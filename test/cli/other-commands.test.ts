import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../src/cli/pipeline.js';
import { findConfig } from '../../src/config/find.js';
import { project } from './harness.js';

describe('init', () => {
  test('--yes takes the document that is there', async () => {
    const { run, read, root } = project({ 'spec/pets.yaml': 'openapi: 3.1.0\n', 'spec/other.yaml': 'x: 1\n' });
    expect(await run('init', '--yes')).toEqual({
      code: 0,
      out: 'specwright.config.ts written. Next: specwright generate\n',
      err: '',
    });
    expect(read('specwright.config.ts')).toBe(
      "import type { Config } from 'specwright';\n\nexport default {\n  input: 'spec/pets.yaml',\n  output: 'generated/pets',\n} satisfies Config;\n",
    );
    expect((await findConfig(root)).entries).toMatchObject([
      { input: join('spec', 'pets.yaml'), output: join('generated', 'pets') },
    ]);
  });
  test.each(['ts', 'js', 'mjs', 'json', 'yaml'])('the answers make a config that can be read: %s', async (form) => {
    const { runWith, root } = project();
    const answers = ["it's.yaml", 'src/api', form];
    const ask = async () => answers.shift();
    expect((await runWith({ terminal: { ask } }, 'init')).out).toContain("it's.yaml is not there yet.");
    const { entries, findings } = await findConfig(root);
    expect({ findings, entries }).toMatchObject({ findings: [], entries: [{ input: "it's.yaml", output: join('src', 'api') }] });
  });
  test('a config that is there is left alone', async () => {
    const { run, read } = project({ 'specwright.config.json': '{}' });
    expect(await run('init', '--yes')).toEqual({
      code: 2,
      out: '',
      err: 'specwright: specwright.config.json is there already\n',
    });
    expect(read('specwright.config.json')).toBe('{}');
  });
  test('without a terminal it says how to go on', async () => {
    expect(await project().run('init')).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  });
});

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('%s knows every command and its choices', async (shell) => {
    const { out, code } = await project().run('completion', shell);
    expect(code).toBe(0);
    for (const word of ['generate', 'check', 'diff', 'init', 'completion', 'max-warnings', 'text json github sarif'])
      expect(out).toContain(word);
  });
  test('bash completes', async () => {
    const { root, run } = project();
    writeFileSync(join(root, 'completion.bash'), (await run('completion', 'bash')).out);
    const complete = (words: string) =>
      execFileSync(
        'bash',
        [
          '-c',
          `source completion.bash; COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _specwright; echo "\${COMPREPLY[@]}"`,
        ],
        {
          cwd: root,
          encoding: 'utf8',
        },
      ).trim();
    expect(complete('specwright ch')).toBe('check');
    expect(complete('specwright generate --fo')).toBe('--format --force');
    expect(complete('specwright diff --format m')).toBe('markdown');
    expect(complete("specwright completion ''")).toBe('bash zsh fish');
  });
});

describe('diff', () => {
  const document = (parameters: string) => `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [${parameters}]
      responses: { '204': { description: None. } }
`;
  const required = '{ name: limit, in: query, required: true, schema: { type: integer } }';
  const git = (root: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], {
      cwd: root,
      stdio: 'pipe',
    });

  test('says what is wrong with the document, in its form too', async () => {
    const text = 'openapi: 3.1.0\ninfo: { title: T, version: 1 }\npaths: { /x: { get: { operationId: x, description: 404 } } }\n';
    const { run } = project({ 'api.yaml': text });
    const { diagnostics } = JSON.parse((await run('diff', 'api.yaml', 'api.yaml', '--format', 'json')).out);
    const codes = diagnostics.map(({ code }: { readonly code: string }) => code);
    expect([...new Set(codes)]).toEqual(['mistyped-member', 'missing-responses', 'value-of-other-type']);
  });
  test('two files: exit 1 for what breaks, 0 for what does not', async () => {
    const { run } = project({ 'old.yaml': document(''), 'new.yaml': document(required) });
    const { code, out } = await run('diff', 'old.yaml', 'new.yaml', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      contract: 'changed',
      semver: 'major',
      changes: [{ level: 'breaking', where: 'GET /pets', file: 'new.yaml' }],
    });
    expect((await run('diff', 'old.yaml', 'old.yaml')).code).toBe(0);
    expect((await run('diff', 'old.yaml', 'new.yaml', '--fail-on', 'none')).code).toBe(0);
    expect((await run('diff', 'old.yaml', 'new.yaml', '--fail-on', 'wrong')).code).toBe(2);
  });
  test('--fail-on adds up, and none stands alone', async () => {
    const { run } = project({ 'old.yaml': document(''), 'new.yaml': document('{ name: limit, in: query, schema: {} }') });
    const failing = async (...flags: string[]) => (await run('diff', 'old.yaml', 'new.yaml', ...flags)).code;
    expect(await failing('--fail-on', 'wire', '--fail-on', 'source')).toBe(0);
    expect(await failing('--fail-on', 'none', '--fail-on', 'wire')).toBe(2);
    const { run: breaking } = project({ 'old.yaml': document(''), 'new.yaml': document(required) });
    expect((await breaking('diff', 'old.yaml', 'new.yaml', '--fail-on', 'wire', '--fail-on', 'warning')).code).toBe(1);
  });
  test('a document with errors is compared, and nothing is concluded', async () => {
    const { run } = project({ 'old.yaml': document(''), 'new.yaml': document("{ $ref: 'nope.yaml' }") });
    const ended = await run('diff', 'old.yaml', 'new.yaml', '--changelog', 'CHANGELOG.md');
    expect(ended).toMatchObject({ code: 3, err: expect.stringContaining('unresolved-reference') });
    expect(ended.out).not.toBe('');
    expect(await run('diff', '-', '-')).toMatchObject({ code: 2 });
  });
  test('the config that lists the document says how it is reviewed; another does not', async () => {
    const review = { levels: { 'required-parameter-added': 'warning' } };
    const config = (input: string) => JSON.stringify({ input, review });
    const { run, put, root } = project({
      'old.yaml': document(''),
      'api.yaml': document(''),
      'specwright.config.json': config('./api.yaml'),
    });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'one');
    put({ 'api.yaml': document(required), 'new.yaml': document(required) });
    expect((await run('diff', 'old.yaml', 'api.yaml')).code).toBe(0);
    expect((await run('diff', 'HEAD:api.yaml', 'new.yaml')).code).toBe(0);
    expect((await run('diff', 'old.yaml', 'new.yaml')).code).toBe(1);
    expect((await run('diff', 'old.yaml', 'new.yaml', '--config', 'specwright.config.json')).code).toBe(0);
    put({ 'specwright.config.json': '{' });
    expect((await run('diff', 'old.yaml', 'api.yaml')).code).toBe(2);
  });
  test.each([
    ['text', 'breaking  GET /pets'],
    ['markdown', '<code>GET /pets</code>'],
    ['github', '::error file=new.yaml,'],
    ['html', '<!doctype html>'],
  ])('for people: %s', async (format, expected) => {
    const { run } = project({ 'old.yaml': document(''), 'new.yaml': document(required) });
    expect(await run('diff', 'old.yaml', 'new.yaml', '--format', format)).toMatchObject({
      code: 1,
      out: expect.stringContaining(expected),
    });
  });
  test('--changelog adds a section once', async () => {
    const { run, read } = project({ 'old.yaml': document(''), 'new.yaml': document(required) });
    await run('diff', 'old.yaml', 'new.yaml', '--changelog', 'CHANGELOG.md');
    const text = read('CHANGELOG.md');
    expect(text).toContain('## 1\n');
    await run('diff', 'old.yaml', 'new.yaml', '--changelog', 'CHANGELOG.md');
    expect(read('CHANGELOG.md')).toBe(text);
  });
  test.each([
    ['a folder', (path: string) => mkdirSync(path), 'a folder stands there'],
    ['a link that leads nowhere', (path: string) => symlinkSync('nowhere', path), 'a link that leads nowhere stands there'],
  ])('--changelog where there is %s', async (_, make, reason) => {
    const { run, root } = project({ 'old.yaml': document(''), 'new.yaml': document(required) });
    make(join(root, 'CHANGELOG.md'));
    expect(await run('diff', 'old.yaml', 'new.yaml', '--changelog', 'CHANGELOG.md')).toMatchObject({
      code: 2,
      err: expect.stringContaining(reason),
    });
  });
  test('--consumer: what nobody calls is no break', async () => {
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      strict: true,
      types: [],
    };
    const { runWith, put } = project({
      'old.yaml': document(''),
      'new.yaml': document(required),
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['main.ts'] }),
      'main.ts': 'export {};',
    });
    const verdict = async () => {
      const pipeline: Pipeline = async (...job) => (await import('../../src/generate.js')).generate(...job);
      const { code, out } = await runWith(
        { pipeline },
        'diff',
        'old.yaml',
        'new.yaml',
        '--consumer',
        'tsconfig.json',
        '--out',
        'api',
        '--format',
        'json',
      );
      const [change] = JSON.parse(out).changes;
      return { code, level: change.level, used: change.usage.verdict !== 'unused' };
    };
    expect(await verdict()).toEqual({ code: 0, level: 'warning', used: false });
    put({
      'main.ts':
        "import { createClient, listPets } from './api/index.js';\nawait listPets(createClient({ baseUrl: 'https://x' }));",
    });
    expect(await verdict()).toEqual({ code: 1, level: 'breaking', used: true });
  });
  test('a revision of git, with the files that it refers to', async () => {
    const referring = (name: string) => document(`{ $ref: 'parts/parameters.yaml#/${name}' }`);
    const { run, root, put } = project({
      'spec/api.yaml': referring('limit'),
      'spec/parts/parameters.yaml': `limit: ${required}\n`,
    });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'one');
    expect(await run('diff', 'HEAD:spec/api.yaml', 'spec/api.yaml', '--format', 'json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('"unchanged"'),
    });
    put({ 'spec/parts/parameters.yaml': `limit: ${required.replace('integer', 'string')}\n` });
    expect((await run('diff', 'HEAD:spec/api.yaml', 'spec/api.yaml')).code).toBe(1);
    expect((await run('diff', 'HEAD:./spec/api.yaml', 'HEAD:spec/api.yaml')).code).toBe(0);
  });
  test('a revision of git, with the overlays and the folders of the config, from a folder within', async () => {
    const overlay = {
      overlay: '1.0.0',
      info: { title: 'o', version: '1' },
      actions: [{ target: '$.info', update: { description: 'overlaid' } }],
    };
    const { runWith, root, put } = project({
      'app/specs/api.yaml': document("{ $ref: '../../common/limit.part' }"),
      'common/limit.part': required,
      'app/overlay.json': JSON.stringify(overlay),
      'app/specwright.config.json': JSON.stringify({
        input: 'specs/api.yaml',
        output: 'out',
        overlays: ['overlay.json'],
        references: { folders: ['../common'] },
      }),
    });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'one');
    const compared = () => runWith({ terminal: { cwd: join(root, 'app') } }, 'diff', 'HEAD:./specs/api.yaml', 'specs/api.yaml');
    expect(await compared()).toMatchObject({ code: 0, err: '' });
    put({ 'common/limit.part': required.replace('integer', 'string') });
    expect(await compared()).toMatchObject({ code: 1, err: '' });
  });
  test.each([
    ['a file that is not there', 'nowhere.yaml', 'unreadable-document'],
    ['a revision that is not there', 'v9:api.yaml', 'unreadable-document'],
    ['a revision that would be an option', '--output=x:api.yaml', 'unknown option'],
  ])('%s', async (_, name, message) => {
    const { run, root } = project({ 'new.yaml': document('') });
    git(root, 'init', '-q');
    const { code, err } = await run('diff', name, 'new.yaml');
    expect({ code, err }).toEqual({ code: message === 'unknown option' ? 2 : 3, err: expect.stringContaining(message) });
  });
});
