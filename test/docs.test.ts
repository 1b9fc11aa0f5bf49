/** The pages that are made from the sources. `npm run golden` writes them again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configurationPage } from '../scripts/docs/configuration.js';
import { diagnosticsPage } from '../scripts/docs/diagnostics.js';
import { diffPage } from '../scripts/docs/diff.js';
import { repairs, repairsPage, standardOf } from '../scripts/docs/repairs.js';
import { allRules, isRule, ledgers } from '../src/cli/rules.js';

test.each([
  ['diagnostics', diagnosticsPage],
  ['configuration', configurationPage],
  ['repairs', repairsPage],
  ['diff', diffPage],
])('docs/%s.md says what the sources say', async (name, page) => {
  await expect(page()).toMatchFileSnapshot(`../docs/${name}.md`);
});

describe('the ledger', () => {
  test('has every rule of every stage', () => {
    // The review's rules are of another kind: they say what changed, not what is found.
    const others = ['src/cli/rules.ts', 'src/review/rules.ts'];
    const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((path) => `src/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('/rules.ts'));
    expect(Object.keys(ledgers).sort()).toEqual(found.filter((path) => !others.includes(path)).sort());
  });
  test('says one thing with each code', () => {
    for (const ledger of Object.values(ledgers)) {
      for (const rule of Object.values(ledger).filter(isRule)) {
        expect(rule.code).toMatch(/^[a-z][a-z0-9.]*(-[a-z0-9.]+)*$/);
        expect(allRules().find(({ code }) => code === rule.code)?.level).toBe(rule.level);
        for (const text of [rule.summary, rule.action, rule.remedy]) expect(text).toMatch(/[.)]$/);
      }
    }
  });
});

describe('repairs', () => {
  test.each(repairs.map((repair) => [repair.option, repair] as const))(
    '%s exists, with its diagnostics',
    (option, { codes, choices }) => {
      const standard = standardOf(option);
      expect(Object.keys(choices)).toContain(typeof standard === 'string' ? standard : JSON.stringify(standard));
      const known = allRules().map(({ code }) => code);
      for (const code of codes) expect(known).toContain(code);
    },
  );
});

test('the README names tests that there are, and one for each thing that it says is covered', () => {
  const text = readFileSync('README.md', 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
  const [, covers = ''] = /\n## What it covers\n(.*?)\n## /s.exec(text) ?? [];
  const rows = covers.split('\n').filter((line) => /^\| (?!of a call|---)/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((row) => !/\]\((test|scripts)\//.test(row))).toEqual([]);
});

test('every option has a comment', () => {
  const rows = configurationPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((line) => /\|\s+\|$/.test(line))).toEqual([]);
});
