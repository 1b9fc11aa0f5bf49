import type { Issue } from './issue.js';

/** Issues in the order in which the value has their places; those of a missing member come after those of the members that are there. */
export function inDocumentOrder(issues: Issue[], value: unknown, depth = 0): Issue[] {
  if (issues.length < 2) return issues;
  const members = Object(value);
  const groups = new Map<string, Issue[]>();
  for (const key of Object.keys(members)) groups.set(key, []);
  const here: Issue[] = [];
  for (const issue of issues) {
    const key = issue.path[depth];
    const group = key === undefined ? here : (groups.get(`${key}`) ?? []);
    group.push(issue);
    if (key !== undefined) groups.set(`${key}`, group);
  }
  return [...here, ...[...groups].flatMap(([key, group]) => inDocumentOrder(group, members[key], depth + 1))];
}
