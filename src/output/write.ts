/**
 * Carrying a plan out so that the folder holds the old output or the new one, whatever goes wrong.
 *
 * Everything is written beside its place first, in `.specwright-writing/`, and reaches the disk (`fsync`): a full disk is
 * met here, with the old output untouched. Then a journal names what is about to be put where, and only renames follow.
 * What fails among them is undone; what is killed among them is undone by the next run, which finds the journal.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../diagnostics.js';
import { isObject } from '../model/node.js';
import { makeFolder, removeEmpty, syncFolder, writeThrough } from './disk.js';
import { entryAt, errorCode, type Folder, outputFinding, reasonOf, statOf } from './folder.js';
import { manifestName } from './manifest.js';
import { alone, claim, otherAt, type Run } from './owner.js';
import { unsafe } from './paths.js';
import type { Plan } from './plan.js';
import { outputBusy, outputUnwritable } from './rules.js';

const stagingName = '.specwright-writing';
const journalName = 'journal.json';

export interface Written {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

export interface Outcome {
  readonly value: Written;
  readonly findings: readonly Finding[];
}

/** A step of the journal. Its number names its files in the staging folder: `new-3`, `old-3`. */
interface Step {
  readonly path: string;
  /** `replace` keeps the old file until all is done, `create` has none, `remove` has nothing new. */
  readonly kind: 'replace' | 'create' | 'remove';
}

/** Whether a run was interrupted between its renames, so that the folder may hold a mixture until the next `generate`. */
export function isInterrupted(folder: Folder): boolean {
  return statOf(join(folder.path, stagingName, journalName)) !== undefined;
}

/** Undoes what an interrupted run left. To be called before a plan for writing is made. */
export function recover(folder: Folder, run: Run = alone): readonly Finding[] {
  const staging = join(folder.path, stagingName);
  const other = otherAt(staging, run);
  if (other !== undefined) return [busy(folder, other)];
  return attempt(folder, () => {
    const stats = statOf(staging);
    if (!stats) return;
    // A link of this name is not ours, and is not followed.
    if (stats.isDirectory()) rollBack(folder, staging, readJournal(staging));
    rmSync(staging, { recursive: true, force: true });
  });
}

/** See `writeAll`. */
export function write(plan: Plan, run: Run = alone): Outcome {
  const [outcome] = writeAll([plan], run);
  return outcome ?? { value: NOTHING, findings: [] };
}

/**
 * The files that are different are replaced, what is left over is removed; all others keep even their time of change. Several folders
 * are one piece of work: where one of them can't be written, nothing is changed in any. An outcome for each plan, in order.
 */
export function writeAll(plans: readonly Plan[], run: Run = alone): readonly Outcome[] {
  const begun: Writing[] = [];
  const failed = (findings: readonly Finding[], at: Plan): readonly Outcome[] => {
    for (const writing of begun.reverse()) attempt(writing.folder, () => undo(writing));
    return plans.map((plan) => ({ value: NOTHING, findings: plan === at ? findings : [] }));
  };
  for (const plan of plans) {
    const { writing, findings } = begin(plan, run);
    if (findings.length) return failed(findings, plan);
    if (writing) begun.push(writing);
  }
  for (const writing of begun) {
    const findings = attempt(writing.folder, () => replace(writing));
    if (findings.length) return failed(findings, writing.plan);
  }
  const ended = new Map(begun.map((writing) => [writing.plan, attempt(writing.folder, () => finish(writing))]));
  return plans.map((plan) => {
    const findings = ended.get(plan) ?? [];
    return { value: findings.length ? NOTHING : changesOf(plan), findings };
  });
}
const NOTHING: Written = { written: [], removed: [] };

function changesOf({ files, leftOver }: Plan): Written {
  const written = files.filter(({ state }) => state !== 'unchanged' && state !== 'formatted');
  return { written: written.map(({ path }) => path), removed: leftOver.map(({ path }) => path) };
}

/** What a folder is about to become. */
interface Writing {
  readonly plan: Plan;
  readonly folder: Folder;
  readonly staging: string;
  /** The folder that was made for it, the uppermost one. */
  readonly created: string | undefined;
  readonly steps: Step[];
}

