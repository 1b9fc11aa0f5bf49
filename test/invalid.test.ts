/** Mistakes are answered with their place and a sentence: one document each, and beside it what is said. `npm run golden` writes it again. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { complete } from '../src/config/resolve.js';
import { generate } from '../src/generate.js';
import { line } from './golden/cases.js';

const folder = 'test/cases/invalid';

test.each(readdirSync(folder).sort())('%s', async (mistake) => {
  const input = `${folder}/${mistake}/openapi.yaml`;
  const { files, diagnostics } = await generate(complete({ input, output: 'output' }));
  await expect(diagnostics.map(line).join('')).toMatchFileSnapshot(`../${folder}/${mistake}/diagnostics.txt`);
  expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set([input]));
  // What is not refused is repaired or left out, and says that.
  const refused = diagnostics.some(({ level }) => level === 'error');
  expect(refused || diagnostics.some(({ level }) => level === 'warning')).toBe(true);
  expect(files.length === 0).toBe(refused);
});
