/** Tests of values that have no parts. */
import type { Json, LiteralSchema, NumberSchema, Pattern, StringSchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { always, atom, both, comparison, type Expression, either, negate } from './expression.js';
import { formatTest } from './formats.js';
import type { Unit } from './unit.js';

export const isType = (value: Code, type: 'string' | 'number' | 'boolean' | 'bigint' | 'object'): Expression =>
  comparison(code`typeof ${value} === ${type}`, code`typeof ${value} !== ${type}`);
export const isNull = (value: Code): Expression => comparison(code`${value} === null`, code`${value} !== null`);
export const isArray = (value: Code): Expression => atom(code`Array.isArray(${value})`);
export const isIterable = (value: Code): Expression => atom(code`runtime.isIterable(${value})`);
export const isObject = (value: Code): Expression => atom(code`runtime.isObject(${value})`);
export const isBytes = (value: Code): Expression => atom(code`runtime.isBytes(${value})`);
export const isBlob = (value: Code): Expression => comparison(code`${value} instanceof Blob`, code`!(${value} instanceof Blob)`);

/** One assertion about a scalar beyond its type. `expected` is for its issue. */
export interface Assertion {
  readonly keyword: string;
  readonly test: Expression;
  readonly expected: string;
}

export function stringAssertions(schema: StringSchema, value: Code, unit: Unit): readonly Assertion[] {
  const found: Assertion[] = [];
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength === 1)
    found.push({
      keyword: 'minLength',
      test: comparison(code`${value} !== ''`, code`${value} === ''`),
      expected: 'at least 1 character',
    });
  else if (minLength)
    found.push({
      keyword: 'minLength',
      test: atom(code`runtime.atLeast(${value}, ${minLength})`),
      expected: `at least ${minLength} characters`,
    });
  if (maxLength !== undefined)
    found.push({
      keyword: 'maxLength',
      test: atom(code`runtime.atMost(${value}, ${maxLength})`),
      expected: `at most ${maxLength} ${maxLength === 1 ? 'character' : 'characters'}`,
    });
  if (pattern)
    found.push({
      keyword: 'pattern',
      test: patternTest(pattern, value, unit),
      expected: `a match of ${pattern.source}`,
    });
  const tested = format?.asserted ? formatTest(format.name, value) : undefined;
  if (tested) found.push({ keyword: 'format', test: tested, expected: format?.name ?? '' });
  return found;
}

function patternTest(pattern: Pattern, value: Code, unit: Unit): Expression {
  const test = atom(code`${unit.pattern(pattern)}.test(${value})`);
  // The issues of a value that is too long are looked for too.
  return pattern.upTo === undefined ? test : either([negate(atom(code`runtime.atMost(${value}, ${pattern.upTo})`)), test]);
}

/** Bounds of numbers; of `bigint`s too, which compare with numbers exactly. */
export function numberAssertions(schema: NumberSchema, value: Code): readonly Assertion[] {
  const found: Assertion[] = [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  if (minimum !== undefined) found.push({ keyword: 'minimum', test: atLeast(value, minimum), expected: `at least ${minimum}` });
  if (exclusiveMinimum !== undefined)
    found.push({
      keyword: 'exclusiveMinimum',
      test: comparison(code`${value} > ${exclusiveMinimum}`, code`${value} <= ${exclusiveMinimum}`),
      expected: `more than ${exclusiveMinimum}`,
    });
  if (maximum !== undefined)
    found.push({
      keyword: 'maximum',
      test: comparison(code`${value} <= ${maximum}`, code`${value} > ${maximum}`),
      expected: `at most ${maximum}`,
    });
  if (exclusiveMaximum !== undefined)
    found.push({
      keyword: 'exclusiveMaximum',
      test: comparison(code`${value} < ${exclusiveMaximum}`, code`${value} >= ${exclusiveMaximum}`),
      expected: `less than ${exclusiveMaximum}`,
    });
  if (multipleOf !== undefined)
    found.push({ keyword: 'multipleOf', test: multiple(schema, value, multipleOf), expected: `a multiple of ${multipleOf}` });
  const range = format?.asserted && Object.hasOwn(RANGES, format.name) ? RANGES[format.name] : undefined;
  if (range && schema.as === 'number')
    found.push({
      keyword: 'format',
      test: both([atLeast(value, range[0]), comparison(code`${value} <= ${range[1]}`, code`${value} > ${range[1]}`)]),
      expected: format?.name ?? '',
    });
  return found;
}
const atLeast = (value: Code, bound: number): Expression => comparison(code`${value} >= ${bound}`, code`${value} < ${bound}`);
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
};
function multiple(schema: NumberSchema, value: Code, of: number): Expression {
  // Every integer is a multiple of 1 and there is nothing to compute; doubles above 2^53 are integers too.
  if (schema.integer && of === 1) return always;
  return atom(code`runtime.isMultiple(${value}, ${of})`);
}

