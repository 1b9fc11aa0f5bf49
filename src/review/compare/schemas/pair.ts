/** A comparison while it is being made. */
import type { Schema } from '../../../model/schema.js';
import type { Comparison, Difference, Direction, Step } from './difference.js';

export interface Comparer {
  /** Complete, but for pairs that are being compared already. */
  compare(oldSchema: Schema, newSchema: Schema, direction: Direction): Comparison;
  /** The same node, which may be completed later. */
  link(oldSchema: Schema, newSchema: Schema, direction: Direction): Comparison;
}

/** The place of a difference and what to show of both sides. */
export type Places = Pick<Difference, 'old' | 'new' | 'before' | 'after'>;

export class Pair {
  readonly direction: Direction;
  /** How codes of this direction begin. */
  readonly word: 'sent' | 'received';
  private readonly comparer: Comparer;
  private readonly comparison: Comparison;

  constructor(comparer: Comparer, direction: Direction, comparison: Comparison) {
    this.comparer = comparer;
    this.direction = direction;
    this.word = direction === 'send' ? 'sent' : 'received';
    this.comparison = comparison;
  }

  get sends(): boolean {
    return this.direction === 'send';
  }
  add(difference: Difference): void {
    this.comparison.differences.push(difference);
  }
  link(step: Step | undefined, comparison: Comparison): void {
    this.comparison.children.push({ step, comparison });
  }
  compare(step: Step | undefined, oldSchema: Schema, newSchema: Schema): void {
    this.link(step, this.comparer.link(oldSchema, newSchema, this.direction));
  }
  /** A comparison that is only looked at. */
  look(oldSchema: Schema, newSchema: Schema): Comparison {
    return this.comparer.compare(oldSchema, newSchema, this.direction);
  }
}
