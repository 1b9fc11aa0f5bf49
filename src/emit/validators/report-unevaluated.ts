import type { Schema, UnevaluatedSchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { separate, test } from './accept.js';
import { type Evaluation, evaluatedItem, evaluatedMember, evaluationOf } from './evaluation.js';
import { both, negate } from './expression.js';
import { forKeys, loop } from './loops.js';
import { report, type Subject } from './report.js';
import { isArray, isObject } from './scalars.js';
import { isSimple } from './simple.js';
import { placeOf, spotAt, within } from './spot.js';
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

function members(schema: Schema, evaluation: Evaluation, subject: Subject, at: Frame): readonly Statement[] {
  const key = at.locals.next('key');
  const local = at.locals.next('member');
  const asked = evaluatedMember(evaluation, subject.value, key, at);
  const fails = both([negate(asked.test), negate(testOf(schema, local, at))]);
  const inside = branch(fails, reportKey(schema, subject, key, local, '/unevaluatedProperties', 'no such member', at));
  return inside.length === 0
    ? []
    : branch(isObject(subject.value), [...asked.statements, forKeys(subject.value, key, local, inside)]);
}

function items(schema: Schema, evaluation: Evaluation, subject: Subject, at: Frame): readonly Statement[] {
  const index = at.locals.next('index');
  const local = at.locals.next('item');
  const asked = evaluatedItem(evaluation, subject.value, local, index, at);
  const fails = both([negate(asked.test), negate(testOf(schema, local, at))]);
  const inside = branch(fails, reportKey(schema, subject, index, local, '/unevaluatedItems', 'no such item', at));
  return inside.length === 0
    ? []
    : branch(isArray(subject.value), [...asked.statements, loop(subject.value, code`0`, local, inside, index)]);
}

const testOf = (schema: Schema, value: Code, at: Frame): ReturnType<typeof test> =>
  isSimple(schema) ? test(schema, value, at) : separate(schema, value, at);

function reportKey(
  schema: Schema,
  { spot }: Subject,
  key: Code,
  value: Code,
  step: string,
  expected: string,
  at: Frame,
): readonly Statement[] {
  if (schema.kind === 'never')
    return [code`runtime.fail(${within(spot, key, spot.path)}, [], ${value}, ${expected}, ${step.slice(1)});`];
  const place = at.locals.next('at');
  const made = placeOf(spot, schema, step, key);
  return [code`const ${place} = ${made};`, ...report(schema, { value, spot: spotAt(place, schema.at) }, at)];
}
