/** Every class of change: `docs/changes.md` is what the review says of each, and its `source` is the compiler's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesPage, type Judged } from '../../scripts/docs/changes.js';
import { classes } from './classes/index.js';
import type { ChangeClass } from './classes/words.js';
import { failures } from './compiling.js';
import { document, reviewOf } from './sides.js';

const folder = mkdtempSync(join(tmpdir(), 'specwright-classes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = classes.flatMap(([heading, members]) =>
  members.map((one, i) => ({ ...one, heading, name: `${heading.replace(/\W+/g, '-')}-${i}` })),
);
const failed: Record<'old' | 'is', ReadonlyMap<string, string>> = { old: new Map(), is: new Map() };

beforeAll(async () => {
  for (const side of ['old', 'is'] as const) {
    const programs = rows.flatMap((row) => {
      if (row.consumer === undefined) return [];
      const spec = join(folder, `${row.name}.${side}.json`);
      writeFileSync(spec, JSON.stringify(document(row[side])));
      return [{ name: row.name, spec, consumer: row.consumer }];
    });
    failed[side] = await failures(join(folder, side), programs);
  }
});

const judge = async (one: ChangeClass): Promise<Judged> => {
  const { changes } = await reviewOf(document(one.old), document(one.is));
  return { ...one, changes };
};

test.each(rows.map((row) => [`${row.heading}: ${row.change}`, row] as const))('%s', async (_title, row) => {
  expect(failed.old.get(row.name), 'the program compiles beside the old client').toBeUndefined();
  if (row.consumer === undefined) return;
  const { changes } = await judge(row);
  const breaks = changes.some(({ level, source }) => level === 'breaking' && source);
  expect(breaks, failed.is.get(row.name) ?? 'it compiles beside the new client').toBe(failed.is.has(row.name));
});

test('docs/changes.md says what the review says', async () => {
  const sections: [string, Judged[]][] = [];
  for (const [heading, members] of classes) {
    const judged: Judged[] = [];
    for (const one of members) judged.push(await judge(one));
    sections.push([heading, judged]);
  }
  await expect(changesPage(sections)).toMatchFileSnapshot('../../docs/changes.md');
});

test('no class is named twice in one place', () => {
  for (const [, members] of classes) expect(new Set(members.map(({ change }) => change)).size).toBe(members.length);
});
