/** Unions of unions. */
import type { Schema, UnionSchema } from '../../schema.js';
import { union } from '../shape.js';

/** One union where the members count the same; by type where their types alone tell them apart. */
export function flattened(mode: 'anyOf' | 'oneOf', members: readonly Schema[], draft: UnionSchema): Schema {
  const flat = members.flatMap((member) => {
    const isInner =
      member.kind === 'union' &&
      !member.docs &&
      !member.discriminator &&
      (member.mode === 'types' || (member.mode === mode && mode === 'anyOf'));
    return isInner ? member.members : [member];
  });
  const kept = flat.filter(({ kind }) => kind !== 'never');
  const kinds = new Set(kept.map(({ kind }) => kind));
  const isByType = kinds.size === kept.length && kept.every(isOfOneType);
  return union(isByType ? 'types' : mode, kept, draft.at);
}
const isOfOneType = (schema: Schema): boolean =>
  schema.kind === 'null' || schema.kind === 'boolean' || ('typed' in schema && schema.typed);
