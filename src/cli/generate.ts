/** `specwright generate`: every document is generated and every folder is looked at before the first file is written. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import type { Options } from '../options.js';
import type { Maker } from '../output/manifest.js';
import { type Plan, plan } from '../output/plan.js';
import { outputEdited } from '../output/rules.js';
import { settingsOf } from '../output/settings.js';
import { recover, write } from '../output/write.js';
import { type ExitCode, exit, gravest } from './exit.js';
import type { Generated, Pipeline } from './pipeline.js';
import { diagnose, plural, print, type Report } from './report.js';
import type { Flags, Selection } from './selection.js';
import type { StampStore } from './stamps.js';
import { progress, type Terminal } from './terminal.js';
import { forbidden } from './verdict.js';
import { version } from './version.js';

export interface GenerateFlags extends Flags {
  readonly force?: boolean;
}

export interface Outcome {
  readonly code: ExitCode;
  /** What was read, for `--watch`. */
  readonly inputs: readonly string[];
}

/** What became of one document. */
interface Entry {
  readonly options: Options;
  readonly code: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: Generated['inputs'];
  /** To be carried out; undefined where something forbids it, or where a stamp shows that there is nothing to do. */
  readonly plan: Plan | undefined;
  readonly files: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly note: string | undefined;
}

export async function generateAll(
  selection: Selection,
  flags: GenerateFlags,
  terminal: Terminal,
  pipeline: Pipeline,
  stamps: StampStore,
): Promise<Outcome> {
  if (selection.diagnostics.length) {
    await print(terminal, flags.format, { diagnostics: selection.diagnostics, text: '', data: { outputs: [] } });
    return { code: exit.usage, inputs: [] };
  }
  const prepared: Entry[] = [];
  for (const options of selection.entries) prepared.push(await prepare(options, flags, terminal, pipeline, stamps));
  const grave = gravest(prepared.map(({ code }) => code));
  // All or nothing: a list of documents is one piece of work.
  const entries = grave > exit.failed ? prepared : prepared.map((entry) => carryOut(entry, stamps));
  progress(terminal, '');
  await print(terminal, flags.format, report(entries));
  return {
    code: gravest(entries.map(({ code }) => code)),
    inputs: entries.flatMap(({ inputs }) => inputs.map(({ path }) => path)),
  };
}

async function prepare(
  options: Options,
  flags: GenerateFlags,
  terminal: Terminal,
  pipeline: Pipeline,
  stamps: StampStore,
): Promise<Entry> {
  const entry: Entry = {
    options,
    code: exit.done,
    diagnostics: [],
    inputs: [],
    plan: undefined,
    files: 0,
    written: [],
    removed: [],
    note: undefined,
  };
  const stamp = flags.force ? undefined : stamps.match(options);
  if (stamp)
    return judged({
      ...entry,
      diagnostics: stamp.diagnostics,
      inputs: stamp.inputs,
      files: stamp.files,
      note: 'nothing changed since the last run',
    });

  progress(terminal, `generating ${options.output} …`);
  const folder = { path: resolve(terminal.cwd, options.output), name: options.output.replaceAll('\\', '/') };
  const { files, diagnostics, inputs } = await pipeline(options, terminal);
  const generated = { ...entry, diagnostics, inputs, files: files.length };
  if (diagnostics.some(({ level }) => level === 'error')) return { ...generated, code: exit.document };

  const maker: Maker = { version, settings: settingsOf(options) };
  const recovered = recover(folder);
  if (recovered.length) return { ...generated, code: exit.usage, diagnostics: [...diagnostics, ...recovered.map(diagnose)] };
  const force = flags.force ?? false;
  const planned = await plan({ folder, files, maker, replaceForeign: force, keepLayout: !force });
  if (!planned.plan) return { ...generated, code: exit.usage, diagnostics: [...diagnostics, ...planned.findings.map(diagnose)] };
  return judged({ ...generated, plan: planned.plan, diagnostics: [...diagnostics, ...edits(planned.plan)] });
}

function judged(entry: Entry): Entry {
  const reason = forbidden(entry.diagnostics, entry.options.diagnostics);
  return reason === undefined ? entry : { ...entry, code: exit.failed, note: reason };
}

function edits({ folder, files, leftOver }: Plan): readonly Diagnostic[] {
  const edited = files
    .filter(({ state }) => state === 'edited')
    .map(({ path }) => ({ path, message: 'edited by hand; it is written again' }));
  const removed = leftOver
    .filter((file) => file.edited)
    .map(({ path }) => ({ path, message: 'touched by hand; it is no longer generated and is removed' }));
  return [...edited, ...removed].map(({ path, message }) =>
    diagnose({ rule: outputEdited, at: '', message, position: { file: `${folder.name}/${path}`, line: 1, column: 1 } }),
  );
}

function carryOut(entry: Entry, stamps: StampStore): Entry {
  if (!entry.plan) return entry;
  const { value, findings } = write(entry.plan);
  if (findings.length) return { ...entry, code: exit.usage, diagnostics: [...entry.diagnostics, ...findings.map(diagnose)] };
  stamps.put(entry.options, {
    inputs: entry.inputs,
    plan: entry.plan,
    diagnostics: entry.diagnostics.filter(({ code }) => code !== outputEdited.code),
  });
  return { ...entry, ...value };
}

function report(entries: readonly Entry[]): Report {
  return {
    diagnostics: entries.flatMap(({ diagnostics }) => diagnostics),
    text: entries.map((entry) => `${summary(entry)}\n`).join(''),
    data: {
      outputs: entries.map(({ options, code, files, written, removed }) => ({
        output: options.output,
        exit: code,
        files,
        written,
        removed,
      })),
    },
  };
}

function summary({ options, code, diagnostics, files, written, removed, note }: Entry): string {
  const levels = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const n = diagnostics.filter((diagnostic) => diagnostic.level === level).length;
    return n ? [level === 'info' ? `${n} info` : plural(n, level)] : [];
  });
  const found = levels.length ? `; ${levels.join(', ')}` : '';
  const noted = note === undefined ? '' : `; ${note}`;
  if (code > exit.failed) return `${options.output}: nothing written${found}${noted}`;
  if (!written.length && !removed.length)
    return `${options.output}: contract unchanged, nothing written (${plural(files, 'file')})${found}${noted}`;
  const gone = removed.length ? `, ${removed.length} removed` : '';
  return `${options.output}: ${written.length} of ${plural(files, 'file')} written${gone}${found}${noted}`;
}
