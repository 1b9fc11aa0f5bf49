import type { NamedSchema, SchemaId } from '../../model/schema.js';
import { referencesOf } from '../../model/schemas/walk.js';

/** The schemas that lead back to themselves. Depth first (Tarjan's strongly connected components), without recursion: chains may be long. */
export function recursive(schemas: readonly NamedSchema[]): ReadonlySet<SchemaId> {
  const references = new Map(schemas.map(({ id, schema }) => [id, referencesOf(schema)]));
  const found = new Set<SchemaId>();
  const closed = new Set<SchemaId>();
  const order = new Map<SchemaId, number>();
  const open: SchemaId[] = [];
  for (const { id: start } of schemas) {
    const path: { readonly id: SchemaId; readonly next: Iterator<SchemaId>; low: number }[] = [];
    const enter = (id: SchemaId): void => {
      path.push({ id, next: (references.get(id) ?? new Set<SchemaId>()).values(), low: order.size });
      order.set(id, order.size);
      open.push(id);
    };
    if (!order.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { done, value: to } = top.next.next();
      if (!done) {
        const seen = order.get(to);
        if (seen === undefined) enter(to);
        else if (!closed.has(to)) top.low = Math.min(top.low, seen);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) above.low = Math.min(above.low, top.low);
      if (top.low !== order.get(top.id)) continue;
      const circle = open.splice(open.lastIndexOf(top.id));
      for (const id of circle) {
        closed.add(id);
        if (circle.length > 1 || references.get(id)?.has(id)) found.add(id);
      }
    }
  }
  return found;
}
