/** What the compiler has to work out for a program of one call: a count, which no machine changes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, filesOf, written } from './operations/generated.js';
import { paths, schemas } from './split/document.js';

/** With TypeScript 5.9 they were 13,580 and 12: what a large output has of its own is not checked again. The rest is room for its versions. */
test.each([
  { output: 'single files', program: refresh(resolve('generated/iam/index.js')), files: undefined, most: 15_000 },
  { output: 'folders', program: getPet(), files: split, most: 100 },
])(
  'a program of one call costs few instantiations: $output',
  async ({ program, files, most }) => {
    const folder = mkdtempSync(resolve('node_modules/.specwright-one-call-'));
    try {
      const compilerOptions = { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', types: [], skipLibCheck: true };
      written(folder, new Map([...((await files?.()) ?? []), ['package.json', '{"type":"module"}'], ['program.ts', program]]));
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: { ...compilerOptions, lib: ['es2022', 'dom', 'dom.iterable'] },
          files: ['program.ts'],
        }),
      );
      const tsc = resolve('node_modules/typescript/bin/tsc');
      const report = execFileSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'], { encoding: 'utf8' });
      const count = Number(/^Instantiations:\s+(\d+)/m.exec(report)?.[1]);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(most);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);

function refresh(index: string): string {
  return `
    import { createClient, iamRefreshToken } from '${index}';
    const result = await iamRefreshToken(createClient(), { body: { refresh: 'x' } });
    if (result.status === 200) console.log(result.body.access);
  `;
}

function getPet(): string {
  return `
    import { createClient, getPet } from './index.js';
    const result = await getPet(createClient(), { path: { id: 'x' } });
    if (result.status === 200) console.log(result.body.owner);
  `;
}

function split(): Promise<ReadonlyMap<string, string>> {
  return filesOf(documentOf(paths, { components: { schemas } }), { splitAbove: 1 });
}
