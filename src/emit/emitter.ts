/** What every file or folder of the output is made by. */
import type { Finding } from '../diagnostics.js';
import type { Source } from '../load/source.js';
import type { Api } from '../model/api.js';
import type { Options } from '../options.js';
import type { FileModel } from '../print/file.js';

export interface EmitInput {
  readonly api: Api;
  readonly options: Options;
  /** For `paths` alone, which hands the document to openapi-typescript; a test holds the others to `api`. */
  readonly source: Source;
  /** What the emitters before this one have made: `index.ts` and the copy of the runtime depend on it. */
  readonly before: readonly FileModel[];
}

export interface Emitter {
  readonly name: string;
  emit(input: EmitInput): Emitted | Promise<Emitted>;
}

export interface Emitted {
  readonly files: readonly FileModel[];
  readonly findings?: readonly Finding[];
}
