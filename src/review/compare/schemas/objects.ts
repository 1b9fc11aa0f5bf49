import { child, quote } from '../../../diagnostics.js';
import type { ObjectSchema, Property, Schema } from '../../../model/schema.js';
import type { ReviewCode } from '../../rules.js';
import { canonical } from '../canonical.js';
import { compareConditions } from './alternatives.js';
import { equal } from './difference.js';
import { compareObjectLimits } from './limits.js';
import type { Pair, Places } from './pair.js';

export function compareObjects(a: ObjectSchema, b: ObjectSchema, places: Places, pair: Pair): void {
  const was = new Map(a.properties.map((property) => [property.name, property]));
  const is = new Map(b.properties.map((property) => [property.name, property]));
  for (const [name, property] of was) {
    const other = is.get(name);
    if (other) compareProperty(property, other, pair);
    else propertyRemoved(property, a, b, places, pair);
  }
  for (const [name, property] of is) if (!was.has(name)) propertyAdded(property, a, places, pair);
  compareAdditional(a, b, places, pair);
  comparePatternProperties(a, b, places, pair);
  compareObjectLimits(a, b, places, pair);
  compareDependencies(a, b, places, pair);
}

function compareProperty(a: Property, b: Property, pair: Pair): void {
  const step = { kind: 'property', name: a.name } as const;
  pair.compare(step, a.schema, b.schema);
  if (a.required === b.required) return;
  pair.add({
    code: `${pair.word}-property-became-${b.required ? 'required' : 'optional'}`,
    old: a.at,
    new: b.at,
    step,
    before: a.schema,
    after: b.schema,
    message: `${quote(a.name)} is ${b.required ? 'required' : 'optional'} now`,
  });
}

function propertyRemoved(property: Property, a: ObjectSchema, b: ObjectSchema, places: Places, pair: Pair): void {
  const refused = !b.additionalImplied && b.additionalProperties.kind === 'never';
  const heir = heirOf(property, a, b, pair);
  const sent = refused ? 'sent-property-refused' : 'sent-property-removed';
  const lost = property.required ? 'received-required-property-removed' : 'received-property-removed';
  const code = pair.sends ? sent : heir && !property.required ? 'received-property-renamed' : lost;
  const hint = heir ? `; ${quote(heir.name)} has come, and is of the same type` : '';
  const step = { kind: 'property', name: property.name } as const;
  pair.add({
    code,
    ...places,
    old: property.at,
    step,
    before: property.schema,
    after: undefined,
    message: `${quote(property.name)} is gone${hint}`,
  });
}

/** The new property that is the old one under another name: of the same type, and spelt alike or of a type that is no coincidence. */
function heirOf(property: Property, a: ObjectSchema, b: ObjectSchema, pair: Pair): Property | undefined {
  const names = new Set(a.properties.map((one) => one.name));
  const fresh = b.properties.filter((one) => !names.has(one.name) && equal(pair.look(property.schema, one.schema)));
  const [only] = fresh;
  if (!only || fresh.length > 1) return undefined;
  return isSpeltAlike(only.name, property.name) || canonical(property.schema).length > 300 ? only : undefined;
}

/** `result` and `results`, `userId` and `user_id`: one within the other, word breaks and case aside. */
function isSpeltAlike(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  return x !== undefined && y !== undefined && x !== '' && y !== '' && (x.includes(y) || y.includes(x));
}

function propertyAdded(property: Property, a: ObjectSchema, places: Places, pair: Pair): void {
  const wasClosed = !a.additionalImplied && a.additionalProperties.kind === 'never';
  const code = pair.sends
    ? property.required
      ? 'sent-required-property-added'
      : 'sent-property-added'
    : wasClosed
      ? 'received-property-added-to-closed'
      : 'received-property-added';
  const message = `${quote(property.name)} is new${property.required ? ' and required' : ''}`;
  const step = { kind: 'property', name: property.name } as const;
  pair.add({ code, ...places, new: property.at, step, before: undefined, after: property.schema, message });
}

