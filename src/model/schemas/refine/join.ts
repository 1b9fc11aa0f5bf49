/** A conjunction of refined schemas, said in as few of them as say exactly the same. */
import type { Pointer } from '../../../diagnostics.js';
import type { Schema, UnionSchema } from '../../schema.js';
import { conjunction } from '../shape.js';
import { merged } from './merge.js';

export function joined(parts: readonly Schema[], at: Pointer): Schema {
  const flat = parts.flatMap((part) => (part.kind === 'intersection' && !part.docs ? part.members : [part]));
  const kept: Schema[] = [];
  for (const part of flat) {
    const found = firstOf(kept, (other) => join(other, part));
    if (found) kept[found.index] = found.value;
    else kept.push(part);
  }
  return conjunction(kept, at);
}

function join(a: Schema, b: Schema): Schema | undefined {
  return distributed(a, b) ?? distributed(b, a) ?? merged(a, b, (x, y) => joined([x, y], x.at));
}

/**
 * `type: [object, null]` beside keywords about objects: they belong to the object among the alternatives, since values of other types
 * pass them anyway.
 */
function distributed(alternatives: Schema, part: Schema): UnionSchema | undefined {
  if (alternatives.kind !== 'union' || alternatives.mode !== 'types' || !('typed' in part) || part.typed) return undefined;
  const typed: Schema = { ...part, typed: true };
  const members = alternatives.members.map((member) => (member.kind === part.kind ? joined([member, typed], member.at) : member));
  return { ...alternatives, members };
}

function firstOf(
  list: readonly Schema[],
  ask: (schema: Schema) => Schema | undefined,
): { index: number; value: Schema } | undefined {
  for (const [index, schema] of list.entries()) {
    const value = ask(schema);
    if (value) return { index, value };
  }
  return undefined;
}
