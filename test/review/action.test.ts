/** The script of `action.yml`, run as a runner runs it. Needs the build. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const project = fileURLToPath(new URL('../../', import.meta.url));
const action: { runs: { steps: { run: string }[] } } = parse(readFileSync(join(project, 'action.yml'), 'utf8'));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: folder });
  git('init', '--quiet');
  copyFileSync(join(project, 'test/review/pairs/received-null-added/old.yaml'), join(folder, 'api.yaml'));
  git('add', 'api.yaml');
  git('commit', '--quiet', '--message', 'old');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(base: string): { status: number | null; stdout: string; outputs: string; summary: string } {
  const outputs = join(folder, `outputs-${base}`);
  const summary = join(folder, `summary-${base}`);
  const inputs = {
    SPEC: 'api.yaml',
    BASE: base,
    FAIL_ON: 'source,wire',
    CONFIG: '',
    CONSUMER: '',
    OUT: '',
    COMMAND: `node ${project}dist/cli.js`,
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
        ...inputs,
      },
    },
  );
  const read = (path: string): string => readFileSync(path, 'utf8');
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
