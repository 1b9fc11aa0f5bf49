/**
 * What writing would do: the files as they are to be, held against the folder as it is. Reads, never writes.
 * `generate` carries a plan out, `check` reports on it.
 */
import { join, relative } from 'node:path';
import type { Finding } from '../diagnostics.js';
import type { GeneratedFile } from '../print/file.js';
import {
  entryAt,
  errorCode,
  type Folder,
  hashOf,
  isSameFile,
  nearestExisting,
  outputFinding,
  readText,
  reasonOf,
} from './folder.js';
import { isSameButForLayout } from './layout.js';
import { type Maker, type Manifest, manifestName, manifestOf, manifestText, readManifest } from './manifest.js';
import { checkPaths, folded } from './paths.js';
import { outputForeignFile, outputManifestUnreadable, outputNotAFolder, outputUnreadable } from './rules.js';

export type FileState =
  /** Not there. */
  | 'added'
  /** There, and to be different; nobody touched it. */
  | 'changed'
  /** There, and not as it was written last, in more than its layout. */
  | 'edited'
  /** To be different, and not as it was written last: formatted or edited since, which cannot be told any more. */
  | 'changed-and-touched'
  /** There, and not generated here. */
  | 'foreign'
  /** The same but for what a formatter may do: left alone. */
  | 'formatted'
  | 'unchanged';

export interface PlannedFile extends GeneratedFile {
  readonly state: FileState;
  /** SHA-256 (hex) of the text. */
  readonly hash: string;
  /** What is there now. Undefined for `added`. */
  readonly before: string | undefined;
}

export interface Plan {
  readonly folder: Folder;
  /** Without the manifest. */
  readonly files: readonly PlannedFile[];
  /** Files that were once generated, are so no more, and are still there. */
  readonly leftOver: readonly { readonly path: string; readonly text: string; readonly edited: boolean }[];
  readonly manifest: {
    readonly text: string;
    readonly state: 'added' | 'changed' | 'unchanged';
    readonly before: Manifest | undefined;
  };
}

export interface PlanRequest {
  readonly folder: Folder;
  readonly files: readonly GeneratedFile[];
  readonly maker: Maker;
  /** Whether files and links that were not generated here may be replaced. */
  readonly replaceForeign: boolean;
  /** Whether a file that differs in its layout alone is left as it is. */
  readonly keepLayout: boolean;
}

interface Planned {
  readonly plan: Plan | undefined;
  readonly findings: readonly Finding[];
}

/** No plan where there is a finding of level `error`. */
export async function plan(request: PlanRequest): Promise<Planned> {
  try {
    return await planReadable(request);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const { folder } = request;
    const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : folder.path;
    const place = join(folder.name, relative(folder.path, path)).replaceAll('\\', '/');
    const finding = outputFinding(outputUnreadable, place, `this cannot be read: ${reasonOf(code)}`);
    return { plan: undefined, findings: [finding] };
  }
}

/** Throws what the operating system says of a file that cannot be read. */
async function planReadable(request: PlanRequest): Promise<Planned> {
  const { folder, files, maker, replaceForeign } = request;
  const refusals = [...checkFolder(folder), ...checkPaths([...files.map((file) => file.path), manifestName], folder.name)];
  if (refusals.length) return { plan: undefined, findings: refusals };

  const found = readManifest(folder);
  if (found === 'broken' && !replaceForeign) {
    const message = `${manifestName} is not a list of generated files`;
    return { plan: undefined, findings: [outputFinding(outputManifestUnreadable, `${folder.name}/${manifestName}`, message)] };
  }
  const before = typeof found === 'object' ? found : undefined;
  const obstacles = replaceForeign ? folderObstacles(request) : foreignFiles(request, before);
  if (obstacles.length) return { plan: undefined, findings: obstacles };

  const after = manifestOf(files, maker);
  const planned: PlannedFile[] = [];
  for (const file of files) {
    const hash = after.files.get(file.path) ?? hashOf(file.text);
    planned.push({ ...file, hash, ...(await stateOf(file, hash, request, before)) });
  }
  const text = manifestText(after);
  const manifestState =
    found === 'absent' ? 'added' : found !== 'broken' && manifestText(found) === text ? 'unchanged' : 'changed';
  return {
    plan: { folder, files: planned, leftOver: leftOver(request, before), manifest: { text, state: manifestState, before } },
    findings: [],
  };
}

