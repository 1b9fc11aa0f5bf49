import type { Issue } from './issue.js';

/** What `assert` throws. Its message names the first faults; none of its parts holds the value. */
export class ValidationError extends Error {
  override readonly name: string = 'ValidationError';
  readonly issues: Issue[];

  constructor(issues: Issue[]) {
    super(
      issues
        .slice(0, 5)
        .map(({ pointer, message }) => `${pointer} ${message}`)
        .join('; '),
    );
    this.issues = issues;
  }
}
