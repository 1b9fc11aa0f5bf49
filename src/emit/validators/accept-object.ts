import type { ObjectSchema, Property } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { isCalled, merge, requirements, test } from './accept.js';
import { always, atom, both, comparison, type Expression, either, negate } from './expression.js';
import { forKeys, reading } from './loops.js';
import { absent, isInherited, member, present } from './member.js';
import { isDeclared, isKnown, matches } from './object-keys.js';
import { isObject } from './scalars.js';
import { isSimple } from './simple.js';
import { branch, require, type Statement } from './statement.js';
import type { Frame } from './unit.js';

/** Where every member is a simple test. */
export function objectTest(schema: ObjectSchema, value: Code, at: Frame): Expression {
  const tests = schema.properties.map((property) => inlineMember(property, member(value, property.name), at));
  const rest = both([...tests, ...dependentRequired(schema, value), sizeTest(schema, value)]);
  return schema.typed ? both([typeTest(schema, value, at), rest]) : either([negate(isObject(value)), rest]);
}

/**
 * That it is an object. Where a required member follows whose test no member of an array passes, an array fails there, and
 * need not be told from an object first.
 */
function typeTest(schema: ObjectSchema, value: Code, at: Frame): Expression {
  const decides = schema.properties.some(
    ({ name, required, schema: of }) =>
      required && name !== 'length' && !/^\d/.test(name) && !(name in Array.prototype) && at.unit.facts.isTyped(of),
  );
  return decides ? atom(code`runtime.isObjectLike(${value})`) : isObject(value);
}

/** What is asked of a member in one expression, its presence included. */
export function inlineMember(property: Property, value: Code, at: Frame): Expression {
  const inner = test(property.schema, value, at);
  if (!property.required) return either([comparison(absent(value), present(value)), inner]);
  return at.unit.facts.isTyped(property.schema) ? inner : both([comparison(present(value), absent(value)), inner]);
}

export function objectRequirements(schema: ObjectSchema, value: Code, at: Frame): readonly Statement[] {
  const inside = merge([
    ...schema.properties.flatMap((property) => memberRequirements(property, value, at)),
    ...dependentRequired(schema, value).map(require),
    require(sizeTest(schema, value)),
    ...others(schema, value, at),
    ...schema.dependentSchemas.flatMap(({ name, schema: dependent }) =>
      branch(comparison(present(member(value, name)), absent(member(value, name))), [require(test(dependent, value, at))]),
    ),
  ]);
  return schema.typed ? [require(typeTest(schema, value, at)), ...inside] : branch(isObject(value), inside);
}

function memberRequirements(property: Property, value: Code, at: Frame): readonly Statement[] {
  const { name, schema, required } = property;
  if (schema.kind === 'any' && !required) return [];
  const direct = member(value, name);
  const isCall = isCalled(schema, at);
  const isOne = isCall || isSimple(schema);
  if (isOne && !isInherited(name) && (isCall || schema.kind !== 'object')) {
    const inner = inlineMember(property, direct, at);
    if (mentions(inner, direct) <= 3) return [require(inner)];
  }
  const local = at.locals.next('member');
  const declared = code`const ${local} = ${direct};`;
  if (isOne) {
    const inner = inlineMember(property, local, at);
    return inner === always ? [] : [declared, require(inner)];
  }
  const inside = merge(requirements(schema, local, at));
  if (required)
    return [declared, ...(at.unit.facts.isTyped(schema) ? [] : [require(comparison(present(local), absent(local)))]), ...inside];
  return inside.length === 0 ? [] : [declared, ...branch(comparison(present(local), absent(local)), inside)];
}
/** How often it names the value. */
function mentions(expression: Expression, value: Code): number {
  switch (expression.kind) {
    case 'constant':
      return 0;
    case 'atom':
      return expression.code.text.split(value.text).length - 1;
    case 'and':
    case 'or':
      return expression.operands.reduce((sum, operand) => sum + mentions(operand, value), 0);
    default:
      return expression satisfies never;
  }
}

function dependentRequired(schema: ObjectSchema, value: Code): readonly Expression[] {
  return schema.dependentRequired.map(({ name, requires }) => {
    const there = (each: string): Expression => comparison(present(member(value, each)), absent(member(value, each)));
    return either([negate(there(name)), both(requires.map(there))]);
  });
}

function sizeTest(schema: ObjectSchema, value: Code): Expression {
  const { minProperties: min, maxProperties: max } = schema;
  return both([
    ...(min ? [enoughMembers(value, min)] : []),
    ...(max !== undefined ? [fewMembers(value, max)] : []),
    ...(isCounted(schema) ? [rightCount(schema, value)] : []),
  ]);
}
/** For an object that is closed and has what it requires: nothing else. */
export const rightCount = ({ properties }: ObjectSchema, value: Code): Expression =>
  comparison(code`${count(value)} === ${properties.length}`, code`${count(value)} !== ${properties.length}`);
const count = (value: Code): Code => code`runtime.countMembers(${value})`;
export const enoughMembers = (value: Code, min: number): Expression =>
  comparison(code`${count(value)} >= ${min}`, code`${count(value)} < ${min}`);
export const fewMembers = (value: Code, max: number): Expression =>
  comparison(code`${count(value)} <= ${max}`, code`${count(value)} > ${max}`);
/** Closed, and every known member is required: then there is nothing else exactly where the count is right. */
export const isCounted = (schema: ObjectSchema): boolean =>
  schema.additionalProperties.kind === 'never' &&
  schema.patternProperties.length === 0 &&
  schema.properties.every((property) => property.required && isDeclared(property));

/** What is asked of names, of members by pattern, and of the members that nothing else takes: one loop. */
function others(schema: ObjectSchema, value: Code, at: Frame): readonly Statement[] {
  const { additionalProperties: additional, patternProperties, propertyNames } = schema;
  const asksRest = additional.kind !== 'any' && !isCounted(schema);
  if (!asksRest && !propertyNames && patternProperties.every((each) => each.schema.kind === 'any')) return [];
  const key = at.locals.next('key');
  const local = at.locals.next('member');
  const inside: Statement[] = [];
  if (propertyNames) inside.push(require(test(propertyNames, key, at)));
  for (const { pattern, schema: each } of patternProperties) {
    inside.push(...branch(matches(pattern, key, at), merge([require(test(each, local, at))])));
  }
  if (asksRest) {
    const known = isKnown(schema, key, at);
    const rest = isSimple(additional) ? requirements(additional, local, at) : [require(test(additional, local, at))];
    inside.push(...branch(negate(known), rest));
  }
  return [forKeys(value, key, reading(local, code`${value}[${key}]`, merge(inside)))];
}
