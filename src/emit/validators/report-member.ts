/** The members of which a call of the runtime says all: those of a plain type and those behind a reference. */
import { child } from '../../diagnostics.js';
import type { Property, Schema } from '../../model/schema.js';
import { type Code, code, derived, empty } from '../../print/code.js';
import { expectation } from './expectation.js';
import type { Facts } from './facts.js';
import { isInherited } from './member.js';
import type { Subject } from './report.js';
import { numberAssertions } from './scalars.js';
import { alternation, inMember, inReference, isToken, type Spot } from './spot.js';
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
  const isOne =
    schema.kind === 'union'
      ? schema.mode === 'types' && !alternation(schema) && schema.members.every(isNullOrType)
      : isType(schema);
  const kind = isOne ? expectation(schema, facts) : '';
  return KINDS.has(kind) ? { kind, path: spot.path } : undefined;
}

/** `Kind` and `NumberKind` of the runtime. */
const KINDS: ReadonlySet<string> = new Set(
  ['array', 'boolean', 'integer', 'number', 'object', 'string'].flatMap((type) => [type, `${type} or null`]),
);

const isNullOrType = (schema: Schema): boolean => schema.kind === 'null' || isType(schema);
function isType(schema: Schema): boolean {
  switch (schema.kind) {
    case 'boolean':
      return true;
    case 'string':
      return schema.typed && !schema.minLength && schema.maxLength === undefined && !schema.pattern && !schema.format?.asserted;
    case 'number':
      return schema.typed && schema.as === 'number' && numberAssertions(schema, code`value`).length === 0;
    case 'array':
      return (
        schema.typed &&
        schema.items.kind === 'any' &&
        schema.prefixItems.length === 0 &&
        !schema.contains &&
        !schema.uniqueItems &&
        !schema.minItems &&
        schema.maxItems === undefined
      );
    case 'object':
      return (
        schema.typed &&
        schema.additionalProperties.kind === 'any' &&
        schema.properties.length === 0 &&
        schema.patternProperties.length === 0 &&
        !schema.propertyNames &&
        schema.dependentRequired.length === 0 &&
        schema.dependentSchemas.length === 0 &&
        !schema.minProperties &&
        schema.maxProperties === undefined
      );
    default:
      return false;
  }
}