/**
 * `implied`: not said, so accepted and not in the type. An object of which nothing is said at all is a map of anything, and its type
 * says so: `explicit`.
 */
type Openness = 'implied' | 'closed' | 'explicit';
function opennessOf(schema: ObjectSchema): Openness {
  if (schema.additionalImplied) return schema.properties.length + schema.patternProperties.length > 0 ? 'implied' : 'explicit';
  return schema.additionalProperties.kind === 'never' ? 'closed' : 'explicit';
}

function compareAdditional(a: ObjectSchema, b: ObjectSchema, places: Places, pair: Pair): void {
  const was = opennessOf(a);
  const is = opennessOf(b);
  if (was === 'explicit' && is === 'explicit') pair.compare({ kind: 'value' }, a.additionalProperties, b.additionalProperties);
  if (was === is) return;
  const add = (code: ReviewCode, message: string): void =>
    pair.add({ code, ...places, before: a.additionalProperties, after: b.additionalProperties, message });
  if (is === 'closed') {
    if (was === 'explicit')
      add(`${pair.word}-additional-properties-closed`, 'properties of other names are not possible any more');
    else if (pair.sends) add('sent-additional-properties-refused', 'properties that are not documented are refused now');
    // What was received without being documented was in no type.
  } else if (is === 'implied' && was === 'explicit') {
    add(`${pair.word}-additional-properties-undocumented`, 'properties of other names are not documented any more');
  } else if (pair.sends && was === 'implied' && b.additionalProperties.kind !== 'any') {
    add('sent-additional-properties-refused', 'properties of other names have to be of a certain type now');
  } else add(`${pair.word}-additional-properties-opened`, 'properties of other names are possible now');
}

function comparePatternProperties(a: ObjectSchema, b: ObjectSchema, places: Places, pair: Pair): void {
  const was = new Map(a.patternProperties.map((one) => [one.pattern.source, one.schema]));
  const is = new Map(b.patternProperties.map((one) => [one.pattern.source, one.schema]));
  for (const [pattern, schema] of was) {
    const other = is.get(pattern);
    if (other) pair.compare({ kind: 'value' }, schema, other);
    else
      pair.add({
        code: pair.sends ? 'sent-condition-removed' : 'received-additional-properties-closed',
        ...places,
        message: `properties that match ${quote(pattern)} are not documented any more`,
      });
  }
  for (const pattern of is.keys()) {
    if (!was.has(pattern))
      pair.add({
        code: pair.sends ? 'sent-limit-set' : 'received-additional-properties-opened',
        ...places,
        message: `properties that match ${quote(pattern)} are documented now`,
      });
  }
}

function compareDependencies(a: ObjectSchema, b: ObjectSchema, places: Places, pair: Pair): void {
  const was = demandsOf(a);
  const is = demandsOf(b);
  for (const [demand, message] of is)
    if (!was.has(demand)) pair.add({ code: `${pair.word}-condition-added`, ...places, message });
  for (const [demand, message] of was)
    if (!is.has(demand)) pair.add({ code: `${pair.word}-condition-removed`, ...places, message: `no longer: ${message}` });
  const names = (schema: Schema | undefined): readonly Schema[] => (schema ? [schema] : []);
  compareConditions(
    names(a.propertyNames),
    names(b.propertyNames),
    { ...places, new: child(places.new ?? '#', 'propertyNames') },
    pair,
  );
}

/** Each single demand with the sentence that says it. */
function demandsOf(schema: ObjectSchema): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const { name, requires } of schema.dependentRequired) {
    for (const required of requires) out.set(JSON.stringify([name, required]), `${quote(name)} demands ${quote(required)}`);
  }
  for (const { name, schema: demanded } of schema.dependentSchemas)
    out.set(`${JSON.stringify(name)} ${canonical(demanded)}`, `${quote(name)} demands more of the object`);
  return out;
}
