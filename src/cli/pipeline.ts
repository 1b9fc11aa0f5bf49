/** What commands need of `generate.ts`, which is loaded only when there is work. */
import type { Diagnostic } from '../diagnostics.js';
import type { Options } from '../options.js';
import type { GeneratedFile } from '../print/file.js';

export interface Generated {
  /** Empty where a diagnostic is an error. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every file and URL that was read, with a hash of its bytes. */
  readonly inputs: readonly { readonly path: string; readonly hash: string }[];
}

export interface Surroundings {
  /** What relative paths are relative to. */
  readonly cwd: string;
  /** All of standard input, for the input `-`. */
  readonly readStdin: () => Promise<Uint8Array>;
}

export type Pipeline = (options: Options, surroundings: Surroundings) => Promise<Generated>;
