/** A file of the output before and after it is printed. */
import type { Code } from './code.js';
import type { Declaration } from './declaration.js';

/** Paths are relative to the output folder, with `/`, made of our own words and identifiers only. */
export type FileModel = CodeFile | TextFile;

interface Base {
  readonly path: string;
  /** Whether it tells the compiler not to check it. */
  readonly unchecked?: boolean;
}
export interface CodeFile extends Base {
  readonly kind: 'code';
  readonly imports: readonly Import[];
  readonly statements: readonly (Declaration | Code)[];
}
/** Hand-written or made by another printer: the runtime, `paths.ts`. Only the header is put before it. */
export interface TextFile extends Base {
  readonly kind: 'text';
  readonly text: string;
}

export interface Import {
  /** Relative, with `.js`: no import leaves the output folder. */
  readonly from: string;
  readonly types?: readonly string[];
  readonly values?: readonly string[];
  /** The whole module under one of our own names, `import * as runtime from`: names of the document can't meet the module's. */
  readonly namespace?: string;
  /** The same for its types alone, `import type * as types from`. */
  readonly typeNamespace?: string;
  /** All of it is known to be used: the text is not searched for it. */
  readonly isUsed?: boolean;
}

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
