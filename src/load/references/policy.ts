/**
 * What a reference may read: files below the folder of the main document, or below folders that the config names; hosts that the
 * config names. Everything else is refused before anything is opened or connected to, with a sentence that says why.
 */
import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Options } from '../../options.js';
import { type Fetched, fetchBytes, refuse } from './fetch.js';

export interface Policy {
  readonly options: Options;
  readonly cwd: string;
  /** Where the main document was found. */
  readonly uri: string;
  /** False for standard input and parsed documents, which have no folder. */
  readonly hasFolder: boolean;
}

/** Why the text of a reference is refused wherever it leads; undefined where it may go on. */
export function refuseText(reference: string): string | undefined {
  if (/^file:/i.test(reference)) return 'is not read: file: URLs never are; use a relative path';
  if (/^[a-z]:[\\/]/i.test(reference) || /^[\\/]/.test(reference))
    return 'is not read: absolute paths never are; use a relative path';
  return undefined;
}

export async function readReferenced(uri: string, policy: Policy): Promise<Fetched> {
  if (uri.startsWith('file:')) return readFileBelow(uri, policy);
  if (/^https?:/.test(uri)) {
    const { hosts, timeout } = policy.options.references;
    const own = isBelow(uri, policy.uri) ? [new URL(policy.uri).host] : [];
    return fetchBytes(uri, { hosts: [...hosts, ...own], timeout, size: policy.options.limits.size });
  }
  return { problem: refuse(uri, { hosts: [] }) ?? 'is not read' };
}

/** Of a document that was fetched: the same host, and not above its folder. */
function isBelow(uri: string, main: string): boolean {
  return /^https?:/.test(main) && uri.startsWith(new URL('.', main).href);
}

async function readFileBelow(uri: string, { options, cwd, uri: main, hasFolder }: Policy): Promise<Fetched> {
  if (new URL(uri).host !== '') return { problem: 'is not read: paths on other machines never are' };
  let path: string;
  try {
    path = fileURLToPath(uri);
  } catch {
    return { problem: 'is no path of a file' };
  }
  const folders = [
    ...(hasFolder && main.startsWith('file:') ? [dirname(fileURLToPath(main))] : []),
    ...options.references.folders.map((folder) => resolve(cwd, folder)),
  ];
  const outside = 'is not read: it is outside the folder of the document and of `references.folders`';
  if (!folders.some((folder) => contains(folder, path))) return { problem: outside };
  try {
    // Symbolic links count for where they lead.
    const real = await realpath(path);
    const roots = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
    if (!roots.some((root) => contains(root, real))) return { problem: outside };
    // Pipes and devices are not opened at all; not blocking, in case it becomes one in between.
    if (!(await stat(real)).isFile()) return { problem: NO_FILE };
    const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await file.stat();
      if (!found.isFile()) return { problem: NO_FILE };
      if (found.size > options.limits.size) {
        return { problem: `is larger than ${options.limits.size} bytes; \`limits.size\` raises the limit` };
      }
      return { bytes: await file.readFile(), url: uri };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'names a file that does not exist', isAbsent: true };
    return { problem: `cannot be read${code ? ` (${code})` : ''}` };
  }
}

const NO_FILE = 'is not read: it is no regular file';

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
