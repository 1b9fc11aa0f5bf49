/** What an installation brings along: exact versions, and nothing that runs by being installed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Names = Readonly<Record<string, string>>;
const manifest: { dependencies: Names; devDependencies: Names; scripts: Names } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const lock: { packages: Readonly<Record<string, { dev?: boolean; hasInstallScript?: boolean; integrity?: string }>> } =
  JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

test('every dependency is pinned', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('every package is held to its contents', () => {
  expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
});

test('nothing that comes with the package runs when it is installed', () => {
  expect(installed.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev).map(([path]) => path)).toEqual([]);
  expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});
