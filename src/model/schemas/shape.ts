/** The few ways to put schemas together that keep what a value must meet, and what is evaluated, as it was. */
import type { Pointer } from '../../diagnostics.js';
import type { Documentation, Schema, UnionSchema } from '../schema.js';
import { mergeDocs } from './read/annotations.js';

/** All of them. What asserts nothing and evaluates nothing goes, and leaves its annotations behind. */
export function conjunction(parts: readonly Schema[], at: Pointer): Schema {
  const members: Schema[] = [];
  let docs: Documentation | undefined;
  for (const part of parts) {
    if (part.kind === 'never') return part;
    if (part.kind === 'any') docs = mergeDocs(docs, part.docs);
    else if (part.kind === 'intersection' && !part.docs) members.push(...part.members);
    else members.push(part);
  }
  const [first] = members;
  if (!first) return documented({ kind: 'any', at }, docs);
  if (members.length === 1) return documented(first, mergeDocs(docs, first.docs));
  return documented({ kind: 'intersection', members, at }, docs);
}

/** One of them. A single member is the union; one that accepts nothing is none. */
export function union(mode: UnionSchema['mode'], members: readonly Schema[], at: Pointer): Schema {
  const [first] = members;
  if (!first) return { kind: 'never', at };
  if (members.length === 1) return first;
  return { kind: 'union', mode, members, at };
}

export function documented(schema: Schema, docs: Documentation | undefined): Schema {
  return docs === undefined || docs === schema.docs ? schema : { ...schema, docs };
}

/** With what the place around it says as well. */
export function annotated(schema: Schema, docs: Documentation | undefined): Schema {
  return documented(schema, mergeDocs(docs, schema.docs));
}
