/** The members of which a call of the runtime says all: those of a plain type and those behind a reference. */
import { child } from '../../diagnostics.js';
import type { Property, Schema } from '../../model/schema.js';
import { type Code, code, derived, empty } from '../../print/code.js';
import { expectation } from './expectation.js';
import type { Facts } from './facts.js';
import { isInherited } from './member.js';
import { isPlainType } from './plain-type.js';
import { expectedWhereMissing, type Subject } from './report.js';
import { inMember, inReference, isToken, type Spot } from './spot.js';
import type { Unit } from './unit.js';

/** Undefined where the report takes more than a call, or stands where the call does not know its paths. */
export function memberCall({ name, schema, required }: Property, { value, spot }: Subject, unit: Unit): Code | undefined {
  if (isInherited(name) || !isToken(name) || spot.keys.length > 0 || (required && spot.path !== '')) return undefined;
  const inner = inMember(spot, schema, name);
  // Where the model has drawn schemas together, it stands elsewhere.
  const usual = child('/properties', name);
  const found = kindOf(schema, inner, unit.facts);
  if (found) {
    if (found.path !== usual && !found.path.startsWith(`${usual}/`)) return undefined;
    const under = found.path.slice(usual.length);
    const isNumber = /^(?:integer|number)/.test(found.kind);
    const head = code`runtime.${required ? code`need` : code`may`}${isNumber ? code`Number` : empty}`;
    return code`${head}(${spot.at}, ${value}, ${name}, ${found.kind}${under === '' ? empty : code`, ${under}`});`;
  }
  const recurring = unit.facts.recurring(schema);
  if (recurring) {
    const under = inner.path === usual ? empty : code`, ${inner.path}`;
    if (!required) return code`runtime.mayBe(${spot.at}, ${value}, ${name}, ${recurring.check}${under});`;
    const missing = expectedWhereMissing(schema, unit.facts);
    const expected = under === empty && missing === 'a value' ? empty : code`, ${missing}`;
    return code`runtime.needBe(${spot.at}, ${value}, ${name}, ${recurring.check}${expected}${under});`;
  }
  if (schema.kind !== 'reference' || unit.facts.plain(schema)) return undefined;
  const head = required ? code`runtime.needRef` : code`runtime.mayRef`;
  if (inReference(inner, schema).path !== `${usual}/$ref`) return undefined;
  return code`${head}(${spot.at}, ${value}, ${name}, ${derived('check', schema.to)});`;
}

/** The word for a type without further assertions, where the runtime knows it, and the path of the schema that says it. */
function kindOf(schema: Schema, spot: Spot, facts: Facts): { readonly kind: string; readonly path: string } | undefined {
  if (schema.kind === 'reference') {
    const plain = facts.plain(schema);
    return plain && kindOf(plain, inReference(spot, plain), facts);
  }
  const kind = isPlainType(schema) ? expectation(schema, facts) : '';
  return KINDS.has(kind) ? { kind, path: spot.path } : undefined;
}

/** `Kind` and `NumberKind` of the runtime. */
const KINDS: ReadonlySet<string> = new Set(
  ['array', 'boolean', 'integer', 'number', 'object', 'string'].flatMap((type) => [type, `${type} or null`]),
);
