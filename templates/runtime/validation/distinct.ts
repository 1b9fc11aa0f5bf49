import type { Issue } from './issue.js';
import type { Issues } from './place.js';

/**
 * Without repeats among the issues from an index on: schemas that a value must meet together can ask for the same type, or for the same
 * member, of which the issue that says more is kept.
 */
export function distinct(issues: Issues, from = 0): Issues {
  if (!issues || issues.length < from + 2) return issues;
  const known = new Map<string, Issue>();
  for (const issue of issues.splice(from)) {
    const { pointer, message, received, expected } = issue;
    const fault = `${pointer} ${received === 'nothing' ? received : message}`;
    const before = known.get(fault);
    // A place in the map stays where it was made.
    if (!before || (before.expected === 'a value' && expected !== 'a value')) known.set(fault, issue);
  }
  for (const issue of known.values()) issues.push(issue);
  return issues;
}
