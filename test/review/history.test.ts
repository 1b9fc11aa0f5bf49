/** A year of a real document, 46 changes of it: what the review says of each, to be read. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeShared, shared } from '../shared.js';
import { lines, reviewOf } from './sides.js';

const golden = fileURLToPath(new URL('./history.txt', import.meta.url));

describeShared('the history of a real document', () => {
  test('reads like the truth', async () => {
    const folder = shared('specs/gcore-iam-history');
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort();
    const out: string[] = [];
    for (const [i, file] of files.entries()) {
      const before = files[i - 1];
      if (before === undefined) continue;
      const report = await reviewOf(`${folder}/${before}`, `${folder}/${file}`);
      out.push(
        `${before} → ${file}: contract ${report.contract}, ${report.semver}`,
        ...lines(report).map((line) => `  ${line}`),
        '',
      );
    }
    await expect(out.join('\n')).toMatchFileSnapshot(golden);
  });
});
