/** The result of a review: plain data, the shape of `diff --format json`; its JSON Schema is `docs/diff.schema.json`. */
import type { Pointer, Position } from '../diagnostics.js';
import type { ChangeLevel, ReviewCode } from './rules.js';

export interface Report {
  /** `unchanged`: neither the types nor the wire show a difference. */
  readonly contract: 'unchanged' | 'changed';
  /** The step of the version of a package that holds the generated code. */
  readonly semver: 'none' | 'patch' | 'minor' | 'major';
  /** Breaking ones first. */
  readonly changes: readonly Change[];
  /** Changes that the config accepts, with its reason. */
  readonly ignored: readonly (Change & { readonly reason: string })[];
  /** What is to be said of the review itself: an expired exception, one that fits nothing. */
  readonly notes: readonly string[];
}

/** One cause. The position is in the new document, or in the old one where the new one has nothing there. */
export interface Change extends Position {
  readonly code: ReviewCode;
  readonly level: ChangeLevel;
  readonly source: boolean;
  readonly wire: boolean;
  /** `METHOD /path`, or a JSON Pointer where it is not in one operation. */
  readonly where: string;
  /** All other places that it reaches. */
  readonly also?: readonly string[];
  /** The TypeScript symbol, `Pet['name']`. */
  readonly symbol?: string;
  /** Its type in the old and in the new output. */
  readonly before?: string;
  readonly after?: string;
  readonly message: string;
  readonly remedy: string;
  /** The same for the same change, whatever line it stands on. */
  readonly fingerprint: string;
  readonly pointer: Pointer;
  /** Which of the two documents the position is in. */
  readonly side: 'old' | 'new';
  /** Of what is gone, the place in the new document where it was missed: what annotations of the new document point to. */
  readonly near?: Position;
  /** Exports through which callers meet it. */
  readonly exports: readonly string[];
  /** By `--consumer`: what the compiler says of the caller's own code. */
  readonly usage?: Usage;
}

export interface Usage {
  /** `fails`: the code no longer compiles because of it. `used`: it compiles and calls what changed. `unused`: it does not call it. */
  readonly verdict: 'fails' | 'used' | 'unused';
  /** The level without regard to the consumer. */
  readonly was: ChangeLevel;
  readonly errors: readonly (Position & { readonly message: string })[];
}
