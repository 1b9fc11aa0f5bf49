/** Answers that land in no documented member, each with the reason why that is not the client's fault. */
import type { Result } from './client.js';
import type { Call } from './verdict.js';

interface Reason {
  readonly reason: string;
  matches(answer: Call & { readonly what: string; readonly result: Result }): boolean;
}

export const REASONS: readonly Reason[] = [];
