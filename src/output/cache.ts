/** A cache beside the project: its loss costs time and nothing else, so nothing here fails. */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { hashOf } from './folder.js';

/** `node_modules/.cache/specwright` of the project that `cwd` is in, else the user's cache folder. Undefined where there is neither. */
export function cacheFolder(cwd: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (isFolder(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'specwright');
    if (folder === dirname(folder)) break;
  }
  const home = env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || (homedir() && join(homedir(), '.cache'));
  return home ? join(home, 'specwright') : undefined;
}

export function readCached(folder: string, key: string): string | undefined {
  try {
    return readFileSync(join(folder, `${key}.json`), 'utf8');
  } catch {
    return undefined;
  }
}

export function writeCached(folder: string, key: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `${key}.json`);
    // The name is made of the content, so that two runs at once write the same or different files.
    const beside = `${path}.${hashOf(text).slice(0, 16)}`;
    writeFileSync(beside, text, { mode: 0o600 });
    renameSync(beside, path);
  } catch {
    // The next run works as if it were the first.
  }
}

/** Changes when one of the files, or a file in one of the folders, does: path, size and time of change. Undefined where one is missing. */
export function fingerprint(paths: readonly string[]): string | undefined {
  try {
    return hashOf(paths.flatMap(linesOf).join('\n'));
  } catch {
    return undefined;
  }
}

/** `readdirSync` with `recursive` takes several times as long, and this is in the way of every run. */
function linesOf(path: string): readonly string[] {
  const stats = statSync(path);
  if (stats.isDirectory()) {
    return readdirSync(path)
      .sort()
      .flatMap((name) => linesOf(`${path}/${name}`));
  }
  return [`${path} ${stats.size} ${stats.mtimeMs}`];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
