import type { Issue } from './issue.js';
import { type Check, fail, type Issues, type Keys, type Place, part } from './place.js';

/** Alternatives within alternatives are tried as long as no more than this many checks come of it; beyond, the union itself is the fault. */
const MOST = 256;

/**
 * For a value that passes no member of a union: reports what is wrong with it by the member that it comes closest to, and by that one alone.
 * Where it is not even of the type of any member, the union is reported.
 */
export function closest(
  issues: Issues,
  at: Place,
  pointer: string,
  keys: Keys,
  value: unknown,
  checks: readonly Check[],
  expected: string,
  keyword: string,
  schemaPath: string,
): Issues {
  const trials = trialsAt(at) * checks.length;
  let best: Issue[] = [];
  let distance = Number.POSITIVE_INFINITY;
  if (trials <= MOST) {
    for (const check of checks) {
      const found = check(value, { ...part(undefined, undefined, ''), trials }, undefined) ?? [];
      const far = distanceOf(found, pointer);
      if (far < distance) {
        best = found;
        distance = far;
      }
    }
  }
  if (distance === Number.POSITIVE_INFINITY) return fail(issues, at, pointer, keys, value, expected, keyword, schemaPath);
  for (const issue of best) {
    at?.lead(at, issue);
    issues?.push(issue);
  }
  return issues ?? best;
}

function trialsAt(at: Place): number {
  let place = at;
  while (place && place.trials === undefined) place = place.up;
  return place?.trials ?? 1;
}

/**
 * A member of another type is out of the question; one whose constants differ was hardly meant; then the fewer faults the closer, and what
 * the value does not have counts more than what is wrong in what it has.
 */
function distanceOf(issues: readonly Issue[], here: string): number {
  let distance = issues.length || Number.POSITIVE_INFINITY;
  for (const { keyword, pointer } of issues) {
    const isOwn = !pointer.slice(here.length + 1).includes('/');
    const isConstant = keyword === 'const' || keyword === 'enum';
    if (pointer === here && (isConstant || keyword === 'type' || keyword === 'false')) return Number.POSITIVE_INFINITY;
    if (isOwn && isConstant) distance += 1_000;
    if (isOwn && keyword === 'required') distance++;
  }
  return distance;
}
