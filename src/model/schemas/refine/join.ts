/** A conjunction of refined schemas, said in as few of them as say exactly the same. */
import type { Pointer } from '../../../diagnostics.js';
import type { Schema, UnionSchema } from '../../schema.js';
import { typesOf, wholeTypes } from '../analyse/types-of.js';
import { mergeDocs } from '../read/annotations.js';
import { conjunction, documented, union } from '../shape.js';
import { NONE, typeOfValue } from '../types.js';
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
  return (
    distributed(a, b) ?? distributed(b, a) ?? narrowed(a, b) ?? narrowed(b, a) ?? merged(a, b, (x, y) => joined([x, y], x.at))
  );
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

/** Beside types and nothing else: what is left of alternatives and listed values, and all of what has no other types. */
function narrowed(a: Schema, b: Schema): Schema | undefined {
  const whole = wholeTypes(b);
  if (whole === NONE || whole !== typesOf(b, unknown) || !isOfTypes(b)) return undefined;
  const docs = mergeDocs(a.docs, b.docs);
  const isWithin = (part: Schema): boolean => (typesOf(part, unknown) & ~whole) === 0;
  if (a.kind === 'union' && a.mode === 'types') {
    const members = a.members.filter((member) => (typesOf(member, unknown) & whole) !== 0);
    return members.length > 0 && members.every(isWithin) ? documented(union('types', members, a.at), docs) : undefined;
  }
  if (a.kind === 'literal' && !a.descriptions) {
    const values = a.values.filter((value) => (typeOfValue(value) & whole) !== 0);
    return values.length > 0 ? documented({ ...a, values }, docs) : undefined;
  }
  return a.kind !== b.kind && isWithin(a) ? documented(a, docs) : undefined;
}
/** What a name means is not asked here. */
const unknown = (): undefined => undefined;
/** Whether it evaluates nothing, and its values are neither read as something else nor more than their type says. */
function isOfTypes(schema: Schema): boolean {
  if (schema.kind === 'union') return schema.mode === 'types' && schema.members.every(isOfTypes);
  if (schema.kind === 'number') return schema.as === 'number';
  if (schema.kind === 'string') return schema.format?.branded !== true;
  return schema.kind === 'null' || schema.kind === 'boolean' || schema.kind === 'array' || schema.kind === 'object';
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
