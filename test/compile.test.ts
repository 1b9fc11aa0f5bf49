/** Every golden output compiles, strictly, with every TypeScript that is supported; and a caller learns of a status that it forgot. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from './golden/cases.js';
import { type Compiler, compile, compilers, resolutions, scratch } from './golden/compile.js';

const outputs = ['generated/iam', ...cases.map(({ output }) => output)];

describe.each(compilers)('%s', (compiler: Compiler) => {
  test.each(resolutions)(
    'compiles every golden output, module %s',
    async (resolution) => {
      expect(await compile(outputs, compiler, resolution)).toEqual([]);
    },
    300_000,
  );
});

test('the caller of the contract compiles, and stops when a case is deleted', async () => {
  const folder = scratch();
  try {
    const caller = readFileSync('test/contract/iam-consumer.ts', 'utf8').replaceAll(
      './iam/index.js',
      relative(folder, 'generated/iam/index.js').replaceAll('\\', '/'),
    );
    writeFileSync(join(folder, 'whole.ts'), caller);
    const labels = [...caller.matchAll(/case (?:\d+|'[a-z-]+'):/g)].map(([label]) => label);
    expect(labels.length).toBeGreaterThanOrEqual(8);
    labels.forEach((label, i) => {
      mkdirSync(join(folder, `without-${i}`));
      const without = withoutCase(caller, label).replaceAll("'../", "'../../");
      writeFileSync(join(folder, `without-${i}/caller.ts`), without);
    });
    const complaints = await compile([folder, 'generated/iam'], 'typescript-7');
    const places = new Set(complaints.map((complaint) => /([\w-]+)\/caller\.ts\(/.exec(complaint)?.[1] ?? complaint));
    expect([...places].sort()).toEqual(labels.map((_, i) => `without-${i}`).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);

/** A case with a body of its own loses it; one that shares a body only loses its label. */
function withoutCase(text: string, label: string): string {
  const start = text.indexOf(label);
  const rest = text.slice(start + label.length);
  const sharesBody = /^\s*case /.test(rest);
  if (sharesBody) return text.slice(0, start) + rest;
  const end = rest.search(/\n {4}(?:case|default)/);
  const isLastOfShared = /case '[a-z-]+':\s*$/.test(text.slice(0, start));
  return isLastOfShared ? text.slice(0, start) + rest : text.slice(0, start) + rest.slice(end);
}
