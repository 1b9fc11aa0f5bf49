import type { Issue } from './issue.js';

/**
 * The issue for a value on which reading itself ended: a cycle or more levels than the stack holds (`depth`), or a getter or
 * proxy that throws (`access`). What it threw is not passed on: it may hold anything.
 */
export function unreadable(thrown: unknown): Issue {
  const deep = thrown instanceof RangeError || (thrown instanceof Error && thrown.name === 'InternalError');
  const expected = deep ? 'a value of fewer levels' : 'a value that can be read';
  const received = deep ? 'one nested too deeply' : 'one that throws';
  return {
    message: `expected ${expected}, received ${received}`,
    path: [],
    pointer: '',
    keyword: deep ? 'depth' : 'access',
    schemaPath: '',
    expected,
    received,
  };
}
