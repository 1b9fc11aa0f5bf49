import { lstatSync, writeFileSync } from 'node:fs';
import { errorCode, reasonOf } from './folder.js';

/** Writes a file that is not there yet. The reason as a clause where that fails. */
export function createFile(path: string, text: string): string | undefined {
  try {
    // `wx`: neither an existing file nor a link of this name is written to.
    writeFileSync(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return reasonOf(code);
  }
}

export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
