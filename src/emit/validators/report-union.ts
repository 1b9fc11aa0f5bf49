import type { Discriminator, Schema, UnionSchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { ownTest, test } from './accept.js';
import { withoutDiscriminator } from './accept-union.js';
import { alternatives, expectation } from './expectation.js';
import { comparison, either, inline, negate } from './expression.js';
import { member } from './member.js';
import { fail, report, type Subject, unless } from './report.js';
import { isObject, numberAssertions, stringAssertions } from './scalars.js';
import { isSimple } from './simple.js';
import { alternation, atPart, inPlace, partOf, type Spot } from './spot.js';
import { block, branch, type Statement } from './statement.js';
import type { Frame } from './unit.js';

/** Issues of the branch that the value was meant for, and of no other. */
export function reportUnion(schema: UnionSchema, subject: Subject, at: Frame): readonly Statement[] {
  if (schema.discriminator) return chosen(schema, schema.discriminator, subject, at);
  const keyword = alternation(schema) ?? (schema.mode === 'types' ? 'type' : schema.mode);
  const flat = schema.members.filter((each) => isFlat(each, at));
  const deep = schema.members.filter((each) => !flat.includes(each));
  const expected = expectation(schema, at.unit.facts) + (subject.also ?? '');
  if (schema.mode !== 'oneOf' || schema.members.length === 1) {
    const outside = negate(either(flat.map((each) => test(each, subject.value, at))));
    // Types and constants alone: one sentence says it all.
    if (deep.length === 0)
      return branch(outside, [fail({ ...subject, also: '' }, expected, onlyLiterals(flat) ? 'enum' : keyword)]);
    const [only] = deep;
    if (deep.length === 1 && only) {
      const also = flat.length > 0 ? ` or ${alternatives(flat.map((each) => expectation(each, at.unit.facts)))}` : '';
      return branch(
        outside,
        report(only, { ...subject, spot: spotOf(schema, only, subject.spot), also: also + (subject.also ?? '') }, at),
      );
    }
    return unless(test(schema, subject.value, at), [closest(schema, expected, keyword, subject, at)]);
  }
  const passing = at.locals.next('count');
  const tests = schema.members.map((each) => code`Number(${inline(test(each, subject.value, at))})`);
  const none = comparison(code`${passing} === 0`, code`${passing} !== 0`);
  const several = comparison(code`${passing} > 1`, code`${passing} <= 1`);
  return [
    code`const ${passing} = ${sum(tests)};`,
    ...branch(
      none,
      [closest(schema, expected, keyword, subject, at)],
      branch(several, [fail({ ...subject, also: '' }, 'exactly one of the alternatives', keyword)]),
    ),
  ];
}
export const sum = (terms: readonly Code[]): Code =>
  terms.slice(1).reduce((left, right) => code`${left} + ${right}`, terms[0] ?? code`0`);

const onlyLiterals = (members: readonly Schema[]): boolean => members.every((each) => each.kind === 'literal');
/** That its type is all that can be wrong with it. */
function isFlat(schema: Schema, at: Frame): boolean {
  switch (schema.kind) {
    case 'null':
    case 'boolean':
    case 'literal':
    case 'binary':
    case 'never':
      return true;
    case 'string':
      return schema.typed && stringAssertions(schema, code`value`, at.unit).length === 0;
    case 'number':
      return schema.typed && schema.as !== 'string' && numberAssertions(schema, code`value`).length === 0;
    case 'array':
    case 'object':
      return schema.typed && isSimple(schema) && ownTest(schema, code`value`, at).kind === 'atom';
    case 'reference': {
      const plain = at.unit.facts.plain(schema);
      return plain !== undefined && isFlat(plain, at);
    }
    default:
      return false;
  }
}

function spotOf(schema: UnionSchema, each: Schema, spot: Spot): Spot {
  return inPlace(spot, each, schema.mode === 'types' ? '' : `/${schema.mode}/${schema.members.indexOf(each)}`);
}

/** Tries the members and keeps the issues of the one that the value comes closest to. */
function closest(schema: UnionSchema, expected: string, keyword: string, { value, spot }: Subject, at: Frame): Statement {
  const functions = schema.members.map((each) =>
    report(each, { value: code`value`, spot: { ...spotOf(schema, each, spot), at: code`at` } }, at),
  );
  return {
    kind: 'call',
    head: code`runtime.closest(issues, ${spot.at}, ${partOf(spot)}, ${value}, `,
    functions,
    tail: code`, ${expected}, ${keyword}, ${`${spot.path}/${keyword}`})`,
  };
}

/** The discriminator chooses; where it names no member, that is the fault, unless a value may do without. */
function chosen(schema: UnionSchema, discriminator: Discriminator, subject: Subject, at: Frame): readonly Statement[] {
  const { property, mapping, fallback, optional } = discriminator;
  const { value, spot } = subject;
  const tag = member(value, property);
  const inside = (each: Schema, i: number) => report(each, { ...subject, spot: inPlace(spot, each, `/oneOf/${i}`) }, at);
  const cases = schema.members.flatMap((each, i): readonly Statement[] => {
    const values = mapping.filter((entry) => entry.member === i);
    const last = values.at(-1);
    if (!last || i === fallback) return [];
    return [
      ...values.slice(0, -1).map((entry) => code`case ${entry.value}:`),
      block(code`case ${last.value}:`, [...inside(each, i), code`break;`]),
    ];
  });
  const expected = alternatives(mapping.map((entry) => JSON.stringify(entry.value)));
  const otherwise = fail({ value: tag, spot: atPart(spot, property) }, expected, 'discriminator');
  const unchosen = optional
    ? [block(code`case undefined:`, [...reportUnion(withoutDiscriminator(schema), subject, at), code`break;`])]
    : [];
  const spare = fallback === undefined ? undefined : schema.members[fallback];
  const rest =
    spare && fallback !== undefined ? block(code`default:`, inside(spare, fallback)) : block(code`default:`, [otherwise]);
  const body = [block(code`switch (${tag})`, [...cases, ...unchosen, rest])];
  return branch(negate(isObject(value)), [fail(subject, 'object', 'type')], body);
}
