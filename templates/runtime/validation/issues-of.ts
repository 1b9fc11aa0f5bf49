import type { Issue } from './issue.js';
import type { Check, Issues } from './place.js';
import { refusal } from './refusal.js';

/** What a check has against a value, in the order of the schema; undefined where the value is valid. Never throws, whatever the value is. */
export function issuesOf(check: Check, value: unknown): Issues {
  try {
    return check(value);
  } catch (thrown) {
    return unreadable(thrown);
  }
}

/**
 * What is said where reading a value threw: the stack ended, on a cycle or too many levels; or a getter or a proxy threw. What it threw
 * may hold anything and is not passed on, and the value, an object, is not touched again.
 */
export function unreadable(thrown: unknown): Issue[] {
  return refusal({}, 'a readable value', thrown instanceof RangeError ? 'depth' : 'access');
}
