/** Members that may not be sent, or not be received. */
import type { Property, Schema, SchemaId } from '../../schema.js';
import type { Find } from '../analyse/types-of.js';
import type { Reading } from '../variants.js';

/** What a member says of itself where it is left out. */
export const withheldBy = (reading: Reading): Property['access'] =>
  reading === 'request' ? 'readOnly' : reading === 'response' ? 'writeOnly' : undefined;

interface Place {
  readonly reading: Reading;
  readonly withheld: ReadonlySet<string>;
}

/** The names that the schemas of one place withhold, each from all the others, and those that are withheld there anyway. */
export function withheldIn(parts: readonly Schema[], { reading, withheld }: Place, find: Find): ReadonlySet<string> {
  const access = withheldBy(reading);
  if (access === undefined || parts.length < 2) return withheld;
  const names = new Set(withheld);
  const entered = new Set<SchemaId>();
  const pending = [...parts];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'object') {
      for (const property of next.properties) if (property.access === access) names.add(property.name);
    } else if (next.kind === 'intersection') pending.push(...next.members);
    else if (next.kind === 'reference' && !entered.has(next.to)) {
      entered.add(next.to);
      const target = find(next.to);
      if (target) pending.push(target);
    }
  }
  return names;
}