export function stringTest(schema: StringSchema, value: Code, unit: Unit): Expression {
  return typed(schema.typed, isType(value, 'string'), stringAssertions(schema, value, unit));
}

export function numberTest(schema: NumberSchema, value: Code): Expression {
  const assertions = numberAssertions(schema, value);
  if (schema.as === 'bigint') return typed(schema.typed, isType(value, 'bigint'), assertions);
  if (schema.as === 'string') return typed(schema.typed, isDigits(value), digitAssertions(schema, value));
  return typed(schema.typed, numberType(schema, value, assertions.length > 0), assertions);
}
/** An integer that the caller holds as text. */
export const isDigits = (value: Code): Expression => both([isType(value, 'string'), atom(code`runtime.isDecimal(${value})`)]);
export const digitAssertions = (schema: NumberSchema, value: Code): readonly Assertion[] =>
  numberAssertions(schema, code`BigInt(${value})`);
/** The type test; `narrow` where what follows has to know that the value is a number. NaN and the infinities are no JSON. */
export function numberType(schema: NumberSchema, value: Code, narrow: boolean): Expression {
  if (!schema.typed) return isType(value, 'number');
  const kind = atom(schema.integer ? code`Number.isInteger(${value})` : code`Number.isFinite(${value})`);
  return narrow ? both([isType(value, 'number'), kind]) : kind;
}
function typed(isTyped: boolean, type: Expression, assertions: readonly Assertion[]): Expression {
  const tests = both(assertions.map((assertion) => assertion.test));
  return isTyped ? both([type, tests]) : either([negate(type), tests]);
}

/** More strings than this are looked up in a set. */
const MANY = 12;
export function literalTest(schema: LiteralSchema, value: Code, unit: Unit): Expression {
  if (schema.open) return openTest(schema, value);
  const scalars = schema.values.filter((each) => typeof each !== 'object' || each === null);
  const others = schema.values.filter((each) => typeof each === 'object' && each !== null);
  const equal = others.map((each) => atom(code`runtime.equal(${value}, ${unit.value(each)})`));
  if (scalars.length > MANY) return either([atom(code`${unit.set(scalars)}.has(${value})`), ...equal]);
  return either([...scalars.map((each) => comparison(code`${value} === ${each}`, code`${value} !== ${each}`)), ...equal]);
}
/** An open enum accepts every value of the types of its members. */
function openTest(schema: LiteralSchema, value: Code): Expression {
  const types = new Set(schema.values.map(typeOf));
  return either([...types].map((type) => TYPE_TESTS[type](value)));
}
type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';
const TYPE_TESTS: Readonly<Record<JsonType, (value: Code) => Expression>> = {
  string: (value) => isType(value, 'string'),
  number: (value) => isType(value, 'number'),
  boolean: (value) => isType(value, 'boolean'),
  null: isNull,
  array: isArray,
  object: isObject,
};
function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}
