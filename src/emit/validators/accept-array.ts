import type { ArraySchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { merge, requirements, test } from './accept.js';
import { atom, both, comparison, type Expression, either, negate } from './expression.js';
import { loop, reading } from './loops.js';
import { isArray, isIterable } from './scalars.js';
import { isSimple } from './simple.js';
import { branch, require, type Statement } from './statement.js';
import type { Frame } from './unit.js';

/** What can be said of an array without looking into it. */
export function sizeTest(schema: ArraySchema, value: Code): Expression {
  const tests: Expression[] = [];
  if (schema.minItems)
    tests.push(comparison(code`${value}.length >= ${schema.minItems}`, code`${value}.length < ${schema.minItems}`));
  if (schema.maxItems !== undefined)
    tests.push(comparison(code`${value}.length <= ${schema.maxItems}`, code`${value}.length > ${schema.maxItems}`));
  // A tuple that is closed is a length too.
  if (schema.items.kind === 'never') {
    const most = schema.prefixItems.length;
    tests.push(comparison(code`${value}.length <= ${most}`, code`${value}.length > ${most}`));
  }
  return both(tests);
}
const unique = (value: Code): Expression => atom(code`runtime.allUnique(${value})`);

export function arrayTest(schema: ArraySchema, value: Code): Expression {
  if (schema.iterable) return isIterable(value);
  const rest = both([sizeTest(schema, value), ...(schema.uniqueItems ? [unique(value)] : [])]);
  return schema.typed ? both([isArray(value), rest]) : either([negate(isArray(value)), rest]);
}

export function arrayRequirements(schema: ArraySchema, value: Code, at: Frame): readonly Statement[] {
  const inside = merge([
    require(sizeTest(schema, value)),
    ...prefix(schema, value, at),
    ...items(schema, value, at),
    ...contained(schema, value, at),
    ...(schema.uniqueItems ? [require(unique(value))] : []),
  ]);
  if (schema.iterable) return [require(isIterable(value)), ...branch(isArray(value), inside)];
  return schema.typed ? [require(isArray(value)), ...inside] : branch(isArray(value), inside);
}

function prefix(schema: ArraySchema, value: Code, at: Frame): readonly Statement[] {
  return schema.prefixItems.flatMap((item, i) => {
    if (item.kind === 'any') return [];
    const local = at.locals.next('item');
    return branch(
      comparison(code`${value}.length > ${i}`, code`${value}.length <= ${i}`),
      reading(local, code`${value}[${i}]`, merge(requirements(item, local, at))),
    );
  });
}

function items(schema: ArraySchema, value: Code, at: Frame): readonly Statement[] {
  const { items: each, prefixItems } = schema;
  if (each.kind === 'any' || each.kind === 'never') return [];
  const local = at.locals.next('item');
  // One loop for each kind of item, and what an item must be in a function of its own: so each call has one target.
  const required = isSimple(each) ? requirements(each, local, at) : [require(test(each, local, at))];
  return [loop(value, code`${prefixItems.length}`, local, merge(required), at.locals.next('index'))];
}

function contained(schema: ArraySchema, value: Code, at: Frame): readonly Statement[] {
  const { contains } = schema;
  if (!contains) return [];
  const { statements, count } = counted(schema, value, at);
  return [...statements, require(both([enough(contains, count), few(contains, count)]))];
}
type Contains = NonNullable<ArraySchema['contains']>;
export const enough = (contains: Contains, count: Code): Expression =>
  comparison(code`${count} >= ${contains.min}`, code`${count} < ${contains.min}`);
export const few = (contains: Contains, count: Code): Expression =>
  contains.max === undefined ? both([]) : comparison(code`${count} <= ${contains.max}`, code`${count} > ${contains.max}`);

/** Counts the items that `contains` accepts. */
export function counted(
  schema: ArraySchema & { readonly contains?: Contains },
  value: Code,
  at: Frame,
): { readonly statements: readonly Statement[]; readonly count: Code } {
  const count = at.locals.next('count');
  const item = at.locals.next('item');
  const accepted = schema.contains ? test(schema.contains.schema, item, at) : both([]);
  return {
    count,
    statements: [
      code`let ${count} = 0;`,
      loop(value, code`0`, item, branch(accepted, [code`${count}++;`]), at.locals.next('index')),
    ],
  };
}
