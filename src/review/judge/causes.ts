/** One cause, however many places it reaches: a shared schema, or the same change in many copies. */
import type { Schema } from '../../model/schema.js';
import { canonical } from '../compare/canonical.js';
import type { Changes, Occurrence } from '../compare/changes.js';

export interface Cause {
  readonly first: Occurrence;
  readonly where: string;
  readonly also: readonly string[];
  readonly exports: readonly string[];
  readonly all: readonly Occurrence[];
}

export function causesOf({ occurrences }: Changes): readonly Cause[] {
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const key = keyOf(occurrence);
    const group = groups.get(key);
    if (group) group.push(occurrence);
    else groups.set(key, [occurrence]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const [where = first.where, ...also] = new Set([...all.flatMap(declarationOf), ...all.map((one) => one.where)]);
    return [{ first, where, also, exports: [...new Set(all.flatMap((one) => one.exports))], all }];
  });
}

/** Equal where the same sentence is true of both, and the same member of the same types. */
function keyOf(occurrence: Occurrence): string {
  const { code, kind, message, symbol, label, before, after } = occurrence;
  const member = symbol?.steps.at(-1);
  const subject = kind === 'statement' ? [label, symbol && symbol.steps.length === 0 ? symbol.name : ''] : [];
  return JSON.stringify([code, message, member ?? '', ...subject, textOf(before), textOf(after)]);
}
function textOf(shown: Schema | string | undefined): string {
  return typeof shown === 'object' ? canonical(shown) : (shown ?? '');
}

/** The place of a shared declaration comes before the operations that reach it. */
function declarationOf(occurrence: Occurrence): readonly string[] {
  const pointer = occurrence.new ?? occurrence.old;
  return occurrence.owner && pointer !== undefined ? [pointer] : [];
}
