/** The way through: a document becomes the files of its client, and everything that there is to say about it. */
import { diagnose } from './diagnose.js';
import type { Diagnostic, Finding } from './diagnostics.js';
import { emitters } from './emit/index.js';
import { split } from './emit/split/index.js';
import { checkFormalities } from './load/formalities.js';
import { load } from './load/index.js';
import type { Source } from './load/source.js';
import { buildApi } from './model/build.js';
import { byCodeUnits } from './model/node.js';
import type { Options } from './options.js';
import type { FileModel, GeneratedFile } from './print/file.js';
import { print } from './print/index.js';

export interface Generated {
  /** Sorted by path. Empty where a diagnostic is an error. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every file and URL that was read, with a hash of its bytes. */
  readonly inputs: Source['inputs'];
}

/** What a run takes from around it: both are asked only where the input is relative, or `-`. */
export interface Surroundings {
  readonly cwd?: string;
  readonly readStdin?: () => Promise<Uint8Array>;
}

export async function generate(options: Options, { cwd, readStdin }: Surroundings = {}): Promise<Generated> {
  const { source, findings } = await load(options, cwd, readStdin);
  if (!source) return { files: [], diagnostics: diagnose(findings, undefined, options), inputs: [] };

  const { value: api, findings: ofModel } = buildApi(source, options, 'shared');
  const all: Finding[] = [...findings, ...checkFormalities(source), ...ofModel];
  const files: FileModel[] = [];
  if (!hasErrors(all)) {
    for (const emitter of emitters) {
      const emitted = await emitter.emit({ api, options, source, before: files });
      files.push(...emitted.files);
      all.push(...(emitted.findings ?? []));
    }
  }
  const diagnostics = diagnose(all, source, options);
  // The levels of the config count: what it calls an error is one.
  const isRefused = diagnostics.some(({ level }) => level === 'error');
  const printed = isRefused ? [] : print(split(files, api, options)).sort((a, b) => byCodeUnits(a.path, b.path));
  return { files: printed, diagnostics, inputs: source.inputs };
}

const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ rule }) => rule.level === 'error');
