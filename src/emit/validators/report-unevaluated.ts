import type { Schema, UnevaluatedSchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { type Evaluation, evaluatedItem, evaluatedMember, evaluationOf } from './evaluation.js';
import { negate } from './expression.js';
import { forKeys, loop, reading } from './loops.js';
import { fail, reportPart, type Subject } from './report.js';
import { isArray, isObject } from './scalars.js';
import { atPart, inPart, type Key, type Spot } from './spot.js';
import { branch, type Statement } from './statement.js';
import type { Frame } from './unit.js';

/** The members and items that nothing beside the keyword evaluated. */
export function reportUnevaluated(schema: UnevaluatedSchema, subject: Subject, at: Frame): readonly Statement[] {
  const evaluation = evaluationOf(schema.base, at.unit.facts);
  return [
    ...(schema.properties ? members(schema.properties, evaluation, subject, at) : []),
    ...(schema.items ? items(schema.items, evaluation, subject, at) : []),
  ];
}

function members(schema: Schema, evaluation: Evaluation, { value, spot }: Subject, at: Frame): readonly Statement[] {
  const key = at.locals.next('key');
  const local = at.locals.next('member');
  const asked = evaluatedMember(evaluation, value, key, at);
  const inside = part(schema, local, spot, { kind: 'name', code: key }, '/unevaluatedProperties', at);
  const unevaluated = branch(negate(asked.test), reading(local, code`${value}[${key}]`, inside));
  return unevaluated.length === 0 ? [] : branch(isObject(value), [...asked.statements, forKeys(value, key, unevaluated)]);
}

function items(schema: Schema, evaluation: Evaluation, { value, spot }: Subject, at: Frame): readonly Statement[] {
  const index = at.locals.next('index');
  const local = at.locals.next('item');
  const asked = evaluatedItem(evaluation, value, local, index, at);
  const inside = part(schema, local, spot, { kind: 'index', code: index }, '/unevaluatedItems', at);
  const unevaluated = branch(negate(asked.test), inside);
  return unevaluated.length === 0
    ? []
    : branch(isArray(value), [...asked.statements, loop(value, code`0`, local, unevaluated, index)]);
}

function part(schema: Schema, value: Code, spot: Spot, key: Key, step: string, at: Frame): readonly Statement[] {
  if (schema.kind === 'never') return [fail({ value, spot: atPart(spot, key) }, 'nothing more', step.slice(1))];
  return reportPart(schema, value, inPart(spot, schema, step, key), at);
}
