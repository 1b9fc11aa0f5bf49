import type { Issue } from './issue.js';

/** Sorts issues into the order in which the value has their places; a missing member comes after those that are there. */
export function inDocumentOrder(issues: Issue[], value: unknown): Issue[] {
  const ranks = new Map<unknown, Map<string, number>>();
  return issues.sort((a, b) => {
    let parent = value;
    for (let i = 0; ; i++) {
      const left = a.path[i];
      const right = b.path[i];
      if (left === undefined || right === undefined) return a.path.length - b.path.length;
      if (left !== right) return typeof left === 'number' ? left - Number(right) : rank(parent, left) - rank(parent, `${right}`);
      parent = Object(parent)[left];
    }
  });

  function rank(parent: unknown, key: string): number {
    let known = ranks.get(parent);
    if (!known) {
      known = new Map(Object.keys(Object(parent)).map((name, i) => [name, i]));
      ranks.set(parent, known);
    }
    return known.get(key) ?? known.size;
  }
}
