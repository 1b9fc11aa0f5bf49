/** `specwright diff OLD NEW`: what a change of the document does to the callers of the generated code. */
import { complete } from '../config/resolve.js';
import { diagnose as diagnoseAll } from '../diagnose.js';
import { type Diagnostic, quote } from '../diagnostics.js';
import { load } from '../load/index.js';
import { parseRevision, readRevision } from '../load/revision.js';
import { buildApi } from '../model/build.js';
import type { Options } from '../options.js';
import { withTemporaryFolder } from '../output/temporary.js';
import { type Change, isReviewCode, type Report, type ReviewOptions, type ReviewSide, review } from '../review/index.js';
import { type ExitCode, exit, UsageError } from './exit.js';
import { plural, print } from './report.js';
import { type Flags, select } from './selection.js';
import type { Terminal } from './terminal.js';

export type DiffFormat = 'text' | 'json' | 'github' | 'markdown';
type FailOn = 'source' | 'wire' | 'warning' | 'none';

export interface DiffFlags {
  readonly config?: string;
  readonly format: DiffFormat;
  readonly failOn?: readonly FailOn[];
}

interface Side {
  /** Undefined where the document cannot be read. */
  readonly side: ReviewSide | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export async function diff(oldInput: string, newInput: string, flags: DiffFlags, terminal: Terminal): Promise<ExitCode> {
  const options = await optionsFor(newInput, flags, terminal);
  if (!options) return exit.usage;
  const before = await readSide(oldInput, options, terminal);
  const after = await readSide(newInput, options, terminal);
  const diagnostics = [...before.diagnostics, ...after.diagnostics];
  if (!before.side || !after.side) {
    await print(terminal, flags.format === 'markdown' ? 'text' : flags.format, { diagnostics, text: '', data: {} });
    return exit.document;
  }
  // A document with errors is compared as far as it was understood: a review that says nothing helps nobody.
  const report = review(before.side, after.side, reviewOptions(options));
  await show(report, diagnostics, flags.format, terminal);
  return fails(report.changes, flags.failOn) ? exit.failed : exit.done;
}

async function optionsFor(input: string, flags: DiffFlags, terminal: Terminal): Promise<Options | undefined> {
  if (flags.config === undefined) return complete({ input });
  const wanted: Flags = { config: flags.config, format: flags.format === 'markdown' ? 'text' : flags.format };
  const { entries, diagnostics } = await select(undefined, wanted, terminal.cwd);
  if (diagnostics.length) {
    await print(terminal, wanted.format, { diagnostics, text: '', data: {} });
    return undefined;
  }
  const entry = entries.find((candidate) => candidate.input === input) ?? (entries.length === 1 ? entries[0] : undefined);
  if (!entry) throw new UsageError(`the config has no document ${quote(input)}, and several others`);
  return entry;
}

async function readSide(input: string, options: Options, terminal: Terminal): Promise<Side> {
  const revision = parseRevision(input, terminal.cwd);
  if (!revision) return build({ ...options, input }, terminal.cwd, terminal);
  const found = await readRevision(revision, terminal.cwd);
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
    return { side: undefined, diagnostics: [diagnostic] };
  }
  // The folder stands for the root of the repository, so that places are named as they are there.
  return withTemporaryFolder(found.files, (folder) => build({ ...options, input: found.document }, folder, terminal));
}

async function build(options: Options, cwd: string, { readStdin }: Terminal): Promise<Side> {
  const { source, findings } = await load(options, cwd, readStdin);
  if (!source) return { side: undefined, diagnostics: diagnoseAll(findings, undefined, options) };
  const { value: api, findings: ofModel } = buildApi(source, options);
  return { side: { api, source }, diagnostics: diagnoseAll([...findings, ...ofModel], source, options) };
}

function reviewOptions({ review }: Options): ReviewOptions {
  const levels = Object.fromEntries(
    Object.entries(review.levels).filter(([code]) => {
      if (!isReviewCode(code)) throw new UsageError(`review.levels: there is no rule ${quote(code)}`);
      return true;
    }),
  );
  return { ...review, levels, today: new Date().toISOString().slice(0, 10) };
}

function fails(changes: readonly Change[], on: readonly FailOn[] = ['source', 'wire']): boolean {
  return changes.some(({ level, source, wire }) => {
    if (level === 'warning') return on.includes('warning');
    return level === 'breaking' && (on.includes('warning') || (on.includes('source') && source) || (on.includes('wire') && wire));
  });
}

async function show(report: Report, diagnostics: readonly Diagnostic[], format: DiffFormat, terminal: Terminal): Promise<void> {
  const { contract, semver, changes } = report;
  const text = `contract ${contract}; ${plural(changes.length, 'change')}; semver: ${semver}\n`;
  await print(terminal, format === 'markdown' ? 'text' : format, { diagnostics, text, data: { ...report } });
}
