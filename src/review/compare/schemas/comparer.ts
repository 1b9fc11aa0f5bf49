/**
 * Comparing two schemas by what they accept, in the direction in which values go.
 *
 * Each pair is compared once. A pair that is met again while it is being compared is the same node of the graph, so recursive
 * schemas end, and differ where they differ and nowhere else.
 */
import type { NamedSchema, Schema } from '../../../model/schema.js';
import { compareAlternatives } from './alternatives.js';
import { compareDefaults, compareDefaultsBeside } from './defaults.js';
import { type Comparison, type Direction, equal } from './difference.js';
import { type Comparer, Pair } from './pair.js';
import { type Alternative, Shapes } from './shape.js';
import { compareShapes } from './shapes.js';

/** Of pairs that are compared within each other; what is deeper waits, so that a chain of schemas may have any length. */
const DEEPEST = 100;

/** Of choices that hang on each other; where there are more, the forms of a union are paired by what is known of them so far. */
const DEEPEST_CHOICE = 100;

export class SchemaComparer implements Comparer {
  readonly old: Shapes;
  readonly new: Shapes;
  private depth = 0;
  private choices = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly schemas = { send: new Memory(), receive: new Memory() };
  private readonly alternatives = { send: new Memory(), receive: new Memory() };

  constructor(oldSchemas: readonly NamedSchema[], newSchemas: readonly NamedSchema[]) {
    this.old = new Shapes(oldSchemas);
    this.new = new Shapes(newSchemas);
  }

  compare(oldSchema: Schema, newSchema: Schema, direction: Direction): Comparison {
    const comparison = this.link(oldSchema, newSchema, direction);
    this.settle();
    return comparison;
  }

  link(oldSchema: Schema, newSchema: Schema, direction: Direction): Comparison {
    const a = this.old.resolve(oldSchema);
    const b = this.new.resolve(newSchema);
    const comparison = this.schemas[direction].once(a.schema, b.schema, a.name, b.name, (comparison) =>
      this.begin(() => {
        const pair = new Pair(this, direction, comparison);
        compareShapes(
          { schema: a.schema, shape: this.old.of(a.schema) },
          { schema: b.schema, shape: this.new.of(b.schema) },
          pair,
          {
            compare: (x, y) => this.compareAlternative(x, y, direction),
            isEqual: (x, y) => {
              const alternative = this.compareAlternative(x, y, direction);
              this.settle();
              return equal(alternative);
            },
          },
        );
        compareDefaults(a.schema, b.schema, pair);
      }),
    );
    // What stands beside a reference is of this place, and not of the schema that many places share.
    const own: Comparison = { old: undefined, new: undefined, differences: [], children: [{ step: undefined, comparison }] };
    if (oldSchema !== a.schema || newSchema !== b.schema)
      compareDefaultsBeside(oldSchema, newSchema, a.schema, b.schema, new Pair(this, direction, own));
    return own.differences.length > 0 ? own : comparison;
  }

  private begin(make: () => void): void {
    if (this.depth >= DEEPEST) {
      this.waiting.push(make);
      return;
    }
    this.depth++;
    make();
    this.depth--;
  }

  /** Compares what waits, before somebody looks at the result. */
  private settle(): void {
    if (this.choices >= DEEPEST_CHOICE) return;
    this.choices++;
    for (let make = this.waiting.pop(); make; make = this.waiting.pop()) {
      this.depth++;
      make();
      this.depth--;
    }
    this.choices--;
  }

  private compareAlternative(a: Alternative, b: Alternative, direction: Direction): Comparison {
    const keyOf = (one: Alternative): object => (one.conditions.length ? one : one.schema);
    return this.alternatives[direction].once(keyOf(a), keyOf(b), a.name, b.name, (comparison) =>
      compareAlternatives(a, b, new Pair(this, direction, comparison)),
    );
  }
}

class Memory {
  private readonly rows = new WeakMap<object, WeakMap<object, Comparison>>();

  once(
    a: object,
    b: object,
    oldName: NamedSchema | undefined,
    newName: NamedSchema | undefined,
    make: (empty: Comparison) => void,
  ): Comparison {
    const row = this.rows.get(a) ?? new WeakMap<object, Comparison>();
    this.rows.set(a, row);
    const found = row.get(b);
    if (found) return found;
    const comparison: Comparison = { old: oldName, new: newName, differences: [], children: [] };
    row.set(b, comparison);
    make(comparison);
    return comparison;
  }
}
