/** `specwright check`: the same in memory, held against the folder. Writes nothing at all, not even a stamp. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import type { Options } from '../options.js';
import { type Drift, type DriftedFile, driftOf } from '../output/drift.js';
import { type Maker, manifestName } from '../output/manifest.js';
import { plan } from '../output/plan.js';
import { settingsOf } from '../output/settings.js';
import { type ExitCode, exit, gravest } from './exit.js';
import type { Pipeline } from './pipeline.js';
import { diagnose, print } from './report.js';
import type { Flags, Selection } from './selection.js';
import { progress, type Terminal } from './terminal.js';
import { version } from './version.js';

export interface CheckFlags extends Flags {
  /** Lines of diff. */
  readonly diffLines: number;
}

interface Entry {
  readonly code: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly drift: Drift | undefined;
}

export async function checkAll(
  selection: Selection,
  flags: CheckFlags,
  terminal: Terminal,
  pipeline: Pipeline,
): Promise<ExitCode> {
  const entries: Entry[] = [];
  for (const options of selection.entries) entries.push(await checkOne(options, flags, terminal, pipeline));
  progress(terminal, '');
  const drifts = entries.flatMap(({ drift }) => drift ?? []);
  const { format } = flags;
  await print(terminal, format, {
    diagnostics: [...selection.diagnostics, ...entries.flatMap(({ diagnostics }) => diagnostics)],
    text: drifts.map((drift) => describe(drift, terminal)).join(''),
    data: { stale: drifts.some(({ stale }) => stale), outputs: drifts },
    annotations: drifts.flatMap(annotationsOf),
  });
  return selection.diagnostics.length ? exit.usage : gravest(entries.map(({ code }) => code));
}

async function checkOne(options: Options, flags: CheckFlags, terminal: Terminal, pipeline: Pipeline): Promise<Entry> {
  progress(terminal, `checking ${options.output} …`);
  const { files, diagnostics } = await pipeline(options, terminal);
  if (diagnostics.some(({ level }) => level === 'error')) return { code: exit.document, diagnostics, drift: undefined };
  const folder = { path: resolve(terminal.cwd, options.output), name: options.output.replaceAll('\\', '/') };
  const maker: Maker = { version, settings: settingsOf(options) };
  const planned = await plan({ folder, files, maker, replaceForeign: true, keepLayout: true });
  if (!planned.plan)
    return { code: exit.usage, diagnostics: [...diagnostics, ...planned.findings.map(diagnose)], drift: undefined };
  const drift = driftOf(planned.plan, maker, { lines: flags.diffLines });
  return { code: drift.stale ? exit.failed : exit.done, diagnostics, drift };
}

function describe({ output, stale, reasons, files }: Drift, { colors: { out: colors } }: Terminal): string {
  const formatted = files.filter(({ state }) => state === 'formatted').length;
  const layout = formatted ? `; ${formatted === 1 ? '1 file differs' : `${formatted} files differ`} in layout alone` : '';
  if (!stale) return `${output} is up to date${layout}\n`;
  const head = `${colors.bold(output)} is stale: ${reasons.map(({ text }) => text).join('; ')}${layout}\n`;
  const rows = files.filter(({ state }) => state !== 'formatted').map((file) => `  ${stateOf(file).padEnd(11)} ${file.path}\n`);
  const diffs = files.flatMap(({ diff }) =>
    diff === undefined
      ? []
      : `\n${diff
          .split('\n')
          .map((line) => paint(line, colors))
          .join('\n')}\n`,
  );
  return [head, ...rows, ...diffs].join('');
}

function stateOf({ state, touched }: DriftedFile): string {
  switch (state) {
    case 'removed':
      return 'left over';
    case 'changed':
      return touched ? 'changed*' : 'changed';
    case 'added':
    case 'edited':
    case 'formatted':
      return state;
    default:
      return state satisfies never;
  }
}

function paint(line: string, colors: Terminal['colors']['out']): string {
  if (line.startsWith('+')) return colors.green(line);
  if (line.startsWith('-')) return colors.red(line);
  return line.startsWith('@') ? colors.cyan(line) : line;
}

/** One annotation a file, on the file, so that a pull request shows it where it is; where no file is to blame, on their list. */
function annotationsOf({ output, stale, reasons, files }: Drift): readonly Diagnostic[] {
  if (!stale) return [];
  const why = reasons.map(({ text }) => text).join('; ');
  const annotation = (path: string, message: string): Diagnostic => ({
    code: 'stale-output',
    level: 'error',
    message,
    file: `${output}/${path}`,
    line: 1,
    column: 1,
    pointer: '',
  });
  const blamed = files
    .filter(({ state }) => state !== 'formatted')
    .map((file) => annotation(file.path, `${stateOf(file)}: ${why}`));
  return blamed.length ? blamed : [annotation(manifestName, why)];
}
