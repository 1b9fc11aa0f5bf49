/** What of the validators ends up in a bundle: only what is used, and that is small. Bytes, minified and compressed. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../../src/index.js';
import { bundle } from './emitted.js';

const rows: readonly (readonly [name: string, entry: string, most: number])[] = [
  ['the test of a schema alone', "export { isToken } from './validators.ts'", 350],
  ['a schema with all its issues', "export { Token } from './validators.ts'", 900],
  ['nothing', "import './validators.ts'", 40],
];

describe('sizes', () => {
  let files = new Map<string, string>();
  beforeAll(async () => {
    const generated = await generate({ input: 'spec/iam_api.yaml' });
    files = new Map(generated.files.map(({ path, text }) => [path, text]));
  });

  test.each(rows)('%s', async (_, entry, most) => {
    expect(gzipSync(await bundle(files, entry, true), { level: 9 }).length).toBeLessThanOrEqual(most);
  });
});
