/** `specwright generate`: every document is generated and every folder is looked at before the first file is written. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import type { Options } from '../options.js';
import type { Maker } from '../output/manifest.js';
import { type Plan, plan } from '../output/plan.js';
import { outputEdited } from '../output/rules.js';
import { settingsOf } from '../output/settings.js';
import { recover, writeAll } from '../output/write.js';
import { type ExitCode, exit, gravest } from './exit.js';
import type { Generated, Pipeline } from './pipeline.js';
import { diagnose, print } from './report.js';
import type { Flags, Selection } from './selection.js';
import type { StampStore } from './stamps.js';
import { report } from './summary.js';
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
  /** What is to be read, whether or not it is there: documents and overlays. */
  readonly named: readonly string[];
}

/** What became of one document. */
export interface Entry {
  readonly options: Options;
  readonly code: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: Generated['inputs'];
  /** How many the output has. */
  readonly files: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** A stamp showed that nothing changed. */
  readonly stamped: boolean;
  /** What `--deny` or `--max-warnings` forbids, as a clause. */
  readonly denied: string | undefined;
  /** It was not carried out, because another document of the run cannot be. */
  readonly abandoned: boolean;
  /** To be carried out; undefined where something forbids it, or there is nothing to do. */
  readonly plan: Plan | undefined;
}

/** What commands share for the length of one run. */
export interface Work {
  readonly terminal: Terminal;
  readonly pipeline: Pipeline;
  readonly stamps: StampStore;
}

export async function generateAll(selection: Selection, flags: GenerateFlags, work: Work): Promise<Outcome> {
  const { terminal } = work;
  if (selection.diagnostics.length) {
    await print(terminal, flags.format, { diagnostics: selection.diagnostics, text: '', data: { outputs: [] } });
    return { code: exit.usage, inputs: [], named: [] };
  }
  const prepared: Entry[] = [];
  for (const options of selection.entries) prepared.push(await prepare(options, flags.force ?? false, work));
  // All or nothing: a list of documents is one piece of work.
  const failed = gravest(prepared.map(({ code }) => code)) > exit.failed;
  terminal.holdSignals();
  const entries = failed ? prepared.map(abandoned) : carryOut(prepared, work);
  progress(terminal, '');
  await print(terminal, flags.format, report(entries));
  return {
    code: gravest(entries.map(({ code }) => code)),
    inputs: entries.flatMap(({ inputs }) => inputs.map(({ path }) => path)),
    named: selection.entries.flatMap(({ input, overlays }) => [...(typeof input === 'string' ? [input] : []), ...overlays]),
  };
}

async function prepare(options: Options, force: boolean, { terminal, pipeline, stamps }: Work): Promise<Entry> {
  const nothing = { written: [], removed: [], stamped: false, denied: undefined, abandoned: false, plan: undefined };
  const stamp = force ? undefined : stamps.match(options);
  if (stamp) return judged({ ...stamp, ...nothing, options, code: exit.done, stamped: true });

  progress(terminal, `generating ${options.output} …`);
  const { files, diagnostics, inputs } = await pipeline(options, terminal);
  const entry: Entry = { ...nothing, options, code: exit.done, diagnostics, inputs, files: files.length };
  if (diagnostics.some(({ level }) => level === 'error')) return { ...entry, code: exit.document };

  const folder = { path: resolve(terminal.cwd, options.output), name: options.output.replaceAll('\\', '/') };
  const recovered = recover(folder, terminal.run);
  if (recovered.length) return { ...entry, code: exit.usage, diagnostics: [...diagnostics, ...recovered.map(diagnose)] };
  const maker: Maker = { version, settings: settingsOf(options) };
  const planned = await plan({ folder, files, maker, replaceForeign: force, keepLayout: !force });
  if (!planned.plan) return { ...entry, code: exit.usage, diagnostics: [...diagnostics, ...planned.findings.map(diagnose)] };
  return judged({ ...entry, plan: planned.plan, diagnostics: [...diagnostics, ...edits(planned.plan)] });
}

function judged(entry: Entry): Entry {
  const denied = forbidden(entry.diagnostics, entry.options.diagnostics);
  return denied === undefined ? entry : { ...entry, code: exit.failed, denied };
}

function edits({ folder, files, leftOver }: Plan): readonly Diagnostic[] {
  const diagnostic = (path: string, message: string): Diagnostic =>
    diagnose({ rule: outputEdited, at: '', message, position: { file: `${folder.name}/${path}`, line: 1, column: 1 } });
  return [
    ...files.filter(({ state }) => state === 'edited').map(({ path }) => diagnostic(path, 'edited by hand; it is written again')),
    ...leftOver
      .filter(({ edited }) => edited)
      .map(({ path }) => diagnostic(path, 'edited by hand; it is no longer generated and is removed')),
  ];
}

const abandoned = (entry: Entry): Entry => ({ ...entry, abandoned: entry.plan !== undefined });

function carryOut(entries: readonly Entry[], { stamps, terminal }: Work): readonly Entry[] {
  const plans = entries.flatMap(({ plan }) => plan ?? []);
  const outcomes = new Map(writeAll(plans, terminal.run).map((outcome, i) => [plans[i], outcome]));
  const isWritten = [...outcomes.values()].every(({ findings }) => findings.length === 0);
  return entries.map((entry) => {
    const { options, plan, inputs, diagnostics } = entry;
    const outcome = plan && outcomes.get(plan);
    if (!outcome) return entry;
    const { value, findings } = outcome;
    if (findings.length) return { ...entry, code: exit.usage, diagnostics: [...diagnostics, ...findings.map(diagnose)] };
    if (isWritten)
      stamps.put(options, { inputs, plan, diagnostics: diagnostics.filter(({ code }) => code !== outputEdited.code) });
    return isWritten ? { ...entry, ...value } : abandoned(entry);
  });
}
