import type { Discriminator, Schema, UnionSchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { separate, test } from './accept.js';
import { both, comparison, type Expression, either, inline, negate } from './expression.js';
import { absent, member, present } from './member.js';
import { sum } from './report-union.js';
import { isObject } from './scalars.js';
import type { Frame } from './unit.js';

export function unionTest(schema: UnionSchema, value: Code, at: Frame): Expression {
  if (schema.discriminator) return discriminated(schema, schema.discriminator, value, at);
  const tests = referencesLast(schema.members).map((each) => briefly(each, value, at));
  if (schema.mode !== 'oneOf') return either(tests);
  if (tests.length === 1) return either(tests);
  const count = sum(tests.map((each) => code`Number(${inline(each)})`));
  return comparison(code`${count} === 1`, code`${count} !== 1`);
}

/** What is long to say as one operand among others is said in a function. */
const LONG = 90;
function briefly(schema: Schema, value: Code, at: Frame): Expression {
  const direct = test(schema, value, at);
  return schema.kind === 'object' && inline(direct).text.length > LONG ? separate(schema, value, at) : direct;
}

/** As type predicates references narrow the value for what stands after them. */
const referencesLast = (members: readonly Schema[]): readonly Schema[] => [
  ...members.filter((member) => member.kind !== 'reference'),
  ...members.filter((member) => member.kind === 'reference'),
];

/** The value of the discriminator alone chooses the member that is tested, where it chooses one. */
function discriminated(schema: UnionSchema, discriminator: Discriminator, value: Code, at: Frame): Expression {
  const { property, mapping, fallback, optional } = discriminator;
  const tag = member(value, property);
  const is = (entry: { readonly value: string }): Expression =>
    comparison(code`${tag} === ${entry.value}`, code`${tag} !== ${entry.value}`);
  const cases = schema.members.map((each, i) => {
    const chooses =
      i === fallback
        ? negate(either(mapping.filter((entry) => entry.member !== i).map(is)))
        : either(mapping.filter((entry) => entry.member === i).map(is));
    return both([chooses, briefly(each, value, at)]);
  });
  const unchosen = optional
    ? [both([comparison(absent(tag), present(tag)), unionTest(withoutDiscriminator(schema), value, at)])]
    : [];
  return both([isObject(value), either([...cases, ...unchosen])]);
}

/** What is asked of a value that does not say which member it is meant for. */
export function withoutDiscriminator({ discriminator: _, ...schema }: UnionSchema): UnionSchema {
  return schema;
}
