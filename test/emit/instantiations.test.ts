/** What the compiler has to work out for a program of one call: a count, which no machine changes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const program = `
import { createClient, iamRefreshToken } from '${resolve('generated/iam/index.js')}';
const result = await iamRefreshToken(createClient(), { body: { refresh: 'x' } });
if (result.status === 200) console.log(result.body.access);
`;

test('a program of one call costs few instantiations', () => {
  const folder = mkdtempSync(resolve('node_modules/.specwright-one-call-'));
  try {
    const compilerOptions = { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', types: [], skipLibCheck: true };
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'index.ts'), program);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, lib: ['es2022', 'dom', 'dom.iterable'] } }),
    );
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const report = execFileSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'], { encoding: 'utf8' });
    const count = Number(/^Instantiations:\s+(\d+)/m.exec(report)?.[1]);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(MOST);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

/** 13,412 with TypeScript 5.9; the rest is room for its versions. */
const MOST = 15_000;
