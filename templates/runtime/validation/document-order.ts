import type { Issue } from './issue.js';

/** Issues in the order in which the value has their places; those of a missing member come after those of the members that are there. */
export function inDocumentOrder(issues: Issue[], value: unknown, depth = 0): Issue[] {
  if (issues.length < 2) return issues;
  const members = Object(value);
  const groups = new Map<string | undefined, Issue[]>([undefined, ...Object.keys(members)].map((key) => [key, []]));
  for (const issue of issues) {
    const key = issue.path[depth]?.toString();
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  const ordered: Issue[] = [];
  for (const [key, group] of groups) {
    for (const issue of key === undefined ? group : inDocumentOrder(group, members[key], depth + 1)) ordered.push(issue);
  }
  return ordered;
}
