/** The one way from the tests to what lies beside the project: real documents, the official schema suite, yardsticks. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, type SuiteFactory, test } from 'vitest';

const root = fileURLToPath(new URL('../../shared/', import.meta.url));

/** A path below the shared folder; call it inside `describeShared` only. */
export const shared = (path: string): string => root + path;

/**
 * A suite that needs the shared folder. Without it, as in a fresh clone, it is skipped with one clear line and not even collected, as suites
 * read there to know their tests; in CI it must run.
 */
export function describeShared(name: string, suite: SuiteFactory): void {
  if (existsSync(root)) {
    describe(name, suite);
    return;
  }
  if (process.env['CI']) throw new Error('CI runs with ../shared beside the project, and it is not there');
  test.skip(`${name} (skipped: ../shared is not beside this checkout)`);
}
