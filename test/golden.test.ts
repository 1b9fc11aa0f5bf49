/** The output is what it was: names and contents. `npm run golden` writes it again; in CI nothing is ever written. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goldens, listed, produce } from './golden/cases.js';

test.each(goldens)('$name', async (golden) => {
  const { files, diagnostics } = await produce(golden);
  for (const { path, text } of files) await expect(text).toMatchFileSnapshot(`../${golden.output}/${path}`);
  if (diagnostics !== '' || existsSync(golden.diagnostics))
    await expect(diagnostics).toMatchFileSnapshot(`../${golden.diagnostics}`);
  // A file that is missing has failed above, or is about to be written.
  const made = new Set(files.map(({ path }) => path));
  expect(listed(golden.output).filter((path) => !made.has(path))).toEqual([]);
});
