/** The main document's bytes: a file, a URL that the user gave, standard input. */
import { readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../diagnostics.js';
import type { Options } from '../options.js';
import { fetchBytes } from './references/fetch.js';
import { unreadableDocument } from './rules.js';
import { tooLarge } from './text/text-file.js';

export interface Input {
  /** As findings name it; never absolute. */
  readonly name: string;
  /** The base of its references. */
  readonly uri: string;
  /** As `inputs` of the source names it: an absolute path or a URL; empty where there is none to watch. */
  readonly path: string;
}

export type Read = { readonly input: Input; readonly bytes: Uint8Array } | { readonly input: Input; readonly finding: Finding };

export async function readInput(
  where: string,
  options: Options,
  cwd: string,
  readStdin: () => Promise<Uint8Array>,
): Promise<Read> {
  if (where === '-') {
    const input = { name: '<stdin>', uri: pathToFileURL(resolve(cwd, '<stdin>')).href, path: '' };
    return { input, bytes: await readStdin() };
  }
  if (/^https?:\/\//i.test(where)) return readUrl(where, options);
  const path = resolve(cwd, where);
  const input = { name: displayName(path, cwd), uri: pathToFileURL(path).href, path };
  const fail = (message: string): Read => ({ input, finding: unreadable(input.name, message) });
  try {
    const found = await stat(path);
    if (found.isDirectory()) return fail('this is a folder; expected a file');
    if (!found.isFile()) return fail('this is no regular file');
    if (found.size > options.limits.size) return { input, finding: tooLarge(input.name, options.limits.size) };
    return { input, bytes: await readFile(path) };
  } catch (error) {
    return fail(reasonOf(error));
  }
}

async function readUrl(url: string, options: Options): Promise<Read> {
  const input = { name: url, uri: url, path: url };
  try {
    const { host, username, password } = new URL(url);
    if (username || password)
      return { input: { ...input, name: '<url>' }, finding: unreadable('<url>', 'a URL with credentials in it is not read') };
    const fetched = await fetchBytes(url, {
      hosts: [host, ...options.references.hosts],
      timeout: options.references.timeout,
      size: options.limits.size,
    });
    if ('problem' in fetched) return { input, finding: unreadable(url, fetched.problem) };
    // After a redirect the document's references are relative to where it was found.
    return { input: { ...input, uri: fetched.url }, bytes: fetched.bytes };
  } catch {
    return { input, finding: unreadable(url, 'this is no URL') };
  }
}

function unreadable(name: string, message: string): Finding {
  return { rule: unreadableDocument, at: '#', message, position: { file: name, line: 1, column: 1 } };
}

/** Relative to the working directory, with `/` on every system. */
export function displayName(path: string, cwd: string): string {
  return relative(resolve(cwd), path).split(sep).join('/') || '.';
}

export function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read';
  return `the file cannot be read${code ? ` (${code})` : ''}`;
}
