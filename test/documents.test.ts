/** Real documents of some size: each generates, and its output compiles strictly. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { complete } from '../src/config/resolve.js';
import { generate } from '../src/generate.js';
import { compile, scratch } from './golden/compile.js';
import { describeShared, shared } from './shared.js';

describeShared('the documents of Gcore', () => {
  const names = ['cloud.yaml', 'iam.documented.yaml', 'iam.enriched.yaml', 'iam.mintlify.yaml', 'waap.yaml'];
  test.each(names)(
    '%s',
    async (name) => {
      const { files, diagnostics } = await generate(complete({ input: shared(`specs/gcore/${name}`), output: 'out' }));
      expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
      const folder = scratch();
      try {
        for (const { path, text } of files) {
          mkdirSync(join(folder, basename(name), dirname(path)), { recursive: true });
          writeFileSync(join(folder, basename(name), path), text);
        }
        expect(await compile([folder], 'typescript-7')).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    300_000,
  );
});
