/** A folder for one test: files in, files out. */
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Finding } from '../../src/diagnostics.js';
import type { Folder } from '../../src/output/folder.js';
import type { Maker } from '../../src/output/manifest.js';
import { type Plan, plan } from '../../src/output/plan.js';
import { recover, type Written, write } from '../../src/output/write.js';

export type Files = Readonly<Record<string, string>>;

export const maker: Maker = { version: '1.0.0', settings: {} };

/** An empty folder and, inside it, the place of an output that is not there yet. */
export function temporary(): { readonly root: string; readonly out: Folder } {
  const root = mkdtempSync(join(tmpdir(), 'specwright-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return { root, out: { path: join(root, 'out'), name: 'out' } };
}

export function put(folder: Folder, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
}

/** What is there, without the manifest; a link as where it leads to. */
export function read(folder: Folder): Files {
  if (!existsSync(folder.path)) return {};
  const paths = readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.flatMap((path) => {
      const stats = lstatSync(join(folder.path, path));
      if (stats.isDirectory() || path === '.specwright.json') return [];
      return [[path, stats.isSymbolicLink() ? 'a link' : readFileSync(join(folder.path, path), 'utf8')]];
    }),
  );
}

export const generated = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));

export async function planFor(
  folder: Folder,
  files: Files,
  changes: { readonly maker?: Maker; readonly force?: boolean } = {},
): Promise<Plan> {
  const { plan: made, findings } = await tryPlan(folder, files, changes);
  if (!made) throw new Error(findings.map(({ message }) => message).join('\n'));
  return made;
}
export function tryPlan(
  folder: Folder,
  files: Files,
  { maker: by = maker, force = false }: { readonly maker?: Maker; readonly force?: boolean } = {},
) {
  return plan({ folder, files: generated(files), maker: by, replaceForeign: force, keepLayout: !force });
}

/** Plans and writes, as `generate` does. */
export async function generate(
  folder: Folder,
  files: Files,
  changes: { readonly force?: boolean } = {},
): Promise<Written & { readonly findings: readonly Finding[] }> {
  const recovered = recover(folder);
  const { plan: made, findings } = await tryPlan(folder, files, changes);
  if (!made) return { written: [], removed: [], findings: [...recovered, ...findings] };
  const { value, findings: failures } = write(made);
  return { ...value, findings: [...recovered, ...failures] };
}
