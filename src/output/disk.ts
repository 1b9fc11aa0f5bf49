/** Steps on the disk that `write.ts` is made of. Each throws what the operating system says. */
import { closeSync, fsyncSync, mkdirSync, openSync, rmdirSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './folder.js';

/**
 * Makes a folder and those above it; gives the uppermost that was made. `mkdirSync` with `recursive` is not used: where a
 * file system refuses with ENOENT, as /proc does, it goes on for ever.
 */
export function makeFolder(path: string): string | undefined {
  try {
    return makeOne(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    const above = makeFolder(dirname(path));
    const made = makeOne(path);
    return above ?? made;
  }
}

function makeOne(path: string): string | undefined {
  try {
    mkdirSync(path);
    return path;
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && statSync(path).isDirectory()) return undefined;
    throw error;
  }
}

/** Removes folders that became empty, from `path` upwards, short of `stop`. */
export function removeEmpty(path: string, stop: string): void {
  for (let folder = path; folder !== stop && folder.length > stop.length; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** Writes a new file and waits until the disk has it. */
export function writeThrough(path: string, text: string): void {
  // `wx`: a link of this name is not written through.
  const file = openSync(path, 'wx', 0o644);
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the renames in a folder last. Not every system can sync a folder; those that cannot order their renames themselves. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The output is complete; only its survival of a power cut in the next seconds is less sure.
  }
}
