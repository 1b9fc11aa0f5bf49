/** What is done with what the review finds. Part of a config file under `review`. */
import type { ChangeLevel, ReviewCode } from './rules.js';

export interface ReviewOptions {
  /** Level by code; `off` leaves the findings of a rule out. */
  readonly levels: Readonly<Partial<Record<ReviewCode, ChangeLevel | 'off'>>>;
  /** Findings that are known and accepted. They are still listed, apart, with the reason. */
  readonly ignore: readonly Ignored[];
  /** What was announced may go: the removal of a deprecated operation is a warning from the day of its `x-sunset` on. */
  readonly grace: boolean;
  /** The day of the review, `2026-05-15`: expiry dates and sunsets are held against it. */
  readonly today: string;
}

export interface Ignored {
  readonly fingerprint: string;
  /** Why it may pass; empty reasons are refused. */
  readonly reason: string;
  /** The last day on which it holds, `2026-05-15`. Default: for good. */
  readonly expires?: string;
}

export const reviewDefaults: Omit<ReviewOptions, 'today'> = { levels: {}, ignore: [], grace: false };
