/** What can be said of a name only from what is said of the names in it, without recursion: chains of references may be long. */
import type { Schema, SchemaId } from '../schema.js';
import { referencesOf } from './walk.js';

interface Named {
  readonly id: SchemaId;
  readonly schema: Schema;
}

/**
 * The names whose schemas pass: the least set, so that a name which passes only because of itself is not in it. `passes` may only become
 * true by more names having been found. `known`: those that are found before.
 */
export function namesWhere(
  all: readonly Named[],
  passes: (schema: Schema, found: ReadonlySet<SchemaId>) => boolean,
  known: ReadonlySet<SchemaId> = new Set(),
): ReadonlySet<SchemaId> {
  const found = new Set(known);
  const waiting = new Map<SchemaId, Named[]>();
  for (const named of all) {
    for (const to of referencesOf(named.schema)) {
      const others = waiting.get(to);
      if (others) others.push(named);
      else waiting.set(to, [named]);
    }
  }
  const pending = [...all];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next.id) || !passes(next.schema, found)) continue;
    found.add(next.id);
    pending.push(...(waiting.get(next.id) ?? []));
  }
  return found;
}
