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

/** Changes when a file in one of the folders does: names, sizes and times of change. Undefined where one is missing. */
export function fingerprint(folders: readonly string[]): string | undefined {
  const lines: string[] = [];
  try {
    for (const folder of folders) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        const { size, mtimeMs } = statSync(join(folder, name));
        lines.push(`${name} ${size} ${mtimeMs}`);
      }
    }
  } catch {
    return undefined;
  }
  return hashOf(lines.join('\n'));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
