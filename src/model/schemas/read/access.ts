/**
 * `readOnly` and `writeOnly` of a property: its own, or those of what it refers to.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
 */
import { child, type Pointer } from '../../../diagnostics.js';
import type { JsonObject } from '../../../load/source.js';
import { flagMeant } from '../../meant.js';
import { type Context, describe, isObject } from '../../node.js';
import { valueOfOtherType } from '../../rules.js';
import type { Json, Property } from '../../schema.js';

export function accessOf(context: Context, at: Pointer, value: Json | undefined): Property['access'] {
  const seen = new Set<Pointer>();
  const pending: { at: Pointer; value: Json | undefined }[] = [{ at, value }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value } = next;
    if (!isObject(value) || seen.has(next.at)) continue;
    seen.add(next.at);
    if (isSet(context, next.at, value, 'readOnly')) return 'readOnly';
    if (isSet(context, next.at, value, 'writeOnly')) return 'writeOnly';
    if (typeof value['$ref'] === 'string') {
      const target = context.source.resolve(value['$ref'], next.at);
      if (!('problem' in target)) pending.push(target);
    }
    const members = value['allOf'];
    if (Array.isArray(members)) pending.push(...members.map((value, i) => ({ at: child(next.at, 'allOf', i), value })));
  }
  return undefined;
}

function isSet(context: Context, at: Pointer, schema: JsonObject, keyword: 'readOnly' | 'writeOnly'): boolean {
  const given = schema[keyword];
  if (typeof given === 'boolean' || given === undefined || given === null) return given === true;
  const meant = flagMeant(given) === true;
  if (meant) context.report(valueOfOtherType, child(at, keyword), `expected true, found ${describe(given)}`);
  return meant;
}
