/** The script of `action.yml`, run as a runner runs it. Needs the build. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const project = fileURLToPath(new URL('../../', import.meta.url));
const action: { runs: { steps: { run: string }[] } } = parse(readFileSync(join(project, 'action.yml'), 'utf8'));

let folder: string;
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-'));
  git('init', '--quiet');
  copyFileSync(join(project, 'test/review/pairs/received-null-added/old.yaml'), join(folder, 'api.yaml'));
  git('add', 'api.yaml');
  git('commit', '--quiet', '--message', 'old');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly outputs: string;
  readonly summary: string;
}
let runs = 0;

function run(base: string, inputs: Readonly<Record<string, string>> = {}): Ran {
  runs++;
  const outputs = join(folder, `outputs-${runs}`);
  const summary = join(folder, `summary-${runs}`);
  const all = {
    SPEC: 'api.yaml',
    BASE: base,
    FAIL_ON: 'source,wire',
    CONFIG: '',
    CONSUMER: '',
    OUT: '',
    COMMAND: `node ${project}dist/cli.js`,
    ...inputs,
  };
  const { status, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', action.runs.steps[0]?.run ?? ''],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: outputs,
        GITHUB_STEP_SUMMARY: summary,
        ...all,
      },
    },
  );
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return { status, stdout, outputs: read(outputs), summary: read(summary) };
}

test('passes where nothing changed', () => {
  const { status, stdout, outputs, summary } = run('HEAD');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(outputs).toContain('semver=none\ncontract=unchanged\n');
  expect(summary).toContain('Nothing that a caller can see has changed.');
});

test('fails where a caller breaks, on the line of the document', () => {
  copyFileSync(join(project, 'test/review/pairs/received-null-added/new.yaml'), join(folder, 'api.yaml'));
  const { status, stdout, outputs, summary } = run('HEAD');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=api\.yaml,line=\d+,col=\d+,title=received-null-added::GET \/pets\/\{id\}/);
  expect(outputs).toContain('semver=major\ncontract=changed\n');
  expect(summary).toContain('### Breaking (1)');
});

test('what the base branch has gone on to is no change of this one', () => {
  git('checkout', '--quiet', '--', 'api.yaml');
  git('checkout', '--quiet', '-b', 'base');
  copyFileSync(join(project, 'test/review/pairs/received-null-added/new.yaml'), join(folder, 'api.yaml'));
  git('commit', '--quiet', '--all', '--message', 'new');
  git('checkout', '--quiet', '-');
  expect(run('base')).toMatchObject({ status: 0, outputs: expect.stringContaining('contract=unchanged') });
});

test('a document that was not there breaks nobody', () => {
  writeFileSync(join(folder, 'new.yaml'), readFileSync(join(folder, 'api.yaml')));
  expect(run('HEAD', { SPEC: 'new.yaml' })).toMatchObject({
    status: 0,
    stdout: '::notice title=new document::new.yaml is not in the revision to compare with\n',
    outputs: 'semver=minor\ncontract=changed\n',
  });
});

test('inputs are no options and no code', () => {
  const marked = join(folder, 'marked');
  for (const harm of [`--upload-pack=touch ${marked}`, `$(touch ${marked})`, `HEAD;touch ${marked}`, `--changelog=${marked}`]) {
    for (const input of ['BASE', 'SPEC', 'CONFIG', 'OUT', 'FAIL_ON']) run('HEAD', { [input]: harm });
  }
  expect(existsSync(marked)).toBe(false);
});

test('inputs reach the script through its environment alone', () => {
  for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
});
