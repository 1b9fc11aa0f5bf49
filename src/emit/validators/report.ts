/**
 * `check`: the same schema once more, as statements that report every fault. Items and members that a loop
 * comes by are tested first and entered only where they fail, except where that would walk a recursive value again at every level.
 */
import type { IntersectionSchema, ReferenceSchema, Schema } from '../../model/schema.js';
import { type Code, code, derived, empty } from '../../print/code.js';
import { separate, test } from './accept.js';
import { expectation } from './expectation.js';
import { comparison, type Expression, negate } from './expression.js';
import type { Facts } from './facts.js';
import { isFlat, isSmall } from './flat.js';
import { absent, present } from './member.js';
import type { Recurring } from './recurring.js';
import { reportArray } from './report-array.js';
import { reportObject } from './report-object.js';
import { reportUnevaluated } from './report-unevaluated.js';
import { reportUnion } from './report-union.js';
import {
  type Assertion,
  digitAssertions,
  isDigits,
  isType,
  literalTest,
  numberAssertions,
  numberType,
  stringAssertions,
} from './scalars.js';
import { inPlace, inReference, partOf, placed, placeOf, type Spot, spotAt } from './spot.js';
import { branch, reported, type Statement } from './statement.js';
import type { Frame } from './unit.js';

export interface Subject {
  /** A parameter, a constant, or a member of one. */
  readonly value: Code;
  readonly spot: Spot;
  /** For a member that must be there: the path of the schema that requires it. Its absence is a fault of its own. */
  readonly required?: string;
  /** What else the place accepts, for the issue about the type: ` or null`. */
  readonly also?: string;
}

export function report(schema: Schema, subject: Subject, at: Frame): readonly Statement[] {
  // What else the place accepts, only the place knows.
  const recurring = subject.also ? undefined : at.unit.facts.recurring(schema);
  return recurring ? reportCall(recurring, subject, at) : ownReport(schema, subject, at);
}

/** The same for the function that others call. */
export function ownReport(schema: Schema, subject: Subject, at: Frame): readonly Statement[] {
  const { value, spot } = subject;
  const { facts } = at.unit;
  switch (schema.kind) {
    case 'any':
      return subject.required === undefined ? [] : branch(isAbsent(value), [missing(subject)]);
    case 'never':
      return [fail(subject, 'nothing', 'false')];
    case 'reference':
      return reportReference(schema, subject, at);
    case 'literal':
      return unless(literalTest(schema, value, at.unit), [
        fail(subject, expectation(schema, facts), schema.values.length === 1 ? 'const' : 'enum'),
      ]);
    case 'null':
    case 'boolean':
    case 'binary':
      return unless(test(schema, value, at), [fail(subject, expectation(schema, facts), 'type')]);
    case 'number': {
      if (schema.as === 'string')
        return scalar(schema.typed, isDigits(value), expectation(schema, facts), digitAssertions(schema, value), subject);
      const type =
        schema.as === 'bigint' ? isType(value, 'bigint') : numberType(schema, value, numberAssertions(schema, value).length > 0);
      return scalar(schema.typed, type, expectation(schema, facts), numberAssertions(schema, value), subject);
    }
    case 'string':
      return scalar(schema.typed, isType(value, 'string'), 'string', stringAssertions(schema, value, at.unit), subject);
    case 'array':
      return reportArray(schema, subject, at);
    case 'object':
      return reportObject(schema, subject, at);
    case 'union':
      return wherePresent(subject, (inner) => reportUnion(schema, inner, at));
    case 'intersection':
      return wherePresent(subject, (inner) => reportAll(schema, inner, at));
    case 'not':
      return wherePresent(subject, (inner) =>
        branch(test(schema.schema, value, at), [fail(inner, expectation(schema, facts), 'not')]),
      );
    case 'conditional':
      return wherePresent(subject, (inner) =>
        branch(
          separate(schema.if, value, at),
          report(schema.then, { ...inner, spot: inPlace(spot, schema.then, '/then') }, at),
          report(schema.else, { ...inner, spot: inPlace(spot, schema.else, '/else') }, at),
        ),
      );
    case 'unevaluated':
      return wherePresent(subject, (inner) => [
        ...report(schema.base, { ...inner, spot: inPlace(spot, schema.base, '') }, at),
        ...reportUnevaluated(schema, inner, at),
      ]);
    default:
      return schema satisfies never;
  }
}

/** What several of the schemas ask for is missed once. */
function reportAll({ members }: IntersectionSchema, subject: Subject, at: Frame): readonly Statement[] {
  const reports = members.map((member, i) =>
    report(member, { ...subject, spot: inPlace(subject.spot, member, `/allOf/${i}`) }, at),
  );
  if (reports.filter(({ length }) => length > 0).length < 2) return reports.flat();
  const count = at.locals.next('count');
  return [code`const ${count} = issues?.length;`, ...reports.flat(), reported(code`runtime.distinct(issues, ${count})`)];
}

