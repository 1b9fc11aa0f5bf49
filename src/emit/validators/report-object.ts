import { child } from '../../diagnostics.js';
import type { ObjectSchema, Property, Schema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { enoughMembers, fewMembers, isCounted, rightCount } from './accept-object.js';
import { plural } from './expectation.js';
import { atom, both, comparison, either, negate } from './expression.js';
import { FEW } from './flat.js';
import { forKeys, reading } from './loops.js';
import { absent, isInherited, member, present } from './member.js';
import { isKnown, matches } from './object-keys.js';
import { fail, isAbsent, report, reportPart, type Subject, unless } from './report.js';
import { memberCall } from './report-member.js';
import { isObject } from './scalars.js';
import { isSimple } from './simple.js';
import { atPart, inMember, inPart, inPlace, placeOf, type Spot, spotAt } from './spot.js';
import { branch, mentions, type Statement } from './statement.js';
import type { Frame } from './unit.js';

export function reportObject(schema: ObjectSchema, subject: Subject, at: Frame): readonly Statement[] {
  const place = ownPlace(schema, subject.spot, at);
  const inner: Subject = { value: subject.value, spot: place ? spotAt(place, subject.spot.base) : subject.spot };
  const members = [
    ...schema.properties.flatMap((property) => reportMember(property, inner, at)),
    ...sizes(schema, inner),
    ...dependencies(schema, inner, at),
    ...others(schema, inner, at),
  ];
  const inside = place && mentions(members, place) ? [code`const ${place} = ${placeOf(subject.spot)};`, ...members] : members;
  if (!schema.typed) return [...report({ kind: 'any', at: schema.at }, subject, at), ...branch(isObject(subject.value), inside)];
  return branch(negate(isObject(subject.value)), [fail(subject, 'object', 'type')], inside);
}

/** A place for the object, where many members would each say the way to it, or few a long way. */
const ownPlace = ({ properties }: ObjectSchema, { keys, path }: Spot, at: Frame): Code | undefined =>
  properties.length > (keys.length > 3 ? 1 : FEW) && (keys.length > 0 || path !== '') ? at.locals.next('at') : undefined;

function reportMember(property: Property, subject: Subject, at: Frame): readonly Statement[] {
  const { value, spot } = subject;
  const { name, schema, required } = property;
  if (schema.kind === 'any' && !required) return [];
  const called = memberCall(property, subject, at);
  if (called) return called;
  const direct = member(value, name);
  // A scalar is read where it is tested; everything else, and what is not a plain read, gets a name.
  const isDirect =
    isSimple(schema) &&
    !isInherited(name) &&
    schema.kind !== 'object' &&
    schema.kind !== 'union' &&
    schema.kind !== 'intersection';
  const local = isDirect ? direct : at.locals.next('member');
  const inner: Subject = { value: local, spot: inMember(spot, property) };
  const inside = report(schema, required ? { ...inner, required: spot.path } : inner, at);
  const statements = required ? inside : branch(isAbsent(local), [], inside);
  return isDirect ? statements : reading(local, direct, statements);
}

function sizes(schema: ObjectSchema, subject: Subject): readonly Statement[] {
  const { minProperties: min, maxProperties: max } = schema;
  return [
    ...(min
      ? unless(enoughMembers(subject.value, min), [fail(subject, `at least ${plural(min, 'member')}`, 'minProperties')])
      : []),
    ...(max !== undefined
      ? unless(fewMembers(subject.value, max), [fail(subject, `at most ${plural(max, 'member')}`, 'maxProperties')])
      : []),
  ];
}

function dependencies(schema: ObjectSchema, { value, spot }: Subject, at: Frame): readonly Statement[] {
  const has = (name: string): ReturnType<typeof comparison> =>
    comparison(present(member(value, name)), absent(member(value, name)));
  return [
    ...schema.dependentRequired.flatMap(({ name, requires }) =>
      requires.flatMap((each) =>
        branch(both([has(name), negate(has(each))]), [
          fail({ value: code`undefined`, spot: atPart(spot, each) }, 'a value', 'dependentRequired'),
        ]),
      ),
    ),
    ...schema.dependentSchemas.flatMap(({ name, schema: dependent }) =>
      branch(
        has(name),
        report(
          dependent,
          {
            value,
            spot: inPlace(spot, dependent, child('/dependentSchemas', name)),
          },
          at,
        ),
      ),
    ),
  ];
}

function others(schema: ObjectSchema, { value, spot }: Subject, at: Frame): readonly Statement[] {
  const { additionalProperties: additional, patternProperties, propertyNames } = schema;
  const key = at.locals.next('key');
  const local = at.locals.next('member');
  const inside: Statement[] = [];
  const entered = (of: Schema, step: string, tested: Code): readonly Statement[] => {
    const found =
      of.kind === 'never'
        ? [fail({ value: tested, spot: atPart(spot, { kind: 'name', code: key }) }, 'no such member', step.slice(1))]
        : reportPart(of, tested, inPart(spot, of, step, { kind: 'name', code: key }), at);
    return tested === key ? found : reading(tested, code`${value}[${key}]`, found);
  };
  if (propertyNames) inside.push(...entered(propertyNames, '/propertyNames', key));
  for (const { pattern, schema: each } of patternProperties) {
    const step = child('/patternProperties', pattern.source);
    inside.push(...branch(matches(pattern, key, at), entered(each, step, local)));
  }
  if (additional.kind !== 'any')
    inside.push(...branch(negate(isKnown(schema, key, at)), entered(additional, '/additionalProperties', local)));
  if (inside.length === 0) return [];
  const loop = [forKeys(value, key, inside)];
  // The members of a valid value are counted, not looked at. Where one is missing there is an issue by now, and the count may be right.
  return isCounted(schema) && !propertyNames && schema.properties.length > FEW
    ? branch(either([atom(code`issues`), negate(rightCount(schema, value))]), loop)
    : loop;
}
