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
 * A document that cannot be read or used gives diagnostics, not an exception; only a fault of specwright itself rejects.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  // Loaded when it is called, so that a config file that imports `defineConfig` loads nothing.
  const { generate: pipeline } = await import('./generate.js');
  const { files, diagnostics } = await pipeline(complete(options));
  return { files, diagnostics };
}
