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
  if (a.multipleOf !== b.multipleOf) {
    const coarser = a.multipleOf !== undefined && b.multipleOf !== undefined && a.multipleOf % b.multipleOf === 0;
    limit(pair, places, 'multipleOf', a.multipleOf, b.multipleOf, coarser ? 'loosened' : 'tightened');
  }
  compareRanges(a.format, b.format, places, pair);
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

/** Formats of numbers say a range: `int32` is within `int64`, `float` within `double`. */
const WIDTH: Readonly<Record<string, number>> = {
  int8: 8,
  uint8: 9,
  int16: 16,
  uint16: 17,
  int32: 32,
  uint32: 33,
  int64: 64,
  uint64: 65,
  float: 32,
  double: 64,
};
function compareRanges(a: Format | undefined, b: Format | undefined, places: Places, pair: Pair): void {
  const was = WIDTH[a?.name ?? ''];
  const is = WIDTH[b?.name ?? ''];
  if (a?.name === b?.name || was === is) return;
  // A width that is named for the first time, or no longer, most often says what holds anyway.
  if (was === undefined || is === undefined) return;
  limit(
    pair,
    places,
    'the range of the format',
    was,
    is,
    is > was ? 'loosened' : 'tightened',
    `${quote(b?.name ?? '')} instead of ${quote(a?.name ?? '')}`,
  );
}

export function compareStrings(a: StringSchema, b: StringSchema, places: Places, pair: Pair): void {
  compareLower('minLength', a.minLength || undefined, b.minLength || undefined, places, pair);
  compareUpper('maxLength', a.maxLength, b.maxLength, places, pair);
  comparePatterns(a, b, places, pair);
  compareFormats(a.format, b.format, places, pair);
  if (a.contentEncoding !== b.contentEncoding || a.contentMediaType !== b.contentMediaType) {
    const message = `the text holds ${contentOf(b)} instead of ${contentOf(a)}`;
    pair.add({ code: `${pair.word}-format-changed`, ...places, message });
  }
}
function contentOf({ contentEncoding, contentMediaType }: StringSchema): string {
  const parts = [contentMediaType, contentEncoding].filter((part) => part !== undefined).map(quote);
  return parts.length ? parts.join(' in ') : 'plain text';
}

function comparePatterns(a: StringSchema, b: StringSchema, places: Places, pair: Pair): void {
  if (a.pattern?.source === b.pattern?.source) return;
  if (a.pattern && b.pattern) {
    pair.add({
      code: `${pair.word}-pattern-changed`,
      ...places,
      message: `the pattern is ${quote(b.pattern.source)} instead of ${quote(a.pattern.source)}`,
    });
  } else limit(pair, places, 'the pattern', a.pattern?.source, b.pattern?.source, b.pattern ? 'tightened' : 'loosened');
}

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
