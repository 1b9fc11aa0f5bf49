import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from './harness.js';

const document = { 'api.yaml': 'a.ts: export const a = 1;\nb.ts: export const b = 1;' };

test('up to date', async () => {
  const { run } = project(document);
  await run('generate', 'api.yaml', '-o', 'out');
  expect(await run('check', 'api.yaml', '-o', 'out')).toEqual({ code: 0, out: 'out is up to date\n', err: '' });
});

test('stale: what, why, and the difference', async () => {
  const { run, put } = project(document);
  await run('generate', 'api.yaml', '-o', 'out');
  put({ 'api.yaml': 'b.ts: export const b = 2;\nc.ts: export const c = 1;' });
  expect(await run('check', 'api.yaml', '-o', 'out')).toEqual({
    code: 1,
    err: '',
    out: `out is stale: the document changed in what it says to callers
  left over   a.ts
  changed     b.ts
  added       c.ts

--- a/out/a.ts
+++ /dev/null
@@ -1,1 +0,0 @@
-export const a = 1;

--- a/out/b.ts
+++ b/out/b.ts
@@ -1,1 +1,1 @@
-export const b = 1;
+export const b = 2;

--- /dev/null
+++ b/out/c.ts
@@ -0,0 +1,1 @@
+export const c = 1;
`,
  });
});

test('a checkout with CRLF is not shown as a change of every line', async () => {
  const { run, put } = project(document);
  await run('generate', 'api.yaml', '-o', 'out');
  put({
    'out/a.ts': 'export const a = 1;\r\n',
    'out/b.ts': 'export const b = 1;\r\n',
    'api.yaml': 'a.ts: export const a = 1;\nb.ts: export const b = 2;',
  });
  expect((await run('check', 'api.yaml', '-o', 'out')).out).toContain(
    '@@ -1,1 +1,1 @@\n-export const b = 1;\n+export const b = 2;\n',
  );
});

test('missing', async () => {
  expect(await project(document).run('check', 'api.yaml', '--diff-lines', '0')).toMatchObject({
    code: 1,
    out: 'generated/api is stale: nothing was generated here yet\n  added       a.ts\n  added       b.ts\n',
  });
});

test('formatted is no drift, and said', async () => {
  const { run, put } = project(document);
  await run('generate', 'api.yaml', '-o', 'out');
  put({ 'out/a.ts': 'export const a = 1\n' });
  expect(await run('check', 'api.yaml', '-o', 'out')).toMatchObject({
    code: 0,
    out: 'out is up to date; 1 file differs in layout alone\n',
  });
  // Nor does generate undo it, unless it is told to.
  expect((await run('generate', 'api.yaml', '-o', 'out')).out).toContain('nothing written');
  expect((await run('generate', 'api.yaml', '-o', 'out', '--force')).out).toContain('1 of 2 files written');
});

test('reads only', async () => {
  const { run, put, root } = project(document);
  await run('generate', 'api.yaml', '-o', 'out');
  put({ 'out/a.ts': 'edited', 'api.yaml': 'c.ts: 1', 'out/.specwright-writing/journal.json': '[]' });
  const times = () =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => [path, statSync(join(root, path)).mtimeMs]);
  const before = times();
  expect((await run('check', 'api.yaml', '-o', 'out')).code).toBe(1);
  expect(times()).toEqual(before);
});

describe('exit codes', () => {
  test('a document that cannot be used', async () => {
    expect((await project({ 'api.yaml': '! error wrong-type x' }).run('check', 'api.yaml')).code).toBe(3);
  });
  test('an output that is a file', async () => {
    const p = project(document);
    writeFileSync(join(p.root, 'out'), '');
    expect((await p.run('check', 'api.yaml', '-o', 'out')).code).toBe(2);
  });
  test('no config', async () => {
    expect((await project().run('check')).code).toBe(2);
  });
});

describe('formats', () => {
  test('json', async () => {
    const { out } = await project(document).run('check', 'api.yaml', '-o', 'out', '--format', 'json', '--diff-lines', '0');
    expect(JSON.parse(out)).toEqual({
      diagnostics: [],
      stale: true,
      outputs: [
        {
          output: 'out',
          stale: true,
          reasons: [{ kind: 'missing', text: 'nothing was generated here yet' }],
          files: [
            { path: 'a.ts', state: 'added', touched: false },
            { path: 'b.ts', state: 'added', touched: false },
          ],
        },
      ],
    });
  });
  test('github', async () => {
    const { out } = await project(document).run('check', 'api.yaml', '-o', 'out', '--format', 'github', '--diff-lines', '0');
    expect(out).toContain('::error file=out/a.ts,line=1,col=1,title=stale-output::added: nothing was generated here yet\n');
  });
  test('github, where no file is to blame', async () => {
    const { run, root } = project(document);
    await run('generate', 'api.yaml', '-o', 'out');
    rmSync(join(root, 'out/.specwright.json'));
    const { out } = await run('check', 'api.yaml', '-o', 'out', '--format', 'github');
    expect(out).toMatch(/^::error file=out\/\.specwright\.json,.*title=stale-output::/);
  });
});