/** Asks for presence first, and then for the rest. */
function wherePresent(subject: Subject, rest: (subject: Subject) => readonly Statement[]): readonly Statement[] {
  if (subject.required === undefined) return rest(subject);
  return branch(isAbsent(subject.value), [missing(subject)], rest(optional(subject)));
}
/** The same where the value is known to be there. */
export const optional = ({ value, spot, also }: Subject): Subject =>
  also === undefined ? { value, spot } : { value, spot, also };

function reportReference(schema: ReferenceSchema, subject: Subject, at: Frame): readonly Statement[] {
  const { value, spot } = subject;
  const plain = at.unit.facts.plain(schema);
  if (plain) return report(plain, { ...subject, spot: inReference(spot, plain) }, at);
  return wherePresent(subject, () => [entering(derived('check', schema.to), value, placeOf(inReference(spot, schema)))]);
}

function reportCall({ schema, check }: Recurring, subject: Subject, at: Frame): readonly Statement[] {
  const call = entering(check, subject.value, placeOf(subject.spot));
  if (subject.required === undefined) return [call];
  return branch(isAbsent(subject.value), [missing(subject, expectedWhereMissing(schema, at.unit.facts))], [call]);
}
/** What the issue says that a missing member should have been. */
export const expectedWhereMissing = (schema: Schema, facts: Facts): string => {
  switch (schema.kind) {
    case 'literal':
    case 'boolean':
      return expectation(schema, facts);
    case 'number':
    case 'array':
    case 'object':
      return schema.typed ? expectation(schema, facts) : 'a value';
    case 'string':
      return schema.typed ? 'string' : 'a value';
    default:
      return 'a value';
  }
};

/** A type, and then what is asserted of values of that type: all of it, since each is a fault of its own. */
function scalar(
  typed: boolean,
  type: Expression,
  expected: string,
  assertions: readonly Assertion[],
  subject: Subject,
): readonly Statement[] {
  const inner = optional(subject);
  const asserted = assertions.flatMap((assertion) =>
    unless(assertion.test, [fail(inner, assertion.expected, assertion.keyword)]),
  );
  if (!typed) return wherePresent(subject, () => branch(type, asserted));
  return branch(negate(type), [fail(subject, expected, 'type')], asserted);
}

export const unless = (condition: Expression, body: readonly Statement[]): readonly Statement[] =>
  branch(negate(condition), body);
export const isAbsent = (value: Code): Expression => comparison(absent(value), present(value));

export function fail({ value, spot, required, also }: Subject, expected: string, keyword: string): Statement {
  const text = expected + (keyword === 'type' || keyword === 'enum' || keyword === 'const' ? (also ?? '') : '');
  const common = code`issues, ${spot.at}, ${partOf(spot)}, ${value}, ${text}, ${keyword}, ${`${spot.path}/${keyword}`}`;
  if (required === undefined) return reported(code`runtime.fail(${common})`);
  return reported(code`runtime.failMember(${common}${required === '' ? empty : code`, ${`${required}/required`}`})`);
}

function missing({ value, spot, required = '' }: Subject, expected = 'a value'): Statement {
  const where = code`${spot.at}, ${partOf(spot)}, ${value}`;
  return reported(code`runtime.fail(issues, ${where}, ${expected}, 'required', ${`${required}/required`})`);
}
/** Enters a value by a check of its own. Nothing is tested ahead, so that each value is walked once. */
export const entering = (check: Code, value: Code, place: Code): Statement =>
  reported(code`${check}(${value}, ${place}, issues)`);

/**
 * What is wrong with the part of a value that a loop is at. A scalar is reported from where the loop stands; what has parts of its own gets
 * a place, which is made where it fails: it is tested ahead, except where each level of a recursive value would walk all that are below it.
 */
export function reportPart(schema: Schema, value: Code, spot: Spot, at: Frame): readonly Statement[] {
  const recurring = at.unit.facts.recurring(schema);
  const isRecursive = at.unit.facts.isRecursive(schema);
  const entered = (inside: readonly Statement[]): readonly Statement[] =>
    isRecursive ? inside : unless(test(schema, value, at), inside);
  if (recurring) return entered(reportCall(recurring, { value, spot }, at));
  if (schema.kind !== 'object' && isFlat(schema, at.unit.facts)) return report(schema, { value, spot }, at);
  if (schema.kind === 'reference') return entered(reportReference(schema, { value, spot }, at));
  if (isSmall(schema, at.unit.facts) && spot.keys.length <= 2) return entered(report(schema, { value, spot }, at));
  const place = at.locals.next('at');
  const reported = report(schema, { value, spot: spotAt(place, placed(schema)) }, at);
  if (reported.length === 0) return [];
  return entered([code`const ${place} = ${placeOf(spot)};`, ...reported]);
}
