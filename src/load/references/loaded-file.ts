/** One file of a document after loading: its value, raised, and the ways between what is and what the author wrote. */
import type { Json } from '../../model/schema.js';
import { type Positions, positionsOf } from '../positions/positions.js';
import type { Edits } from '../raise/edits.js';
import type { Registry } from '../raise/registry.js';
import type { TextFile } from '../text/text-file.js';

export interface LoadedFile {
  /** What stands before `#` in pointers: empty for the main document, else the path relative to its folder, or the URL. */
  readonly id: string;
  /** How diagnostics name it. */
  readonly name: string;
  /** Where it was read from, or its `$self`: the base of references without `$id`. */
  readonly uri: string;
  /** Raised. */
  readonly value: Json;
  /** Steps of raising, in the order in which they were taken; the last is that of schemas. */
  readonly edits: readonly Edits[];
  readonly registry: Registry;
  positions(): Positions;
}

/** Undefined: a document that was given parsed has no lines. */
export function lazyPositions(file: TextFile | undefined): () => Positions {
  let positions: Positions | undefined;
  return () => {
    positions ??= file === undefined ? NOWHERE : positionsOf(file);
    return positions;
  };
}
const NOWHERE: Positions = { find: () => ({ line: 1, column: 1 }) };

/** From the author's tokens to those of now. */
export function forward(file: LoadedFile, tokens: readonly string[]): readonly string[] {
  return file.edits.reduce((moved, edits) => edits.forward(moved), tokens);
}

export function back(file: LoadedFile, tokens: readonly string[]): readonly string[] {
  return file.edits.reduceRight((moved, edits) => edits.back(moved), tokens);
}

/** The same for what was noted while schemas were raised, when everything else had its place. */
export function forwardSchemas(file: LoadedFile, tokens: readonly string[]): readonly string[] {
  return file.edits.at(-1)?.forward(tokens) ?? tokens;
}

export function backSchemas(file: LoadedFile, tokens: readonly string[]): readonly string[] {
  return file.edits.at(-1)?.back(tokens) ?? tokens;
}
