/** Limits: what a type of TypeScript cannot show, but the API and the validators demand. */
import { quote } from '../../../diagnostics.js';
import type { ArraySchema, Format, NumberSchema, ObjectSchema, StringSchema } from '../../../model/schema.js';
import type { Pair, Places } from './pair.js';

type Bound = number | undefined;

export function compareNumbers(a: NumberSchema, b: NumberSchema, places: Places, pair: Pair): void {
  if (a.as !== b.as) {
    pair.add({
      code: `${pair.word}-representation-changed`,
      ...places,
      message: `the integer is held in ${article(b.as)} instead of ${article(a.as)}`,
    });
  }
  if (a.integer !== b.integer) {
    const message = b.integer ? 'only whole numbers are possible now' : 'fractions are possible now';
    pair.add({ code: `${pair.word}-${b.integer ? 'number-became-integer' : 'integer-became-number'}`, ...places, message });
  }
  compareLower('the minimum', lowerOf(a), lowerOf(b), places, pair);
  compareUpper('the maximum', upperOf(a), upperOf(b), places, pair);
  compareSteps(a.multipleOf, b.multipleOf, places, pair);
  compareRanges(a.format, b.format, places, pair);
}

/** Where neither step is a multiple of the other, some of the values of each are none of the other's. */
function compareSteps(was: Bound, is: Bound, places: Places, pair: Pair): void {
  if (was === is) return;
  const keepsOld = is === undefined || (was !== undefined && isMultiple(was, is));
  const keepsNew = was === undefined || (is !== undefined && isMultiple(is, was));
  limit(pair, places, 'multipleOf', was, is, (pair.sends ? keepsOld : !keepsNew) ? 'loosened' : 'tightened');
}
const article = (as: NumberSchema['as']): string => `a ${as}`;

/** The same bound in either spelling; of an integer, `exclusiveMinimum: 0` is `minimum: 1`. */
function lowerOf(schema: NumberSchema): Bound {
  const { minimum, exclusiveMinimum } = schema;
  const open =
    exclusiveMinimum === undefined
      ? undefined
      : schema.integer
        ? Math.floor(exclusiveMinimum) + 1
        : exclusiveMinimum + Number.EPSILON * Math.max(1, Math.abs(exclusiveMinimum));
  return minimum === undefined ? open : open === undefined ? minimum : Math.max(minimum, open);
}
function upperOf(schema: NumberSchema): Bound {
  const { maximum, exclusiveMaximum } = schema;
  const open =
    exclusiveMaximum === undefined
      ? undefined
      : schema.integer
        ? Math.ceil(exclusiveMaximum) - 1
        : exclusiveMaximum - Number.EPSILON * Math.max(1, Math.abs(exclusiveMaximum));
  return maximum === undefined ? open : open === undefined ? maximum : Math.min(maximum, open);
}

const isMultiple = (a: number, b: number): boolean => Math.abs(a / b - Math.round(a / b)) < 1e-9;

/** Formats of numbers say a range: `int32` is within `int64`, `float` within `double`. Where none is said, the widest is meant. */
const WIDTH: ReadonlyMap<string, number> = new Map([
  ['int8', 8],
  ['uint8', 9],
  ['int16', 16],
  ['uint16', 17],
  ['int32', 32],
  ['uint32', 33],
  ['int64', 64],
  ['uint64', 64],
  ['float', 32],
  ['double', 64],
]);
function compareRanges(a: Format | undefined, b: Format | undefined, places: Places, pair: Pair): void {
  const [was, is] = [a, b].map((format) => WIDTH.get(format?.name ?? '') ?? 64);
  const [before, after] = [a, b].map((format) => (format && WIDTH.has(format.name) ? format.name : undefined));
  if (was === undefined || is === undefined || was === is) return;
  limit(pair, places, 'the range of the format', before, after, is > was ? 'loosened' : 'tightened');
}

export function compareStrings(a: StringSchema, b: StringSchema, places: Places, pair: Pair): void {
  compareLower('minLength', a.minLength || undefined, b.minLength || undefined, places, pair);
  compareUpper('maxLength', a.maxLength, b.maxLength, places, pair);
  comparePatterns(a, b, places, pair);
  // OpenAPI 3.0 says `byte` where JSON Schema says `contentEncoding`.
  const [was, is] = [a.format, b.format].map((format) => (format?.name === 'byte' && !format.branded ? undefined : format));
  compareFormats(was, is, places, pair);
  if (encodingOf(a) !== encodingOf(b) || a.contentMediaType !== b.contentMediaType) {
    const message = `the text holds ${contentOf(b)} instead of ${contentOf(a)}`;
    pair.add({ code: `${pair.word}-format-changed`, ...places, message });
  }
}
const encodingOf = ({ contentEncoding, format }: StringSchema): string | undefined =>
  contentEncoding ?? (format?.name === 'byte' ? 'base64' : undefined);
