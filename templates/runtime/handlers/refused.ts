import type { Issue } from '../validation/index.js';

/** A request that breaks the document, on its way to the answer that says so. */
export class Refused extends Error {
  readonly status: 400 | 405 | 413 | 415;
  readonly issues: readonly Issue[];

  constructor(status: 400 | 405 | 413 | 415, issues: readonly Issue[]) {
    super(`refused with ${status}`);
    this.status = status;
    this.issues = issues;
  }
}
