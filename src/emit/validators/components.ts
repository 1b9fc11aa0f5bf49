import type { NamedSchema, Schema, SchemaId } from '../../model/schema.js';
import { eachChild } from '../../model/schemas/walk.js';

/** Numbers named schemas so that two have the same number exactly where each refers, over any steps, to the other (Tarjan). */
export function components(schemas: readonly NamedSchema[]): ReadonlyMap<SchemaId, number> {
  const edges = new Map(schemas.map((named) => [named.id, references(named.schema)]));
  const order = new Map<SchemaId, number>();
  const low = new Map<SchemaId, number>();
  const group = new Map<SchemaId, number>();
  const open: SchemaId[] = [];
  for (const start of edges.keys()) {
    if (order.has(start)) continue;
    // An explicit stack: chains of references can be longer than the one of the machine.
    const work: { readonly id: SchemaId; readonly next: Iterator<SchemaId> }[] = [enter(start)];
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const { done, value: to } = top.next.next();
      if (done) {
        leave(top.id);
        work.pop();
        const parent = work.at(-1);
        if (parent) lower(parent.id, low.get(top.id));
      } else if (!order.has(to)) work.push(enter(to));
      else if (!group.has(to)) lower(top.id, order.get(to));
    }
  }
  return group;

  function enter(id: SchemaId): { readonly id: SchemaId; readonly next: Iterator<SchemaId> } {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
    return { id, next: (edges.get(id) ?? new Set<SchemaId>())[Symbol.iterator]() };
  }
  function lower(id: SchemaId, to: number | undefined): void {
    low.set(id, Math.min(low.get(id) ?? 0, to ?? 0));
  }
  function leave(id: SchemaId): void {
    if (low.get(id) !== order.get(id)) return;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      group.set(last, order.get(id) ?? 0);
      if (last === id) return;
    }
  }
}

function references(schema: Schema): Set<SchemaId> {
  const found = new Set<SchemaId>();
  const work: Schema[] = [schema];
  for (let next = work.pop(); next; next = work.pop()) {
    if (next.kind === 'reference') found.add(next.to);
    else eachChild(next, (child) => work.push(child));
  }
  return found;
}
