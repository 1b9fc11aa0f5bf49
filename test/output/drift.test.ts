import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { driftOf } from '../../src/output/drift.js';
import type { Maker } from '../../src/output/manifest.js';
import { plan } from '../../src/output/plan.js';
import { type Files, generate, generated, maker, put, read, temporary } from './folder.js';

const one = { 'a.ts': 'export const a = 1;\n', 'b.ts': 'export const b = 1;\n' };

async function drift(first: Files | undefined, second: Files, by: Maker = maker, meanwhile: (out: string) => void = () => {}) {
  const { out } = temporary();
  if (first) await generate(out, first);
  else mkdirSync(out.path);
  meanwhile(out.path);
  const before = read(out);
  const { plan: made } = await plan({ folder: out, files: generated(second), maker: by, replaceForeign: true, keepLayout: true });
  if (!made) throw new Error('no plan');
  const found = driftOf(made, by, { lines: 40 });
  expect(read(out)).toEqual(before);
  return {
    stale: found.stale,
    reasons: found.reasons.map(({ kind, text }) => `${kind}: ${text}`),
    files: found.files.map(({ path, state, touched }) => `${path} ${state}${touched ? '*' : ''}`),
    diffs: found.files.flatMap(({ diff }) => diff ?? []),
  };
}

describe('what differs, and why', () => {
  test('nothing', async () => {
    expect(await drift(one, one)).toEqual({ stale: false, reasons: [], files: [], diffs: [] });
  });
  test('the list of the files alone', async () => {
    const edit = (out: string): void => {
      const path = join(out, '.specwright.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/("a\.ts": ")\w{4}/, '$10000'));
    };
    expect(await drift(one, one, maker, edit)).toMatchObject({
      stale: true,
      reasons: ['edit: .specwright.json was edited by hand'],
    });
  });
  test('a missing output', async () => {
    expect(await drift(undefined, one)).toMatchObject({
      stale: true,
      reasons: ['missing: nothing was generated here yet'],
      files: ['a.ts added', 'b.ts added'],
    });
  });
  test('the document', async () => {
    const found = await drift(one, { 'b.ts': 'export const b = 2;\n', 'c.ts': 'export const c = 1;\n' });
    expect(found).toMatchObject({
      stale: true,
      reasons: ['spec: the document changed in what it says to callers'],
      files: ['a.ts removed', 'b.ts changed', 'c.ts added'],
    });
    expect(found.diffs[1]).toBe('--- a/out/b.ts\n+++ b/out/b.ts\n@@ -1,1 +1,1 @@\n-export const b = 1;\n+export const b = 2;');
  });
  test('the settings', async () => {
    expect(await drift(one, one, { version: '1.0.0', settings: { 'schemas.int64': 'bigint' } })).toMatchObject({
      stale: true,
      reasons: ['config: the config changed: schemas.int64 was the default and is "bigint"'],
    });
  });
  test('the version', async () => {
    expect(await drift(one, one, { version: '2.0.0', settings: {} })).toMatchObject({
      stale: true,
      reasons: ['version: the generator is 2.0.0; 1.0.0 wrote this'],
    });
  });
  test('an edit', async () => {
    const found = await drift(one, one, maker, (out) => writeFileSync(join(out, 'a.ts'), 'export const a = 2;\n'));
    expect(found).toMatchObject({ stale: true, reasons: ['edit: 1 file edited by hand'], files: ['a.ts edited*'] });
  });
  test('an edit and the document', async () => {
    const found = await drift(one, { ...one, 'a.ts': 'export const a = 3;\n' }, maker, (out) =>
      writeFileSync(join(out, 'a.ts'), 'export const a = 2;\n'),
    );
    expect(found).toMatchObject({ reasons: ['spec: the document changed in what it says to callers'], files: ['a.ts changed*'] });
  });
  test('a formatter is no drift', async () => {
    const found = await drift(one, one, maker, (out) => writeFileSync(join(out, 'a.ts'), 'export const a = 1\n'));
    expect(found).toEqual({ stale: false, reasons: [], files: ['a.ts formatted*'], diffs: [] });
  });
  test('a generated file that someone removed', async () => {
    const found = await drift(one, one, maker, (out) => rmSync(join(out, 'a.ts')));
    expect(found).toMatchObject({ stale: true, reasons: ['missing: 1 generated file is not there'], files: ['a.ts added'] });
  });
  test('the list of files', async () => {
    const found = await drift(one, one, maker, (out) => rmSync(join(out, '.specwright.json')));
    expect(found).toMatchObject({
      stale: true,
      reasons: ['missing: .specwright.json, the list of the generated files, is missing or is none'],
      files: [],
    });
  });
  test('a run that was interrupted', async () => {
    const found = await drift(one, one, maker, (out) =>
      put({ path: out, name: '' }, { '.specwright-writing/journal.json': '[]' }),
    );
    expect(found).toMatchObject({ stale: true, reasons: [expect.stringContaining('interrupted')] });
  });
});

test('the diff is bounded', async () => {
  const lines = (word: string) => Array.from({ length: 100 }, (_, i) => `export const ${word}${i} = 1;\n`).join('');
  const { diffs } = await drift({ 'a.ts': lines('a'), 'b.ts': lines('a') }, { 'a.ts': lines('b'), 'b.ts': lines('b') });
  expect(diffs).toHaveLength(1);
  expect(diffs[0]?.split('\n')).toHaveLength(41);
  expect(diffs[0]).toMatch(/\(163 more lines\)$/);
});
