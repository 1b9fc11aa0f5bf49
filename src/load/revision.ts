/** Documents as a revision of git has them. Read-only: nothing is checked out, and no hook or filter of the repository runs. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface Revision {
  /** As git takes it: a tag, a branch, `HEAD~1`. */
  readonly name: string;
  /** Of the document, relative to the root of the repository. */
  readonly path: string;
}

/** A file of the document as the revision has it. */
export interface RevisionFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Revised {
  /** The path of the document, as all others relative to the root of the repository. */
  readonly document: string;
  readonly files: readonly RevisionFile[];
  /** Of the working directory, with `/` at its end; empty where it is the root. */
  readonly prefix: string;
}

/** `REV:path`, where no file of that name exists. A URL is none, nor is a path with a drive letter. */
export function parseRevision(input: string, cwd: string): Revision | undefined {
  const [, name, path] = /^([^:]{2,}|@):(.+)$/.exec(input) ?? [];
  if (name === undefined || path === undefined || path.startsWith('//') || existsSync(resolve(cwd, input))) return undefined;
  return { name, path };
}

/**
 * The document and, where it refers to other files, those beside and below it and in `folders`: all JSON and YAML, and what else is
 * referred to by name. `folders` are relative to the working directory. A problem is a clause.
 */
export async function readRevision(
  { name, path }: Revision,
  cwd: string,
  folders: readonly string[],
): Promise<Revised | { readonly problem: string }> {
  const shown = await git(cwd, 'rev-parse', '--show-prefix');
  if ('problem' in shown) return shown;
  const prefix = textOf(shown).trim();
  // `./` and `../` are relative to the working directory, as everywhere in git.
  const document = posix.normalize(path.startsWith('.') ? posix.join(prefix, path) : path);
  const main = await show(cwd, name, document);
  if ('problem' in main) return main;
  const files: RevisionFile[] = [{ path: document, bytes: main.bytes }];
  let named = referencesIn(textOf(main));
  if (named.size === 0) return { document, files, prefix };

  const places = [posix.dirname(document), ...folders.map((folder) => posix.join(prefix, folder.replaceAll('\\', '/')))];
  const listed = await git(
    cwd,
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    '--full-tree',
    '--end-of-options',
    name,
    ...pathspecs(places),
  );
  if ('problem' in listed) return listed;
  const others = new Set(textOf(listed).split('\0'));
  others.delete(document);
  // What is read can refer to more.
  while (named.size > 0) {
    const found = new Set<string>();
    for (const other of others) {
      if (!/\.(?:ya?ml|json)$/i.test(other) && !named.has(posix.basename(other))) continue;
      others.delete(other);
      const file = await show(cwd, name, other);
      if ('problem' in file) continue;
      files.push({ path: other, bytes: file.bytes });
      for (const reference of referencesIn(textOf(file))) found.add(reference);
    }
    named = found;
  }
  return { document, files, prefix };
}

/** Folders outside of the repository are not asked for; the root is asked for by naming none. */
function pathspecs(places: readonly string[]): readonly string[] {
  const inside = places.map((place) => posix.normalize(place)).filter((place) => !/^(?:\.\.(?:\/|$)|\/)/.test(place));
  return inside.includes('.') || inside.includes('./') ? [] : inside.map((place) => `${place.replace(/\/$/, '')}/`);
}

/** The names of the files that a text refers to, without their folders. */
function referencesIn(text: string): ReadonlySet<string> {
  const found = text.matchAll(/["']?\$ref["']?\s*:\s*["']?([^#"'\s]+)/g);
  return new Set(Array.from(found, ([, target = '']) => posix.basename(decoded(target))));
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function show(cwd: string, name: string, path: string): Promise<Answer> {
  return git(cwd, 'cat-file', 'blob', '--end-of-options', `${name}:${path}`);
}

type Answer = { readonly bytes: Uint8Array } | { readonly problem: string };

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes);

async function git(cwd: string, ...args: readonly string[]): Promise<Answer> {
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd, maxBuffer: 512 * 2 ** 20, encoding: 'buffer' });
    return { bytes: stdout };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { problem: 'git is not installed' };
    const said =
      error instanceof Error && 'stderr' in error && error.stderr instanceof Uint8Array
        ? textOf({ bytes: error.stderr })
        : String(error);
    return {
      problem:
        said
          .trim()
          .split('\n')[0]
          ?.replace(/^fatal: /, '') ?? 'git failed',
    };
  }
}
