/** Pairs of documents with a program that calls the client of the old one: the verdict `source` is the compiler's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { failures } from './compiling.js';
import { lines, reviewOf } from './sides.js';

const folder = fileURLToPath(new URL('./pairs/', import.meta.url));
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const failed: Record<'old' | 'new', ReadonlyMap<string, string>> = { old: new Map(), new: new Map() };

beforeAll(async () => {
  for (const side of ['old', 'new'] as const) {
    const programs = names.map((name) => ({
      name,
      spec: join(folder, name, `${side}.yaml`),
      consumer: readFileSync(join(folder, name, 'consumer.ts'), 'utf8'),
    }));
    failed[side] = await failures(join(folder, `.${side}`), programs);
  }
});

test.each(names)('%s', async (name) => {
  expect(failed.old.get(name), 'the consumer compiles against the old client').toBeUndefined();
  const report = await reviewOf(join(folder, name, 'old.yaml'), join(folder, name, 'new.yaml'));
  const breaks = report.changes.some((change) => change.source && change.level === 'breaking');
  expect(breaks, failed.new.get(name) ?? 'it compiles against the new client').toBe(failed.new.has(name));
  await expect(`${[...lines(report), `semver: ${report.semver}`].join('\n')}\n`).toMatchFileSnapshot(
    join(folder, name, 'review.txt'),
  );
});
