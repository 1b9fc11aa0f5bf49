/**
 * `is`: a schema as a test that says yes or no, straight-line, in the order that is cheapest.
 *
 * `requirements` are statements of a function that ends with `false` where the value fails; `test` is one expression, and where
 * that can't be written, a call of a function that holds the requirements.
 */
import type { Schema } from '../../model/schema.js';
import { type Code, code, derived } from '../../print/code.js';
import { arrayRequirements, arrayTest } from './accept-array.js';
import { objectRequirements, objectTest } from './accept-object.js';
import { unevaluatedRequirements } from './accept-unevaluated.js';
import { unionTest } from './accept-union.js';
import { always, atom, both, type Expression, either, negate, never } from './expression.js';
import { isBlob, isBytes, isNull, isType, literalTest, numberTest, stringTest } from './scalars.js';
import { isShort, isSimple } from './simple.js';
import { require, type Statement } from './statement.js';
import { type Frame, frame } from './unit.js';

export function requirements(schema: Schema, value: Code, at: Frame): readonly Statement[] {
  const called = call(schema, value, at);
  return called ? [require(called)] : ownRequirements(schema, value, at);
}
function ownRequirements(schema: Schema, value: Code, at: Frame): readonly Statement[] {
  if (isSimple(schema)) return [require(ownTest(schema, value, at))];
  switch (schema.kind) {
    case 'array':
      return arrayRequirements(schema, value, at);
    case 'object':
      return objectRequirements(schema, value, at);
    case 'intersection':
      return ordered(schema.members).flatMap((member, i) =>
        i === 0 ? requirements(member, value, at) : [require(apart(member, value, at))],
      );
    case 'unevaluated':
      return unevaluatedRequirements(schema, value, at);
    default:
      return [require(ownTest(schema, value, at))];
  }
}

/** The requirements as the whole body of a function whose parameter is `value`. */
export function body(schema: Schema, at: Frame): readonly Statement[] {
  const called = call(schema, code`value`, at);
  return called ? [{ kind: 'return', value: called }] : ownBody(schema, at);
}
/** The same for the function that others call. */
export function ownBody(schema: Schema, at: Frame): readonly Statement[] {
  if (isSimple(schema)) return [{ kind: 'return', value: ownTest(schema, code`value`, at) }];
  return returning(ownRequirements(schema, code`value`, at));
}

/** A call of the function of a schema that stands in several places, where it is shorter than what it says. */
function call(schema: Schema, value: Code, at: Frame): Expression | undefined {
  const recurring = isShort(schema) ? undefined : at.unit.facts.recurring(schema);
  return recurring && atom(code`${recurring.is}(${value})`);
}
/** True where `test` is such a call. */
export const isCalled = (schema: Schema, at: Frame): boolean => !isShort(schema) && at.unit.facts.recurring(schema) !== undefined;

export function test(schema: Schema, value: Code, at: Frame): Expression {
  return call(schema, value, at) ?? ownTest(schema, value, at);
}
/** The same without that call. */
export function ownTest(schema: Schema, value: Code, at: Frame): Expression {
  switch (schema.kind) {
    case 'any':
      return always;
    case 'never':
      return never;
    case 'reference': {
      const plain = at.unit.facts.plain(schema);
      return plain ? test(plain, value, at) : atom(code`${derived('is', schema.to)}(${value})`);
    }
    case 'literal':
      return literalTest(schema, value, at.unit);
    case 'null':
      return isNull(value);
    case 'boolean':
      return isType(value, 'boolean');
    case 'number':
      return numberTest(schema, value);
    case 'string':
      return stringTest(schema, value, at.unit);
    case 'binary':
      return schema.body ? isBytes(value) : isBlob(value);
    case 'union':
      return unionTest(schema, value, at);
    case 'array':
      return isSimple(schema) ? arrayTest(schema, value) : separate(schema, value, at);
    case 'object':
      return isSimple(schema) ? objectTest(schema, value, at) : separate(schema, value, at);
    case 'intersection':
      return isSimple(schema)
        ? both(ordered(schema.members).map((member, i) => (i === 0 ? test(member, value, at) : apart(member, value, at))))
        : separate(schema, value, at);
    case 'not':
      return negate(test(schema.schema, value, at));
    case 'conditional': {
      const condition = separate(schema.if, value, at);
      return both([
        either([negate(condition), apart(schema.then, value, at)]),
        either([condition, apart(schema.else, value, at)]),
      ]);
    }
    case 'unevaluated':
      return separate(schema, value, at);
    default:
      return schema satisfies never;
  }
}

/** A call of a function of its own: it does not narrow the value for what stands after it. */
export function separate(schema: Schema, value: Code, at: Frame): Expression {
  const known = call(schema, value, at);
  if (known) return known;
  const called = at.unit.test(schema, () => body(schema, frame(at.unit)));
  return atom(code`${called}(${value})`);
}
/** What stands after another test of the same value: it reads nothing of a value whose type that test may have narrowed. */
function apart(schema: Schema, value: Code, at: Frame): Expression {
  const reads = schema.kind !== 'reference' && schema.kind !== 'any' && schema.kind !== 'never';
  return reads ? separate(schema, value, at) : test(schema, value, at);
}

/** References last: as type predicates they narrow the value, and what stands after them would be checked against that type. */
function ordered(members: readonly Schema[]): readonly Schema[] {
  const narrows = (schema: Schema): boolean => schema.kind === 'reference' || schema.kind === 'not';
  return [...members.filter((member) => !narrows(member)), ...members.filter(narrows)];
}

/** Joins neighbouring requirements, and the last of them with the end of the function. */
function returning(statements: readonly Statement[]): readonly Statement[] {
  const merged = merge(statements);
  const last = merged.at(-1);
  return last && 'kind' in last && last.kind === 'require'
    ? [...merged.slice(0, -1), { kind: 'return', value: last.test }]
    : [...merged, { kind: 'return', value: always }];
}
export function merge(statements: readonly Statement[]): readonly Statement[] {
  const merged: Statement[] = [];
  let tests: Expression[] = [];
  const close = (): void => {
    if (tests.length > 0) merged.push(require(both(tests)));
    tests = [];
  };
  for (const statement of statements) {
    if (!('kind' in statement && statement.kind === 'require')) {
      close();
      merged.push(statement);
    } else if (statement.test === never) {
      // A function that cannot come to its end has nothing to read either.
      return [statement];
    } else if (statement.test !== always) tests.push(statement.test);
  }
  close();
  return merged;
}
