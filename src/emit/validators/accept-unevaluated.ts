import type { Schema, UnevaluatedSchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { merge, requirements, separate, test } from './accept.js';
import { type Evaluation, evaluatedItem, evaluatedMember, evaluationOf } from './evaluation.js';
import { type Expression, negate } from './expression.js';
import { forKeys, loop, reading } from './loops.js';
import { isArray, isObject } from './scalars.js';
import { isSimple } from './simple.js';
import { branch, mentions, require, type Statement } from './statement.js';
import type { Frame } from './unit.js';

/** First everything beside the keyword, then the members and items that none of that evaluated. */
export function unevaluatedRequirements(schema: UnevaluatedSchema, value: Code, at: Frame): readonly Statement[] {
  const evaluation = evaluationOf(schema.base, at.unit.facts);
  return [
    ...requirements(schema.base, value, at),
    ...(schema.properties ? members(schema.properties, evaluation, value, at) : []),
    ...(schema.items ? items(schema.items, evaluation, value, at) : []),
  ];
}
/** Inside a loop one call is enough: what it calls is a function of its own. */
const asked = (schema: Schema, value: Code, at: Frame): Expression =>
  isSimple(schema) ? test(schema, value, at) : separate(schema, value, at);

function members(schema: Schema, evaluation: Evaluation, value: Code, at: Frame): readonly Statement[] {
  const key = at.locals.next('key');
  const local = at.locals.next('member');
  const { statements, test: evaluated } = evaluatedMember(evaluation, value, key, at);
  if (evaluated.kind === 'constant' && evaluated.value) return [];
  // What was asked before may have told the compiler of a type whose members have no names but their own.
  const any = at.locals.next('members');
  const asks = reading(local, code`${any}[${key}]`, merge([require(asked(schema, local, at))]));
  const inside = branch(negate(evaluated), asks);
  const declared = mentions(inside, any) ? [code`const ${any}: Readonly<Record<string, unknown>> = ${value};`] : [];
  return branch(isObject(value), [...statements, ...declared, forKeys(value, key, inside)]);
}

function items(schema: Schema, evaluation: Evaluation, value: Code, at: Frame): readonly Statement[] {
  const index = at.locals.next('index');
  const local = at.locals.next('item');
  const { statements, test: evaluated } = evaluatedItem(evaluation, value, local, index, at);
  if (evaluated.kind === 'constant' && evaluated.value) return [];
  const inside = merge(branch(negate(evaluated), [require(asked(schema, local, at))]));
  return branch(isArray(value), [...statements, loop(value, code`0`, local, inside, index)]);
}
