import type { SessionRecord } from './record.js';

/**
 * Where a session lives: one record, shared by everyone who uses it. `conformance.ts` checks a store of your own against this contract.
 *
 * A row in a database serves well: `read` is a SELECT, `replace` an `UPDATE … WHERE version = :expected` (or an INSERT that fails
 * where a row exists), `exclusive` an advisory lock.
 */
export interface SessionStore {
  /** The record of the last `replace` that succeeded, whoever called it; undefined where there never was one. */
  read(): Promise<SessionRecord | undefined>;
  /**
   * Puts `next` in the place of the record whose version is `expected` (undefined: where there is none), at once and whole. Resolves
   * to false, and changes nothing, where another record is there. Of several calls with one `expected` no more than one succeeds.
   * True means that the record outlives this process; a rejection may mean either.
   */
  replace(expected: string | undefined, next: SessionRecord): Promise<boolean>;
  /**
   * Runs `work` while nobody else who shares the store runs theirs, and settles as it does. The place becomes free when `work` settles
   * and when its process or page dies. Once `signal` is aborted, `work` need not be started any more. `read` and `replace` do not wait for it.
   */
  exclusive<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Calls back after others have replaced the record, at least where they are not in this process. Returns what ends this. */
  watch?(changed: () => void): () => void;
}
