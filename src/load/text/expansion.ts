/** The size of a value whose parts are shared: what YAML aliases expand to. Bombs are small texts with huge expansions. */
import type { Finding } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Limits } from '../../options.js';
import { limitExceeded, selfContaining } from '../rules.js';

/** Undefined where the expanded value is within the limits. Costs a visit of every object once, however often it is used. */
export function refuseExpansion(value: Json, limits: Limits): Finding | undefined {
  const refuse = (message: string, rule = limitExceeded): Finding => ({ rule, at: '#', message });
  let size: number;
  try {
    size = sizeOf(value, new Map());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(`nested deeper than can be read; \`limits.depth\` is ${limits.depth}`);
  }
  if (size === Number.POSITIVE_INFINITY) return refuse('an alias stands inside what it names', selfContaining);
  if (size <= limits.nodes) return undefined;
  return refuse(`more than ${limits.nodes} objects and lists, aliases expanded; \`limits.nodes\` raises the limit`);
}

/** Objects and lists in the value, shared ones counted as often as they are used; infinite where one contains itself. */
function sizeOf(value: Json, known: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 0;
  const before = known.get(value);
  if (before !== undefined) return before;
  known.set(value, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const held of Array.isArray(value) ? value : Object.values(value)) size += sizeOf(held, known);
  known.set(value, size);
  return size;
}
