/** The two documents of `diff`: files, URLs or revisions of git, read with the same options. */
import { isAbsolute, posix, resolve } from 'node:path';
import { diagnose } from '../diagnose.js';
import type { Diagnostic } from '../diagnostics.js';
import { checkFormalities } from '../load/formalities.js';
import { load } from '../load/index.js';
import { parseRevision, type Revised, readRevision } from '../load/revision.js';
import { buildApi } from '../model/build.js';
import type { Options } from '../options.js';
import { withTemporaryFolder } from '../output/temporary.js';
import type { GeneratedFile } from '../print/file.js';
import type { ReviewSide } from '../review/index.js';
import type { Pipeline } from './pipeline.js';
import type { Terminal } from './terminal.js';

export interface Side {
  /** Undefined where the document cannot be read. */
  readonly side: ReviewSide | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What it becomes; empty where nobody asked, or where it has errors. */
  readonly files: readonly GeneratedFile[];
}

/** `pipeline`: generates too. */
export async function readSide(
  options: Options,
  input: string,
  terminal: Terminal,
  pipeline: Pipeline | undefined,
): Promise<Side> {
  const revision = parseRevision(input, terminal.cwd);
  if (!revision) return readFrom(terminal.cwd, { ...options, input }, terminal, pipeline);
  const found = await readRevision(revision, terminal.cwd, options.references.folders);
  if ('problem' in found) {
    const message = `git does not give it: ${found.problem}`;
    const diagnostic: Diagnostic = {
      code: 'unreadable-document',
      level: 'error',
      message,
      file: input,
      line: 1,
      column: 1,
      pointer: '#',
    };
    return { side: undefined, diagnostics: [diagnostic], files: [] };
  }
  // The folder stands for the root of the repository, so that places are named as they are there.
  const settings = { ...options, ...placedIn(found, options, terminal.cwd), input: found.document };
  return withTemporaryFolder(found.files, (folder) => readFrom(folder, settings, terminal, pipeline));
}

/** The paths of the config, of which the folders are those of the revision, and the overlays the present ones. */
function placedIn({ prefix }: Revised, { overlays, references }: Options, cwd: string): Pick<Options, 'overlays' | 'references'> {
  const folders = references.folders.map((folder) => {
    const inside = posix.join(prefix, folder.replaceAll('\\', '/'));
    return isAbsolute(folder) || inside.startsWith('..') ? resolve(cwd, folder) : inside;
  });
  const isUrl = (where: string): boolean => /^https?:\/\//i.test(where);
  return {
    references: { ...references, folders },
    overlays: overlays.map((overlay) => (isUrl(overlay) ? overlay : resolve(cwd, overlay))),
  };
}

async function readFrom(cwd: string, options: Options, { readStdin }: Terminal, pipeline: Pipeline | undefined): Promise<Side> {
  const { source, findings } = await load(options, cwd, readStdin);
  if (!source) return { side: undefined, diagnostics: diagnose(findings, undefined, options), files: [] };
  const { value: api, findings: ofModel } = buildApi(source, options);
  const generated = await pipeline?.(options, { cwd, readStdin });
  return {
    side: { api, source },
    diagnostics: diagnose([...findings, ...checkFormalities(source), ...ofModel], source, options),
    files: generated?.files ?? [],
  };
}
