/** The members of which a call says all: those of a plain type and those whose schema has a check of its own. */
import { child, isWithin } from '../../diagnostics.js';
import type { Property, Schema } from '../../model/schema.js';
import { type Code, code, derived, empty } from '../../print/code.js';
import { inlineMember } from './accept-object.js';
import { expectation } from './expectation.js';
import { negate } from './expression.js';
import type { Facts } from './facts.js';
import { isFlat } from './flat.js';
import { isInherited, member } from './member.js';
import { isPlainType } from './plain-type.js';
import { entering, expectedWhereMissing, isAbsent, type Subject } from './report.js';
import { inMember, inReference, isToken, placeOf, type Spot } from './spot.js';
import { branch, reported, type Statement } from './statement.js';
import type { Frame } from './unit.js';

/** Undefined where the report takes more than a call, or stands where the call does not know its paths. */
export function memberCall(property: Property, subject: Subject, at: Frame): readonly Statement[] | undefined {
  const { name, schema, required } = property;
  const { value, spot } = subject;
  const { facts } = at.unit;
  if (isInherited(name) || !isToken(name) || spot.keys.length > 0 || (required && spot.path !== '')) return undefined;
  const inner = inMember(spot, property);
  const direct = member(value, name);
  const usual = child('/properties', name);
  const found = typeNamed(schema, inner, facts);
  if (found) {
    // Where the model has drawn schemas together, it stands elsewhere.
    if (!isWithin(found.path, usual)) return undefined;
    const under = found.path === usual ? empty : code`, ${found.path.slice(usual.length)}`;
    const call = reported(code`runtime.need(issues, ${spot.at}, ${value}, ${name}, ${found.type}${under})`);
    return branch(negate(inlineMember(property, direct, at)), [call]);
  }
  const entry = entryOf(schema, inner, facts);
  if (!entry) return undefined;
  const { check, path, missing } = entry;
  if (required && !isWithin(path, usual)) return undefined;
  const entered = (): Statement => {
    if (!required) return entering(check, direct, placeOf({ ...inner, path }));
    const way = path === `${usual}/$ref` ? empty : code`, ${path.slice(usual.length)}`;
    const expected = way === empty && missing === 'a value' ? empty : code`, ${missing}`;
    return reported(code`runtime.needBe(issues, ${spot.at}, ${name}, ${direct}, ${check}${expected}${way})`);
  };
  // A scalar is tested where it stands; what has parts is entered, so that it is walked once.
  if (isFlat(schema, facts) && schema.kind !== 'object') return branch(negate(inlineMember(property, direct, at)), [entered()]);
  return required ? [entered()] : branch(isAbsent(direct), [], [entered()]);
}

/** The words for a type without further assertions, and the path of the schema that says it. */
function typeNamed(schema: Schema, spot: Spot, facts: Facts): { readonly type: string; readonly path: string } | undefined {
  if (schema.kind === 'reference') {
    const plain = facts.plain(schema);
    return plain && typeNamed(plain, inReference(spot, plain), facts);
  }
  return isPlainType(schema) ? { type: expectation(schema, facts), path: spot.path } : undefined;
}

/** The check of a schema that has one, the path of the schema that it is of, and what is expected where nothing is. */
function entryOf(
  schema: Schema,
  spot: Spot,
  facts: Facts,
): { readonly check: Code; readonly path: string; readonly missing: string } | undefined {
  const recurring = facts.recurring(schema);
  if (recurring) return { check: recurring.check, path: spot.path, missing: expectedWhereMissing(schema, facts) };
  if (schema.kind !== 'reference' || facts.plain(schema)) return undefined;
  return { check: derived('check', schema.to), path: inReference(spot, schema).path, missing: 'a value' };
}
