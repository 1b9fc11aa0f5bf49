import type { Issue } from './issue.js';

/** What `assert` throws. Its message is that of the issues, a line each; none of its parts holds the value. */
export class ValidationError extends Error {
  override readonly name: string = 'ValidationError';
  readonly issues: Issue[];

  constructor(issues: Issue[]) {
    super(issues.map((issue) => `${issue.pointer} ${issue.message}`).join('\n'));
    this.issues = issues;
  }
}
