/**
 * `readOnly` and `writeOnly` of a property: its own, or those of what it refers to.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
 */
import { child, type Pointer } from '../../../diagnostics.js';
import { type Context, isObject } from '../../node.js';
import type { Json, Property } from '../../schema.js';

export function accessOf(context: Context, at: Pointer, value: Json | undefined): Property['access'] {
  const seen = new Set<Pointer>();
  const pending: { at: Pointer; value: Json | undefined }[] = [{ at, value }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value } = next;
    if (!isObject(value) || seen.has(next.at)) continue;
    seen.add(next.at);
    if (value['readOnly'] === true) return 'readOnly';
    if (value['writeOnly'] === true) return 'writeOnly';
    if (typeof value['$ref'] === 'string') {
      const target = context.source.resolve(value['$ref'], next.at);
      if (!('problem' in target)) pending.push(target);
    }
    const members = value['allOf'];
    if (Array.isArray(members)) pending.push(...members.map((value, i) => ({ at: child(next.at, 'allOf', i), value })));
  }
  return undefined;
}
