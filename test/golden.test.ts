/** The output is what it was: names and contents. `npm run golden` writes it again; in CI nothing is ever written. */
import { expect, test } from 'vitest';
import { goldens, listed, produce } from './golden/cases.js';

test.each(goldens)('$name', async (golden) => {
  const { files, diagnostics } = await produce(golden);
  for (const { path, text } of files) await expect(text).toMatchFileSnapshot(`../${golden.output}/${path}`);
  await expect(diagnostics).toMatchFileSnapshot(
    `../${golden.output}/../${golden.output.startsWith('test/') ? 'diagnostics.txt' : 'iam.diagnostics.txt'}`,
  );
  expect(listed(golden.output)).toEqual(files.map(({ path }) => path).sort());
});
