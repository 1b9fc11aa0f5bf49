/** Which documents a command works on, with which options: from its arguments, or from a config file. */
import { resolve } from 'node:path';
import { complete } from '../config/resolve.js';
import { nearest } from '../config/suggest.js';
import { type Diagnostic, quote } from '../diagnostics.js';
import type { Options } from '../options.js';
import { UsageError } from './exit.js';
import { diagnose, type Format } from './report.js';

/** The flags that commands share, as commander hands them over. */
export interface Flags {
  readonly out?: string;
  readonly config?: string;
  readonly format: Format;
  readonly deny?: readonly string[];
  readonly maxWarnings?: number;
}

export interface Selection {
  /** Empty where there is a diagnostic. */
  readonly entries: readonly Options[];
  readonly configFile: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export async function select(spec: string | undefined, flags: Flags, cwd: string): Promise<Selection> {
  if (spec === '') throw new UsageError('the name of the document is empty');
  if (flags.out === '') throw new UsageError('--out is empty');
  const { entries, configFile, diagnostics } = await entriesFor(spec, flags, cwd);
  if (diagnostics.length) return { entries: [], configFile, diagnostics };
  if (flags.out !== undefined && entries.length > 1)
    throw new UsageError('--out names one folder, and the config lists several documents');
  if (entries.filter(({ input }) => input === '-').length > 1) throw new UsageError('standard input can be read once only');
  const selected = entries.map((entry) => withFlags(entry, flags));
  await checkCodes(selected);
  return { entries: selected, configFile, diagnostics };
}

async function entriesFor(spec: string | undefined, flags: Flags, cwd: string): Promise<Selection> {
  const named = (input: string): Options => complete(flags.out === undefined ? { input } : { input, output: flags.out });
  if (spec !== undefined && flags.config === undefined) return { entries: [named(spec)], configFile: undefined, diagnostics: [] };
  // jiti and lilconfig cost 40 ms; a run without a config does not pay for them.
  const { findConfig } = await import('../config/find.js');
  const { entries, file, findings } = await findConfig(cwd, flags.config);
  const diagnostics = findings.map(diagnose);
  if (spec === undefined || diagnostics.length) return { entries, configFile: file, diagnostics };
  const isNamed = ({ input }: Options): boolean =>
    typeof input === 'string' && (input === spec || resolve(cwd, input) === resolve(cwd, spec));
  const own = entries.find(isNamed);
  const entry = own ?? (entries.length === 1 ? entries[0] : undefined);
  if (!entry) throw new UsageError(`the config has no document ${quote(spec)}, and several others`);
  const output = own ? entry.output : named(spec).output;
  return { entries: [{ ...entry, input: spec, output }], configFile: file, diagnostics };
}

function withFlags(options: Options, { out, deny = [], maxWarnings }: Flags): Options {
  const { diagnostics } = options;
  return {
    ...options,
    output: out ?? options.output,
    diagnostics: { ...diagnostics, deny: [...diagnostics.deny, ...deny], maxWarnings: maxWarnings ?? diagnostics.maxWarnings },
  };
}

/** A code that does not exist would deny or silence nothing, for ever. */
async function checkCodes(entries: readonly Options[]): Promise<void> {
  const named = entries.flatMap(({ diagnostics: { deny, levels } }) => [
    ...deny.map((code) => ({ code, levels: true })),
    ...Object.keys(levels).map((code) => ({ code, levels: false })),
  ]);
  if (!named.length) return;
  const { allRules } = await import('./rules.js');
  const codes = allRules().map(({ code }) => code);
  for (const { code, levels } of named) {
    if (codes.includes(code) || (levels && ['info', 'warning', 'error'].includes(code))) continue;
    const meant = nearest(code, codes);
    throw new UsageError(`there is no diagnostic ${quote(code)}${meant === undefined ? '' : `; did you mean ${quote(meant)}?`}`);
  }
}