/** Makes the staging folder, which one run at a time can, and puts the new files there. No writing where nothing is different. */
function begin(plan: Plan, run: Run): { readonly writing: Writing | undefined; readonly findings: readonly Finding[] } {
  const { folder, files, manifest } = plan;
  const { written, removed } = changesOf(plan);
  const changed = new Set(written);
  const put = files.filter(({ path }) => changed.has(path)).map(({ path, text }) => ({ path, text }));
  // Last, so that the manifest never promises a file that is not there.
  if (manifest.state !== 'unchanged') put.push({ path: manifestName, text: manifest.text });
  if (!put.length && !removed.length) return { writing: undefined, findings: [] };
  const staging = join(folder.path, stagingName);
  let writing: Writing | undefined;
  let other: number | undefined;
  const findings = attempt(folder, () => {
    const created = makeFolder(folder.path);
    try {
      mkdirSync(staging);
    } catch (error) {
      // Since this run looked, another one has begun.
      other = errorCode(error) === 'EEXIST' ? (otherAt(staging, run) ?? 0) : undefined;
      throw error;
    }
    // Removals first: on a file system that ignores case, `Pet.ts` must be gone before `pet.ts` comes.
    writing = { plan, folder, staging, created, steps: removed.map((path) => ({ path, kind: 'remove' })) };
    try {
      claim(staging, run);
      stage(writing, put);
    } catch (error) {
      undo(writing);
      throw error;
    }
  });
  return { writing, findings: other === undefined ? findings : [busy(folder, other)] };
}

function busy(folder: Folder, other: number): Finding {
  const who = other === 0 ? 'another run' : `another run, process ${other},`;
  return outputFinding(outputBusy, folder.name, `${who} is writing here; if there is none, remove ${folder.name}/${stagingName}`);
}

function stage({ folder, staging, steps }: Writing, put: readonly { readonly path: string; readonly text: string }[]): void {
  for (const { path, text } of put) {
    writeThrough(join(staging, `new-${steps.length}`), text);
    const { entry } = entryAt(folder, path);
    // A folder that came there since the plan was made is not put aside: the rename fails on it.
    steps.push({ path, kind: entry === 'file' || entry === 'link' ? 'replace' : 'create' });
  }
}

function replace({ folder, staging, steps }: Writing): void {
  writeThrough(join(staging, 'journal.tmp'), JSON.stringify(steps));
  renameSync(join(staging, 'journal.tmp'), join(staging, journalName));
  for (const [i, step] of steps.entries()) take(folder, staging, step, i);
}

/** From here on there is nothing to undo. */
function finish({ folder, staging, steps }: Writing): void {
  unlinkSync(join(staging, journalName));
  rmSync(staging, { recursive: true, force: true });
  for (const { path, kind } of steps) if (kind === 'remove') removeEmpty(dirname(join(folder.path, path)), folder.path);
  syncFolder(folder.path);
}

/** The folder as it was before. */
function undo({ folder, staging, created }: Writing): void {
  rollBack(folder, staging, readJournal(staging));
  rmSync(staging, { recursive: true, force: true });
  if (created !== undefined) removeEmpty(folder.path, dirname(created));
}

function take(folder: Folder, staging: string, step: Step, i: number): void {
  const path = join(folder.path, step.path);
  const [fresh, old] = [join(staging, `new-${i}`), join(staging, `old-${i}`)];
  switch (step.kind) {
    case 'remove':
      renameSync(path, old);
      return;
    case 'create':
      makeFolder(dirname(path));
      renameSync(fresh, path);
      return;
    case 'replace':
      keep(path, old);
      renameSync(fresh, path);
      return;
    default:
      step.kind satisfies never;
  }
}

/** A second name for the old file, so that its place is never empty; where the file system has no links it is moved. */
function keep(path: string, old: string): void {
  try {
    linkSync(path, old);
  } catch {
    renameSync(path, old);
  }
}

/** Each step that was taken is recognised by what the staging folder still has, so this can be interrupted and repeated. */
function rollBack(folder: Folder, staging: string, steps: readonly Step[]): void {
  for (const [i, step] of steps.entries()) {
    const path = join(folder.path, step.path);
    if (statOf(join(staging, `old-${i}`))) {
      makeFolder(dirname(path));
      renameSync(join(staging, `old-${i}`), path);
    } else if (step.kind === 'create' && !statOf(join(staging, `new-${i}`)) && statOf(path)) {
      unlinkSync(path);
      removeEmpty(dirname(path), folder.path);
    }
  }
}

/** Empty where there is none, or one that no run of ours can have written: a journal moves nothing out of the folder. */
function readJournal(staging: string): readonly Step[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(staging, journalName), 'utf8'));
  } catch {
    return [];
  }
  return Array.isArray(content) && content.every(isStep) ? content : [];
}
function isStep(value: unknown): value is Step {
  if (!isObject(value) || typeof value['path'] !== 'string') return false;
  const { path, kind } = value;
  return unsafe(path) === undefined && (kind === 'replace' || kind === 'create' || kind === 'remove');
}

/** An error of the operating system becomes a finding; every other error is a fault of ours and goes on. */
function attempt(folder: Folder, action: () => void): readonly Finding[] {
  try {
    action();
    return [];
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return [outputFinding(outputUnwritable, folder.name, reasonOf(code))];
  }
}
