/** Single files outside of an output folder: a config, a changelog. */
import { lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeThrough } from './disk.js';
import { errorCode, reasonOf } from './folder.js';

/** Writes a file that is not there yet. The reason as a clause where that fails. */
export function createFile(path: string, text: string): string | undefined {
  // `wx`: neither an existing file nor a link of this name is written to.
  return reasonOfFailure(() => writeFileSync(path, text, { flag: 'wx' }));
}

/** Puts a text in the place of a file, or where there is none. Other readers see the old text or the new one. */
export function replaceFile(path: string, text: string): string | undefined {
  const beside = `${path}.specwright-writing`;
  return reasonOfFailure(() => {
    rmSync(beside, { force: true });
    try {
      writeThrough(beside, text);
      renameSync(beside, path);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}

export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Neither where there is no such file; the reason as a clause where it cannot be read. */
export function readIfThere(path: string): { readonly text?: string; readonly reason?: string } {
  let text = '';
  if (!exists(path)) return {};
  const reason = reasonOfFailure(() => {
    text = readFileSync(path, 'utf8');
  });
  if (reason === undefined) return { text };
  return { reason: statSync(path, { throwIfNoEntry: false }) ? reason : 'a link that leads nowhere stands there' };
}

function reasonOfFailure(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return reasonOf(code);
  }
}
