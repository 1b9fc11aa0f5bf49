/** What comparing two schemas finds: a graph, since schemas may be recursive, whose nodes are pairs that were met. */
import type { Pointer } from '../../../diagnostics.js';
import type { NamedSchema, Schema } from '../../../model/schema.js';
import { type ReviewCode, ruleOf } from '../../rules.js';

/** Which way values go, seen from the caller. */
export type Direction = 'send' | 'receive';

/** One fact, at one place of each document. */
export interface Difference {
  readonly code: ReviewCode;
  /** Where it stands; undefined on the side that has nothing there. */
  readonly old: Pointer | undefined;
  readonly new: Pointer | undefined;
  /** What it is about below the pair it was found in: the property. */
  readonly step?: Step;
  readonly before?: Schema | string | undefined;
  readonly after?: Schema | string | undefined;
  /** One sentence without the place. */
  readonly message: string;
}

/** One level of access in a TypeScript type. */
export type Step = { readonly kind: 'property'; readonly name: string } | { readonly kind: 'item' } | { readonly kind: 'value' };

export interface Comparison {
  /** The declarations that were compared, where they have one. */
  readonly old: NamedSchema | undefined;
  readonly new: NamedSchema | undefined;
  readonly differences: Difference[];
  readonly children: { readonly step: Step | undefined; readonly comparison: Comparison }[];
}

/** Every comparison reachable from one, each once. While a recursive pair is being compared, what is known of it so far. */
export function* reachable(from: Comparison): Generator<Comparison> {
  const seen = new Set([from]);
  for (const comparison of seen) {
    yield comparison;
    for (const child of comparison.children) seen.add(child.comparison);
  }
}

export function breaks(from: Comparison): boolean {
  for (const { differences } of reachable(from))
    if (differences.some((difference) => ruleOf(difference.code).level === 'breaking')) return true;
  return false;
}

/** Nothing differs that a type or the wire shows. */
export function equal(from: Comparison): boolean {
  for (const { differences } of reachable(from)) {
    if (differences.some((difference) => ruleOf(difference.code).concerns !== 'documentation')) return false;
  }
  return true;
}
