/**
 * The library: what the command line does, as a function that writes nothing and prints nothing.
 */
import type { GenerateOptions } from './config/config.js';
import { complete } from './config/resolve.js';
import type { Diagnostic } from './diagnostics.js';
import type { GeneratedFile } from './print/file.js';

export { type Config, defineConfig, type GenerateOptions } from './config/config.js';
export type { Diagnostic, Level, Pointer, Position } from './diagnostics.js';
export type { GeneratedFile } from './print/file.js';

export interface GenerateResult {
  /** With paths relative to the output folder, `/` between names. Empty where a diagnostic is an error. */
  readonly files: readonly GeneratedFile[];
  /** In the order of the document. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The generated files of one document. `input` is a path, a URL or a parsed document; every other option is as in a config file.
 * Options that mean nothing and a document that cannot be read or used give diagnostics, not an exception; only a fault of specwright
 * itself rejects.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  // Loaded when it is called, so that a config file that imports `defineConfig` loads nothing.
  const [{ generate: pipeline }, { validateConfigs }, { diagnose }] = await Promise.all([
    import('./generate.js'),
    import('./config/validate.js'),
    import('./diagnose.js'),
  ]);
  // A config has no parsed document; all else is as there.
  const input = typeof options.input === 'object' && options.input !== null ? '<document>' : options.input;
  const { findings } = validateConfigs({ ...options, input }, () => ({ file: '<options>', line: 1, column: 1 }));
  if (findings.length) return { files: [], diagnostics: diagnose(findings, undefined, complete({ input })) };
  const { files, diagnostics } = await pipeline(complete(options));
  return { files, diagnostics };
}