function checkFolder(folder: Folder): readonly Finding[] {
  const { path, entry } = nearestExisting(folder);
  const itself = path === folder.path;
  if (entry === 'folder' || entry === 'absent' || (entry === 'link' && !itself)) return [];
  const what = entry === 'link' ? 'a symbolic link, which is not followed' : 'a file, not a folder';
  return [outputFinding(outputNotAFolder, folder.name, itself ? `this is ${what}` : `a part of this path is ${what}`)];
}

function foreignFiles(request: PlanRequest, before: Manifest | undefined): readonly Finding[] {
  const { folder, files } = request;
  const owned = before ? ownedPaths(before) : undefined;
  return files.flatMap((file) => {
    const { entry, path } = entryAt(folder, file.path);
    if (entry === 'absent') return [];
    const place = `${folder.name}/${path}`;
    if (entry !== 'file')
      return [outputFinding(outputForeignFile, place, `${describe(entry)} stands where ${file.path} is to be written`)];
    if (before?.files.has(path)) return [];
    const spelling = owned?.get(folded(path));
    if (spelling !== undefined && isSameFile(folder, spelling, path)) return [];
    // What an interrupted first run left, or a lost manifest: ours by content.
    if (readText(folder, path) === file.text) return [];
    return [outputFinding(outputForeignFile, place, 'this file was not generated here and would be overwritten')];
  });
}

/** Files and links may be replaced; a folder is never removed to make room. */
function folderObstacles({ folder, files }: PlanRequest): readonly Finding[] {
  return files.flatMap((file) => {
    const { entry, path } = entryAt(folder, file.path);
    const replaceable = entry === 'absent' || (path === file.path && (entry === 'file' || entry === 'link'));
    return replaceable
      ? []
      : [
          outputFinding(
            outputForeignFile,
            `${folder.name}/${path}`,
            `${describe(entry)} stands where ${file.path} is to be written`,
          ),
        ];
  });
}

function describe(entry: 'file' | 'folder' | 'link' | 'other' | 'absent'): string {
  switch (entry) {
    case 'file':
      return 'a file';
    case 'folder':
      return 'a folder';
    case 'link':
      return 'a symbolic link';
    case 'other':
      return 'something that is no folder';
    case 'absent':
      return 'nothing';
    default:
      return entry satisfies never;
  }
}

function ownedPaths(manifest: Manifest): ReadonlyMap<string, string> {
  return new Map([...manifest.files.keys()].map((path) => [folded(path), path]));
}

async function stateOf(
  file: GeneratedFile,
  hash: string,
  { folder, keepLayout }: PlanRequest,
  before: Manifest | undefined,
): Promise<Pick<PlannedFile, 'state' | 'before'>> {
  const { entry } = entryAt(folder, file.path);
  if (entry !== 'file') return { state: 'added', before: undefined };
  const text = readText(folder, file.path);
  if (text === file.text) return { state: 'unchanged', before: text };
  const written = before?.files.get(file.path);
  const state = async (): Promise<FileState> => {
    if (written === hashOf(text)) return 'changed';
    if (keepLayout && (await isSameButForLayout(text, file.text, file.path))) return 'formatted';
    if (written === undefined) return 'foreign';
    return written === hash ? 'edited' : 'changed-and-touched';
  };
  return { state: await state(), before: text };
}

/** A path that is no plain file any more, or that lies behind a link, is not what was written: it stays. */
function leftOver({ folder, files }: PlanRequest, before: Manifest | undefined): Plan['leftOver'] {
  if (!before) return [];
  const produced = new Map(files.map((file) => [folded(file.path), file.path]));
  const out: { path: string; text: string; edited: boolean }[] = [];
  for (const [path, hash] of before.files) {
    const successor = produced.get(folded(path));
    if (successor !== undefined && (successor === path || isSameFile(folder, successor, path))) continue;
    if (entryAt(folder, path).entry !== 'file') continue;
    const text = readText(folder, path);
    out.push({ path, text, edited: hashOf(text) !== hash });
  }
  return out;
}