function contentOf(schema: StringSchema): string {
  const parts = [schema.contentMediaType, encodingOf(schema)].filter((part) => part !== undefined).map(quote);
  return parts.length ? parts.join(' in ') : 'plain text';
}

function comparePatterns(a: StringSchema, b: StringSchema, places: Places, pair: Pair): void {
  const was = patternOf(a);
  const is = patternOf(b);
  if (was === is) return;
  if (was !== undefined && is !== undefined) {
    const message = `the pattern is ${quote(is)} instead of ${quote(was)}`;
    pair.add({ code: `${pair.word}-pattern-changed`, ...places, message });
  } else limit(pair, places, 'the pattern', was, is, is === undefined ? 'loosened' : 'tightened');
}

/** What every text matches is no pattern. */
const patternOf = ({ pattern }: StringSchema): string | undefined =>
  pattern && ['.*', '^.*', '.*$'].includes(pattern.source) ? undefined : pattern?.source;

function compareFormats(a: Format | undefined, b: Format | undefined, places: Places, pair: Pair): void {
  if (a?.name === b?.name) return;
  if (a?.branded || b?.branded) {
    pair.add({
      code: `${pair.word}-brand-changed`,
      ...places,
      message: `the format is ${formatName(b)} instead of ${formatName(a)}`,
    });
  } else if (a && b) {
    pair.add({
      code: `${pair.word}-format-changed`,
      ...places,
      message: `the format is ${formatName(b)} instead of ${formatName(a)}`,
    });
  } else limit(pair, places, 'the format', a?.name, b?.name, b ? 'tightened' : 'loosened');
}
const formatName = (format: Format | undefined): string => (format ? quote(format.name) : 'none');

export function compareArrayLimits(a: ArraySchema, b: ArraySchema, places: Places, pair: Pair): void {
  compareLower('minItems', a.minItems || undefined, b.minItems || undefined, places, pair);
  compareUpper('maxItems', a.maxItems, b.maxItems, places, pair);
  if (a.uniqueItems !== b.uniqueItems)
    limit(
      pair,
      places,
      'uniqueItems',
      a.uniqueItems || undefined,
      b.uniqueItems || undefined,
      b.uniqueItems ? 'tightened' : 'loosened',
    );
}

export function compareContainsLimits(a: Contains, b: Contains, places: Places, pair: Pair): void {
  compareLower('minContains', a.min, b.min, places, pair);
  compareUpper('maxContains', a.max, b.max, places, pair);
}
type Contains = NonNullable<ArraySchema['contains']>;

export function compareObjectLimits(a: ObjectSchema, b: ObjectSchema, places: Places, pair: Pair): void {
  compareLower('minProperties', a.minProperties || undefined, b.minProperties || undefined, places, pair);
  compareUpper('maxProperties', a.maxProperties, b.maxProperties, places, pair);
}

function compareLower(what: string, was: Bound, is: Bound, places: Places, pair: Pair): void {
  if (was !== is) limit(pair, places, what, was, is, (is ?? -Infinity) > (was ?? -Infinity) ? 'tightened' : 'loosened');
}
function compareUpper(what: string, was: Bound, is: Bound, places: Places, pair: Pair): void {
  if (was !== is) limit(pair, places, what, was, is, (is ?? Infinity) < (was ?? Infinity) ? 'tightened' : 'loosened');
}

/** A limit that is named for the first time mostly documents what held already: of what is sent, a warning and no break. */
function limit(
  pair: Pair,
  places: Places,
  what: string,
  was: number | string | true | undefined,
  is: number | string | true | undefined,
  change: 'tightened' | 'loosened',
  words?: string,
): void {
  const code =
    pair.sends && change === 'tightened' && was === undefined ? 'sent-limit-set' : (`${pair.word}-limit-${change}` as const);
  const said =
    words ??
    (is === undefined
      ? `gone; it was ${show(was)}`
      : was === undefined
        ? `now ${show(is)}`
        : `${show(is)} instead of ${show(was)}`);
  pair.add({ code, ...places, message: `${what} is ${said}` });
}
const show = (value: number | string | true | undefined): string =>
  typeof value === 'string' ? quote(value) : value === true ? 'demanded' : String(value);
