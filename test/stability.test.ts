/** A year of a real document: how much of the output a change of the document touches. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { complete } from '../src/config/resolve.js';
import { generate } from '../src/generate.js';
import { describeShared, shared } from './shared.js';

interface Version {
  readonly kind: string;
  /** One value a line, in the order of keys: a line of the original may hold a whole operation. */
  readonly document: string;
  readonly files: ReadonlyMap<string, string>;
}

describeShared('the history of a real document', () => {
  const versions: Version[] = [];

  beforeAll(async () => {
    const folder = shared('specs/gcore-iam-history');
    const kinds: readonly { readonly kind: string }[] = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    for (const [i, name] of names.sort().entries()) {
      const { files } = await generate(complete({ input: `${folder}/${name}`, output: 'out' }));
      versions.push({
        kind: kinds[i]?.kind ?? '',
        document: JSON.stringify(sorted(parse(readFileSync(`${folder}/${name}`, 'utf8'))), null, 1),
        files: new Map(files.map(({ path, text }) => [path, text])),
      });
    }
  }, 300_000);

  const pairs = (): (readonly [Version, Version])[] =>
    versions.flatMap((after, i) => {
      const before = versions[i - 1];
      return before ? [[before, after] as const] : [];
    });

  test('order and layout change nothing', () => {
    const alike = pairs().filter(([, { kind }]) => kind !== 'change');
    expect(alike.length).toBeGreaterThan(1);
    for (const [before, after] of alike) expect(after.files).toEqual(before.files);
  });

  test('lines of output for each line of the document', () => {
    const ratios = pairs().map(([before, after]) => {
      const output = [...new Set([...before.files.keys(), ...after.files.keys()])]
        .map((path) => changed(before.files.get(path) ?? '', after.files.get(path) ?? ''))
        .reduce((a, b) => a + b, 0);
      return output / Math.max(1, changed(before.document, after.document));
    });
    ratios.sort((a, b) => a - b);
    const at = (share: number): number => ratios[Math.ceil(share * ratios.length) - 1] ?? Number.NaN;
    expect(at(0.5)).toBeLessThanOrEqual(1.5);
    // A member that becomes required is a line of the document; it is one in the type, two in the validator and one in `paths.ts`.
    expect(at(0.95)).toBeLessThanOrEqual(9);
  }, 300_000);
});

/** Lines that only one of both has. */
function changed(before: string, after: string): number {
  if (before === after) return 0;
  const balance = new Map<string, number>();
  for (const line of before.split('\n')) balance.set(line, (balance.get(line) ?? 0) + 1);
  for (const line of after.split('\n')) balance.set(line, (balance.get(line) ?? 0) - 1);
  return [...balance.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
