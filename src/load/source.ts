/**
 * What `load/` hands over: the document as OpenAPI 3.2 objects with JSON Schema 2020-12 schemas, whatever came in,
 * and a way back from every node to the line where the author wrote it.
 *
 * Invariant: nothing after `load/` asks for a version, reads a file or parses text.
 */
import type { Pointer, Position } from '../diagnostics.js';
import type { Json } from '../model/schema.js';

export type JsonObject = { readonly [key: string]: Json };

export interface Source {
  /** How diagnostics name the main document: relative to the working directory, never absolute; `<stdin>`, `<document>`. */
  readonly name: string;
  readonly document: JsonObject;
  /** The version as the author wrote it, for messages only. */
  readonly version: string;
  /** The node at a pointer that `resolve` or a walk gave. */
  get(at: Pointer): Json | undefined;
  /**
   * What the reference that stands in the object at `from` points to: across files, by `$id` and `$anchor`, against the base
   * URI in force there. The reasons of a failure are sentences for the reader. Policy (hosts, folders, sizes) has been applied.
   */
  resolve(reference: string, from: Pointer): Resolved;
  /**
   * For `$dynamicRef`: the schema resource that the node at a pointer belongs to (nearest `$id`, else the document or the file)
   * and its `$dynamicAnchor`s. Undefined where no document has a `$dynamicAnchor`: the usual case, which costs nothing.
   */
  resourceOf(at: Pointer): Resource | undefined;
  /** True where no schema has an identifier or a dialect of its own, nor an anchor that is dynamic: then equal schemas of a file mean the same. */
  readonly isPlain: boolean;
  /** True where the schema at the pointer is under a `$schema` of its own: it is read by the letter, without repairs. */
  isStrict(at: Pointer): boolean;
  /** The vocabularies whose keywords a schema at the pointer has. Undefined: all of them, as nearly always. */
  vocabulariesAt(at: Pointer): ReadonlySet<Vocabulary> | undefined;
  /** True of a number that was rounded when it was read. */
  isInexact(at: Pointer): boolean;
  /** Parses the text again, exactly and once, when it is first asked. */
  positionOf(at: Pointer, on: 'key' | 'value'): Position;
  /** Contents of every file read, for the stamp and for `--watch`: path or URL, and a hash of the bytes; empty where there is no such file. */
  readonly inputs: readonly { readonly path: string; readonly hash: string }[];
}

/** The vocabularies of JSON Schema 2020-12, by the last word of their URI. */
export type Vocabulary =
  | 'core'
  | 'applicator'
  | 'unevaluated'
  | 'validation'
  | 'meta-data'
  | 'format-annotation'
  | 'format-assertion'
  | 'content';

export type Resolved =
  | {
      readonly at: Pointer;
      readonly value: Json;
      /** The fragment was a `$dynamicAnchor` of this name. */
      readonly dynamicAnchor?: string;
      /** The object on the way whose own reference had to be followed: strictly, the pointer leads to nothing. */
      readonly through?: Pointer;
    }
  | { readonly problem: string };

export interface Resource {
  readonly at: Pointer;
  readonly dynamicAnchors: ReadonlyMap<string, Pointer>;
}
