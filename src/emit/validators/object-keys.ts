import { child } from '../../diagnostics.js';
import type { ObjectSchema, Pattern, Property } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { atom, comparison, type Expression, either } from './expression.js';
import type { Frame } from './unit.js';

/** False for a name that only `required` mentions: that takes nothing from `additionalProperties`. */
export const isDeclared = (property: Property): boolean => property.at.endsWith(child('', 'properties', property.name));

export const matches = (pattern: Pattern, key: Code, at: Frame): Expression =>
  atom(code`${at.unit.pattern(pattern)}.test(${key})`);

/** That a key is one of those that `properties` and `patternProperties` take. */
export function isKnown(schema: ObjectSchema, key: Code, at: Frame): Expression {
  const named = schema.properties
    .filter(isDeclared)
    .map(({ name }) => comparison(code`${key} === ${name}`, code`${key} !== ${name}`));
  return either([...named, ...schema.patternProperties.map(({ pattern }) => matches(pattern, key, at))]);
}
