import type { ArraySchema } from '../../model/schema.js';
import { code } from '../../print/code.js';
import { counted, enough, few } from './accept-array.js';
import { plural } from './expectation.js';
import { atom, comparison, negate } from './expression.js';
import { loop, reading } from './loops.js';
import { fail, report, reportPart, type Subject, unless } from './report.js';
import { isArray, isIterable } from './scalars.js';
import { inPart } from './spot.js';
import { branch, type Statement } from './statement.js';
import type { Frame } from './unit.js';

export function reportArray(schema: ArraySchema, subject: Subject, at: Frame): readonly Statement[] {
  const { value } = subject;
  const inner: Subject = { value, spot: subject.spot };
  const inside = [
    ...sizes(schema, inner),
    ...prefix(schema, inner, at),
    ...items(schema, inner, at),
    ...contained(schema, inner, at),
  ];
  if (schema.uniqueItems)
    inside.push(...unless(atom(code`runtime.allUnique(${value})`), [fail(inner, 'no two equal items', 'uniqueItems')]));
  if (!schema.typed) return [...report({ kind: 'any', at: schema.at }, subject, at), ...branch(isArray(value), inside)];
  if (schema.iterable)
    return branch(negate(isIterable(value)), [fail(subject, 'array or iterable', 'type')], branch(isArray(value), inside));
  return branch(negate(isArray(value)), [fail(subject, 'array', 'type')], inside);
}

function sizes(schema: ArraySchema, subject: Subject): readonly Statement[] {
  const { value } = subject;
  const { minItems: min, maxItems: max, prefixItems } = schema;
  const shorter = (most: number): ReturnType<typeof comparison> =>
    comparison(code`${value}.length <= ${most}`, code`${value}.length > ${most}`);
  return [
    ...(min
      ? branch(comparison(code`${value}.length < ${min}`, code`${value}.length >= ${min}`), [
          fail(subject, `at least ${plural(min, 'item')}`, 'minItems'),
        ])
      : []),
    ...(max !== undefined ? unless(shorter(max), [fail(subject, `at most ${plural(max, 'item')}`, 'maxItems')]) : []),
    ...(schema.items.kind === 'never'
      ? unless(shorter(prefixItems.length), [fail(subject, `at most ${plural(prefixItems.length, 'item')}`, 'items')])
      : []),
  ];
}

function prefix(schema: ArraySchema, { value, spot }: Subject, at: Frame): readonly Statement[] {
  return schema.prefixItems.flatMap((item, i) => {
    if (item.kind === 'any') return [];
    const local = at.locals.next('item');
    const inside = reportPart(item, local, inPart(spot, item, `/prefixItems/${i}`, { kind: 'index', code: code`${i}` }), at);
    return branch(
      comparison(code`${value}.length > ${i}`, code`${value}.length <= ${i}`),
      reading(local, code`${value}[${i}]`, inside),
    );
  });
}

function items(schema: ArraySchema, { value, spot }: Subject, at: Frame): readonly Statement[] {
  const { items: each, prefixItems } = schema;
  if (each.kind === 'any' || each.kind === 'never') return [];
  const item = at.locals.next('item');
  const index = at.locals.next('index');
  const inside = reportPart(each, item, inPart(spot, each, '/items', { kind: 'index', code: index }), at);
  return [loop(value, code`${prefixItems.length}`, item, inside, index)];
}

function contained(schema: ArraySchema, subject: Subject, at: Frame): readonly Statement[] {
  const { contains } = schema;
  if (!contains) return [];
  const { statements, count } = counted(schema, subject.value, at);
  const least = `at least ${plural(contains.min, 'item')} of the kind that it must contain`;
  const most = `at most ${plural(contains.max ?? 0, 'item')} of the kind that it contains`;
  return [
    ...statements,
    ...unless(enough(contains, count), [fail(subject, least, contains.min === 1 ? 'contains' : 'minContains')]),
    ...unless(few(contains, count), [fail(subject, most, 'maxContains')]),
  ];
}
