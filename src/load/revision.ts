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
  readonly text: string;
}

/** `REV:path`, where no file of that name exists. A URL is none, nor is a path with a drive letter. */
export function parseRevision(input: string, cwd: string): Revision | undefined {
  const [, name, path] = /^([^:]{2,}|@):(.+)$/.exec(input) ?? [];
  if (name === undefined || path === undefined || path.startsWith('//') || existsSync(resolve(cwd, input))) return undefined;
  return { name, path };
}

/** The document and, where it refers to other files, the JSON and YAML files beside and below it. A problem is a clause. */
export async function readRevision(
  { name, path }: Revision,
  cwd: string,
): Promise<{ readonly document: string; readonly files: readonly RevisionFile[] } | { readonly problem: string }> {
  // `./` and `../` are relative to the working directory, as everywhere in git.
  const prefix = path.startsWith('.') ? await git(cwd, 'rev-parse', '--show-prefix') : { text: '' };
  if ('problem' in prefix) return prefix;
  const document = posix.normalize(posix.join(prefix.text.trim(), path));
  const main = await show(cwd, name, document);
  if ('problem' in main) return main;
  const files: RevisionFile[] = [{ path: document, text: main.text }];
  if (!/["']?\$ref["']?\s*:\s*["']?[^#"'\s]/.test(main.text)) return { document, files };

  const folder = posix.dirname(document);
  const listed = await git(
    cwd,
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    '--full-tree',
    '--end-of-options',
    name,
    ...(folder === '.' ? [] : [`${folder}/`]),
  );
  if ('problem' in listed) return listed;
  for (const other of listed.text.split('\0')) {
    if (other === document || !/\.(?:ya?ml|json)$/i.test(other)) continue;
    const file = await show(cwd, name, other);
    if ('text' in file) files.push({ path: other, text: file.text });
  }
  return { document, files };
}

function show(cwd: string, name: string, path: string): Promise<Answer> {
  return git(cwd, 'cat-file', 'blob', '--end-of-options', `${name}:${path}`);
}

type Answer = { readonly text: string } | { readonly problem: string };

async function git(cwd: string, ...args: readonly string[]): Promise<Answer> {
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd, maxBuffer: 512 * 2 ** 20, encoding: 'utf8' });
    return { text: stdout };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { problem: 'git is not installed' };
    const said = error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : String(error);
    return {
      problem:
        said
          .trim()
          .split('\n')[0]
          ?.replace(/^fatal: /, '') ?? 'git failed',
    };
  }
}
