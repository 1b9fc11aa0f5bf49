/** `specwright diff OLD NEW`: what a change of the document does to the callers of the generated code. */
import { join, resolve } from 'node:path';
import type { Colors } from 'picocolors/types.js';
import { configNames } from '../config/names.js';
import { complete } from '../config/resolve.js';
import { type Diagnostic, quote } from '../diagnostics.js';
import { parseRevision } from '../load/revision.js';
import { isObject } from '../model/node.js';
import type { Options } from '../options.js';
import { exists, readIfThere, replaceFile } from '../output/create.js';
import {
  type Change,
  changelog,
  isReviewCode,
  type Report,
  type ReportFormat,
  type ReviewOptions,
  type ReviewSide,
  render,
  review,
  type Style,
  weighConsumer,
} from '../review/index.js';
import { readSide } from './diff-sides.js';
import { type ExitCode, exit, UsageError } from './exit.js';
import { githubLines } from './format/github.js';
import { textLines } from './format/text.js';
import type { Pipeline } from './pipeline.js';
import { print } from './report.js';
import { select } from './selection.js';
import type { Terminal } from './terminal.js';

type FailOn = 'source' | 'wire' | 'warning' | 'none';

export interface DiffFlags {
  readonly config?: string;
  readonly format: ReportFormat;
  readonly failOn?: readonly FailOn[];
  /** The `tsconfig.json` of a caller. */
  readonly consumer?: string;
  /** The folder from which the caller imports the generated code. */
  readonly out?: string;
  /** A file to which the findings are added. */
  readonly changelog?: string;
}

export async function diff(
  inputs: { readonly old: string; readonly new: string },
  flags: DiffFlags,
  terminal: Terminal,
  pipeline: () => Promise<Pipeline>,
): Promise<ExitCode> {
  if (inputs.old === '-' && inputs.new === '-') throw new UsageError('standard input is one document, and two are compared');
  const options = await optionsFor(inputs, flags, terminal);
  if (!options) return exit.usage;
  const generator = flags.consumer === undefined ? undefined : await pipeline();
  const before = await readSide(options, inputs.old, terminal, generator);
  const after = await readSide(options, inputs.new, terminal, generator);
  const diagnostics = [...before.diagnostics, ...after.diagnostics];
  if (!before.side || !after.side || (generator && !(before.files.length && after.files.length))) {
    await print(terminal, plainFormat(flags.format), { diagnostics, text: '', data: {} });
    return exit.document;
  }
  // A document with errors is compared as far as it was understood, for people to read: nothing can be concluded from it.
  const isBroken = diagnostics.some(({ level }) => level === 'error');
  const plain = review(before.side, after.side, reviewOptions(options));
  const report =
    flags.consumer === undefined
      ? plain
      : await weighed(plain, flags.consumer, options, { old: before.files, new: after.files }, terminal.cwd);
  if (flags.changelog !== undefined && !isBroken) addToChangelog(resolve(terminal.cwd, flags.changelog), after.side, report);
  await show(report, diagnostics, flags.format, terminal);
  if (isBroken) return exit.document;
  return fails(report.changes, flags.failOn) ? exit.failed : exit.done;
}

/** Of the named config, or of the one in the working directory where that is about one of the two documents. */
async function optionsFor(
  inputs: { readonly old: string; readonly new: string },
  flags: DiffFlags,
  terminal: Terminal,
): Promise<Options | undefined> {
  const { cwd } = terminal;
  const out = flags.out === undefined ? {} : { output: flags.out };
  const plain = complete({ input: inputs.new, ...out });
  if (flags.config === undefined && !configNames.some((name) => exists(join(cwd, name)))) return plain;
  const format = plainFormat(flags.format);
  const { entries, diagnostics } = await select(undefined, { ...named(flags), format }, cwd);
  if (diagnostics.length) {
    await print(terminal, format, { diagnostics, text: '', data: {} });
    return undefined;
  }
  const [only, ...others] = entries;
  const isAbout = ({ input }: Options): boolean =>
    [inputs.new, inputs.old].some((given) => typeof input === 'string' && isSameFile(given, input, cwd));
  const entry = entries.find(isAbout) ?? (flags.config !== undefined && others.length === 0 ? only : undefined);
  if (entry) return { ...entry, ...out };
  if (flags.config !== undefined) throw new UsageError(`the config has no document ${quote(inputs.new)}, and several others`);
  return plain;
}

const named = ({ config }: DiffFlags): { readonly config?: string } => (config === undefined ? {} : { config });

/** A revision of a document is that document. */
function isSameFile(given: string, input: string, cwd: string): boolean {
  const path = parseRevision(given, cwd)?.path ?? given;
  return path === input || resolve(cwd, path) === resolve(cwd, input);
}

function reviewOptions({ review: settings }: Options): ReviewOptions {
  const unknown = Object.keys(settings.levels).find((code) => !isReviewCode(code));
  if (unknown !== undefined) throw new UsageError(`review.levels: there is no rule ${quote(unknown)}`);
  return { ...settings, today: new Date().toISOString().slice(0, 10) };
}

async function weighed(
  report: Report,
  consumer: string,
  { output }: Options,
  generated: Parameters<typeof weighConsumer>[2],
  cwd: string,
): Promise<Report> {
  const result = await weighConsumer(report, { tsconfig: resolve(cwd, consumer), output: resolve(cwd, output) }, generated);
  if ('problem' in result) throw new UsageError(`${consumer}: ${result.problem}`);
  return result;
}

function addToChangelog(path: string, { source }: ReviewSide, report: Report): void {
  const { info } = source.document;
  const version = isObject(info) && typeof info['version'] === 'string' ? info['version'] : 'unreleased';
  const before = readIfThere(path);
  const failure = before.reason ?? replaceFile(path, changelog(before.text, version, report));
  if (failure !== undefined) throw new UsageError(`the changelog cannot be written: ${failure}`);
}

/** `none` has no say: it is what is left when nothing else is named. */
function fails(changes: readonly Change[], on: readonly FailOn[] = ['source', 'wire']): boolean {
  return changes.some(({ level, source, wire }) => {
    if (level === 'safe') return false;
    if (on.includes('warning')) return true;
    return level === 'breaking' && ((on.includes('source') && source) || (on.includes('wire') && wire));
  });
}

function plainFormat(format: ReportFormat): 'text' | 'json' | 'github' {
  return format === 'json' || format === 'github' ? format : 'text';
}

const colors = { breaking: 'red', warning: 'yellow', safe: 'green', strong: 'bold', quiet: 'dim' } as const satisfies Record<
  Style,
  keyof Colors
>;

async function show(report: Report, diagnostics: readonly Diagnostic[], format: ReportFormat, terminal: Terminal): Promise<void> {
  const { out, err } = terminal.colors;
  // What `generate` says of the new document isn't repeated to readers; errors are why a comparison may be incomplete.
  const errors = diagnostics.filter(({ level }) => level === 'error');
  switch (format) {
    case 'json':
      await print(terminal, 'json', { diagnostics, text: '', data: { ...report } });
      return;
    case 'github':
      terminal.out(githubLines(errors) + render(report, format));
      return;
    case 'text':
    case 'markdown':
    case 'html':
      terminal.err(textLines(errors, err));
      terminal.out(render(report, format, (style, text) => out[colors[style]](text)));
      return;
    default:
      format satisfies never;
  }
}
