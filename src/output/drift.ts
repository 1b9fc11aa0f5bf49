/** What a plan says about the folder as it is: is it what would be written now, and if not, why, and where. */

import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { byCodeUnits, isObject } from '../model/node.js';
import type { Json } from '../model/schema.js';
import { type Maker, type Manifest, manifestName } from './manifest.js';
import type { Plan, PlannedFile } from './plan.js';
import { isInterrupted } from './write.js';

export interface Drift {
  /** As the user wrote it. */
  readonly output: string;
  readonly stale: boolean;
  /** Sentences without a full stop, the nearest cause first. Empty where nothing is stale. */
  readonly reasons: readonly Reason[];
  /** By path; what is as it should be is left out, but for what a formatter changed. */
  readonly files: readonly DriftedFile[];
}

export interface Reason {
  readonly kind: 'missing' | 'interrupted' | 'spec' | 'config' | 'version' | 'edit';
  readonly text: string;
}

export interface DriftedFile {
  readonly path: string;
  readonly state: 'added' | 'changed' | 'removed' | 'edited' | 'formatted';
  /** For `removed`, left over, and for `changed`: whether someone edited or formatted it since. */
  readonly touched: boolean;
  /** From what is there to what would be written; undefined where the text was formatted, and where the limit is reached. */
  readonly diff: string | undefined;
}

export interface DriftLimits {
  /** Lines of diff, of all files together. */
  readonly lines: number;
}

export function driftOf(plan: Plan, maker: Maker, limits: DriftLimits): Drift {
  const files = [...plan.files.flatMap(drifted), ...plan.leftOver.map(leftOver)].sort((a, b) => byCodeUnits(a.path, b.path));
  const reasons = reasonsOf(plan, maker);
  return { output: plan.folder.name, stale: reasons.length > 0, reasons, files: withDiffs(plan, files, limits.lines) };
}

type Undiffed = Omit<DriftedFile, 'diff'>;

function drifted({ path, state }: PlannedFile): readonly Undiffed[] {
  switch (state) {
    case 'unchanged':
      return [];
    case 'added':
    case 'changed':
    case 'formatted':
    case 'edited':
      return [{ path, state, touched: state === 'formatted' || state === 'edited' }];
    case 'changed-and-touched':
      return [{ path, state: 'changed', touched: true }];
    case 'foreign':
      return [{ path, state: 'edited', touched: true }];
    default:
      return state satisfies never;
  }
}

function leftOver({ path, edited }: Plan['leftOver'][number]): Undiffed {
  return { path, state: 'removed', touched: edited };
}

function reasonsOf(plan: Plan, maker: Maker): readonly Reason[] {
  const { manifest, files, leftOver, folder } = plan;
  const reasons: Reason[] = [];
  const before = manifest.before;
  if (isInterrupted(folder))
    reasons.push({ kind: 'interrupted', text: 'a run was interrupted while it wrote; the next `generate` puts it right' });
  if (!before) {
    const nothing = files.every((file) => file.state === 'added');
    const text = nothing
      ? 'nothing was generated here yet'
      : `${manifestName}, the list of the generated files, is missing or is none`;
    return [...reasons, { kind: 'missing', text }];
  }
  const version = before.generator !== maker.version;
  const settings = changedSettings(before.settings, maker.settings);
  if (version) reasons.push({ kind: 'version', text: `the generator is ${maker.version}; ${before.generator} wrote this` });
  if (settings.length) reasons.push({ kind: 'config', text: `the config changed: ${settings.join(', ')}` });
  // With the same version and settings the document alone can have changed what is to be written.
  if (!version && !settings.length && contentChanged(plan, before))
    reasons.push({ kind: 'spec', text: 'the document changed in what it says to callers' });
  const missing = files.filter((file) => file.state === 'added' && before.files.has(file.path));
  if (missing.length)
    reasons.push({
      kind: 'missing',
      text: `${count(missing.length, 'generated file')} ${missing.length === 1 ? 'is' : 'are'} not there`,
    });
  const edited = [
    ...files.filter((file) => file.state === 'edited' || file.state === 'foreign'),
    ...leftOver.filter((file) => file.edited),
  ];
  if (edited.length) reasons.push({ kind: 'edit', text: `${count(edited.length, 'file')} edited by hand` });
  if (!reasons.length && manifest.state !== 'unchanged')
    reasons.push({ kind: 'edit', text: `${manifestName} was edited by hand` });
  return reasons;
}

function contentChanged({ files }: Plan, before: Manifest): boolean {
  const paths = new Set(files.map((file) => file.path));
  if ([...before.files.keys()].some((path) => !paths.has(path))) return true;
  return files.some(({ path, state }) => state === 'changed' || state === 'changed-and-touched' || !before.files.has(path));
}

function changedSettings(before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byCodeUnits);
  return names.flatMap((name) => {
    const [x, y] = [before[name], after[name]];
    if (isDeepStrictEqual(x, y)) return [];
    return [`${name} was ${setting(x)} and is ${setting(y)}`];
  });
}
function setting(value: Json | undefined): string {
  if (value === undefined) return 'the default';
  if (isObject(value) || Array.isArray(value)) return 'another value';
  return JSON.stringify(value);
}

function withDiffs(plan: Plan, files: readonly Undiffed[], limit: number): readonly DriftedFile[] {
  let left = limit;
  return files.map((file) => {
    const diff = file.state === 'formatted' || left <= 0 ? undefined : bounded(patchOf(plan, file), left);
    left -= diff?.split('\n').length ?? 0;
    return { ...file, diff };
  });
}

function patchOf({ folder, files, leftOver }: Plan, { path }: Undiffed): string {
  const file = files.find((planned) => planned.path === path);
  // A checkout with CRLF is no change of every line.
  const before = (file ? file.before : leftOver.find((old) => old.path === path)?.text)?.replaceAll('\r\n', '\n');
  const name = `${folder.name}/${path}`;
  const [from, to] = [before === undefined ? '/dev/null' : `a/${name}`, file ? `b/${name}` : '/dev/null'];
  // The shortest diff of a large file that changed everywhere is not worth its search.
  const patch = createTwoFilesPatch(from, to, before ?? '', file?.text ?? '', undefined, undefined, {
    context: 3,
    maxEditLength: 4_000,
  });
  return patch === undefined
    ? `--- ${from}\n+++ ${to}\n(changed in too many places to show)`
    : patch.replace(/^=+\n/, '').trimEnd();
}

function bounded(patch: string, lines: number): string {
  const all = patch.split('\n');
  return all.length <= lines ? patch : `${all.slice(0, lines).join('\n')}\n(${count(all.length - lines, 'more line')})`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
