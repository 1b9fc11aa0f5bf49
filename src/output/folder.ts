/** The output folder as the file system has it. Nothing here follows a symbolic link. */
import { createHash } from 'node:crypto';
import { type BigIntStats, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding, Rule } from '../diagnostics.js';

export interface Folder {
  /** Absolute. */
  readonly path: string;
  /** As the user wrote it, for messages. */
  readonly name: string;
}

export type Entry = 'absent' | 'file' | 'folder' | 'link' | 'other';

/** What stands at a path, relative to the folder. A link or a file on the way to it is given with its own path. */
export function entryAt(folder: Folder, path: string): { readonly entry: Entry; readonly path: string } {
  const steps = path === '' ? [] : path.split('/');
  for (let i = 0; i < steps.length; i++) {
    const upTo = steps.slice(0, i + 1).join('/');
    const entry = kindOf(join(folder.path, upTo));
    if (i === steps.length - 1 || entry === 'absent') return { entry, path: entry === 'absent' ? path : upTo };
    if (entry !== 'folder') return { entry: entry === 'file' ? 'other' : entry, path: upTo };
  }
  return { entry: kindOf(folder.path), path };
}

function kindOf(path: string): Entry {
  const stats = statOf(path);
  if (!stats) return 'absent';
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'other';
}

/** Undefined where nothing is. A file in place of a parent folder means the same. */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** True where two spellings name one file, as on file systems that ignore case. */
export function isSameFile(folder: Folder, a: string, b: string): boolean {
  const [x, y] = [statOf(join(folder.path, a)), statOf(join(folder.path, b))];
  return x !== undefined && y !== undefined && x.ino === y.ino && x.dev === y.dev;
}

/** The nearest existing ancestor of the folder, itself included. */
export function nearestExisting(folder: Folder): { readonly path: string; readonly entry: Entry } {
  let path = folder.path;
  for (;;) {
    const entry = kindOf(path);
    if (entry !== 'absent' || path === dirname(path)) return { path, entry };
    path = dirname(path);
  }
}

export function readText(folder: Folder, path: string): string {
  return readFileSync(join(folder.path, path), 'utf8');
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Undefined where there is no such file, or it cannot be read. */
export function hashFile(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** A finding that concerns a file of the output instead of a place in the document. */
export function outputFinding(rule: Rule, file: string, message: string): Finding {
  return { rule, at: '', message, position: { file, line: 1, column: 1 } };
}

/** The code of an error that the operating system gave, `ENOSPC`; undefined for every other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  ENOENT: 'no folder can be made there',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'something else stands there',
  EISDIR: 'a folder stands there',
  ERR_FS_EISDIR: 'a folder stands there',
  EBUSY: 'it is in use',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
};

/** The reason of an operating system's error as a clause. */
export function reasonOf(code: string): string {
  return reasons[code] ?? code;
}
