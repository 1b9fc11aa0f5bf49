/** Collecting what changed, place by place, before causes are told from their consequences. */
import type { Pointer } from '../../diagnostics.js';
import type { Operation } from '../../model/api.js';
import type { NamedSchema, Schema } from '../../model/schema.js';
import type { ReviewCode } from '../rules.js';
import { type Comparison, type Direction, reachable, type Step } from './schemas/difference.js';

/** Where in the API something is exchanged. */
export interface Position {
  /** `POST /pets`, or a pointer where there is no such place. */
  readonly where: string;
  /** Begins the sentence: `response 200`, `query parameter "limit"`. */
  readonly label: string;
  /** The type that shows it: `CreatePetInput['body']`. */
  readonly symbol: SymbolPath | undefined;
  readonly direction: Direction;
  /** Exports through which callers reach it, of both sides. */
  readonly exports: readonly string[];
  readonly operation: Operation | undefined;
}

/** A type by name and the way into it. */
export interface SymbolPath {
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface Occurrence {
  /** A difference of schemas is the same wherever it is met; a statement belongs to what it is said of. */
  readonly kind: 'difference' | 'statement';
  readonly code: ReviewCode;
  readonly where: string;
  /** Shared declaration in which it stands, if any: the cause is there and not in the operations that reach it. */
  readonly owner: NamedSchema | undefined;
  /** The one thing that it is said of, where it is said of everything too that uses it. */
  readonly subject: Pointer | undefined;
  readonly label: string;
  readonly message: string;
  readonly symbol: SymbolPath | undefined;
  readonly before: Schema | string | undefined;
  readonly after: Schema | string | undefined;
  readonly old: Pointer | undefined;
  readonly new: Pointer | undefined;
  readonly exports: readonly string[];
  readonly operation: Operation | undefined;
}

/** What is said of an operation as a whole, or of something outside operations. */
export type Statement = Pick<Occurrence, 'code' | 'message' | 'old' | 'new'> &
  Partial<Pick<Occurrence, 'before' | 'after' | 'symbol' | 'exports' | 'label' | 'subject'>>;

export class Changes {
  readonly occurrences: Occurrence[] = [];
  /** Declarations that stand at the same place of both documents: what renames are told by. */
  readonly met = new Map<NamedSchema, Set<NamedSchema>>();

  state(at: Pick<Position, 'where' | 'operation' | 'exports'>, statement: Statement): void {
    this.occurrences.push({
      kind: 'statement',
      owner: undefined,
      subject: undefined,
      symbol: undefined,
      before: undefined,
      after: undefined,
      label: '',
      ...statement,
      where: at.where,
      operation: at.operation,
      exports: statement.exports ?? at.exports,
    });
  }

  /** Everything that differs below a place, each fact with the shortest way to it. */
  schemas(position: Position, root: Comparison): void {
    const ways = new Map<Comparison, { readonly symbol: SymbolPath | undefined; readonly owner: NamedSchema | undefined }>();
    ways.set(root, { symbol: position.symbol, owner: undefined });
    for (const comparison of reachable(root)) {
      const { old, new: is } = comparison;
      if (old && is) this.meet(old, is);
      const reached = ways.get(comparison) ?? { symbol: position.symbol, owner: undefined };
      // Another declaration in the place of one is a change of the place, not of either declaration.
      const declared = is && old && is.origin !== 'inline' && old.source === is.source ? is : undefined;
      const way = declared ? { symbol: { name: declared.id, steps: [] }, owner: declared } : reached;
      // What is gone is known by the name under which it was there.
      const gone = declared && old ? { name: old.id, steps: [] } : way.symbol;
      for (const child of comparison.children) {
        if (!ways.has(child.comparison)) ways.set(child.comparison, { ...way, symbol: into(way.symbol, child.step) });
      }
      for (const { step, ...difference } of comparison.differences) {
        this.occurrences.push({
          kind: 'difference',
          before: undefined,
          after: undefined,
          ...difference,
          where: position.where,
          owner: way.owner,
          subject: undefined,
          label: way.owner ? `${way.owner.id} as ${position.direction === 'send' ? 'sent' : 'received'}` : position.label,
          symbol: into(difference.after === undefined && difference.before !== undefined ? gone : way.symbol, step),
          exports: way.owner ? [...position.exports, way.owner.id] : position.exports,
          operation: position.operation,
        });
      }
    }
  }

  private meet(a: NamedSchema, b: NamedSchema): void {
    this.met.set(a, (this.met.get(a) ?? new Set<NamedSchema>()).add(b));
  }
}

export function into(symbol: SymbolPath | undefined, step: Step | undefined): SymbolPath | undefined {
  return symbol && step ? { name: symbol.name, steps: [...symbol.steps, step] } : symbol;
}

export const property = (name: string): Step => ({ kind: 'property', name });
