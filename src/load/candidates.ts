/** OpenAPI documents near a folder, for the question which one is meant. A guess: only the beginning of a file is looked at. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnits } from '../model/node.js';

const folders: readonly string[] = ['', 'spec', 'specs', 'openapi', 'api', 'docs'];

/** Relative paths with `/`, the nearest first. */
export function findDocuments(cwd: string): readonly string[] {
  return folders.flatMap((folder) =>
    namesIn(join(cwd, folder))
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter((path) => /^\s*\{?\s*["']?(?:openapi|swagger)["']?\s*:/m.test(beginning(join(cwd, path)))),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return (
      readdirSync(folder)
        .filter((name) => /\.(?:ya?ml|json)$/i.test(name))
        // Of anything else, a pipe say, reading might never come to an end.
        .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
        .sort(byCodeUnits)
    );
  } catch {
    return [];
  }
}

function beginning(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(4096);
      return bytes.toString('utf8', 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
