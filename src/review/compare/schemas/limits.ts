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
      message: `the integer is held in a ${b.as} instead of a ${a.as}`,
    });
  }
  if (a.integer !== b.integer) {
    const message = b.integer ? 'only whole numbers are possible now' : 'fractions are possible now';
    pair.add({ code: `${pair.word}-${b.integer ? 'number-became-integer' : 'integer-became-number'}`, ...places, message });
  }
  compareEnds('the minimum', lowerOf(a), lowerOf(b), isAbove, places, pair);
  compareEnds('the maximum', upperOf(a), upperOf(b), isBelow, places, pair);
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

/** A bound, which the value may reach or not. */
interface End {
  readonly at: number;
  readonly open: boolean;
}
/** The narrower of the two spellings; of an integer, `exclusiveMinimum: 0` is `minimum: 1`. */
function lowerOf({ minimum, exclusiveMinimum, integer }: NumberSchema): End | undefined {
  const closed = minimum === undefined ? undefined : { at: integer ? Math.ceil(minimum) : minimum, open: false };
  if (exclusiveMinimum === undefined) return closed;
  const open = integer ? { at: Math.floor(exclusiveMinimum) + 1, open: false } : { at: exclusiveMinimum, open: true };
  return closed && isAbove(closed, open) ? closed : open;
}
function upperOf({ maximum, exclusiveMaximum, integer }: NumberSchema): End | undefined {
  const closed = maximum === undefined ? undefined : { at: integer ? Math.floor(maximum) : maximum, open: false };
  if (exclusiveMaximum === undefined) return closed;
  const open = integer ? { at: Math.ceil(exclusiveMaximum) - 1, open: false } : { at: exclusiveMaximum, open: true };
  return closed && isBelow(closed, open) ? closed : open;
}
const isAbove = (a: End, b: End): boolean => a.at > b.at || (a.at === b.at && a.open && !b.open);
const isBelow = (a: End, b: End): boolean => a.at < b.at || (a.at === b.at && a.open && !b.open);

function compareEnds(
  what: string,
  was: End | undefined,
  is: End | undefined,
  isNarrower: (a: End, b: End) => boolean,
  places: Places,
  pair: Pair,
): void {
  if (was?.at === is?.at && was?.open === is?.open) return;
  const tightened = is !== undefined && (was === undefined || isNarrower(is, was));
  limit(pair, places, what, wordsOf(was), wordsOf(is), tightened ? 'tightened' : 'loosened');
}
const wordsOf = (end: End | undefined): Shown | undefined => end && { text: `${end.at}${end.open ? ', exclusive' : ''}` };

const isMultiple = (a: number, b: number): boolean => Math.abs(a / b - Math.round(a / b)) < 1e-9;

/** Formats of numbers that say a range: `int32` is within `int64`, and neither of `int32` and `uint32` within the other. What is said of no range is as wide as `int64` or `double`. */
const RANGES: ReadonlyMap<string, readonly [lowest: number, highest: number]> = new Map([
  ['int8', [-(2 ** 7), 2 ** 7 - 1]],
  ['uint8', [0, 2 ** 8 - 1]],
  ['int16', [-(2 ** 15), 2 ** 15 - 1]],
  ['uint16', [0, 2 ** 16 - 1]],
  ['int32', [-(2 ** 31), 2 ** 31 - 1]],
  ['uint32', [0, 2 ** 32 - 1]],
  ['int64', [-Infinity, Infinity]],
  ['uint64', [0, Infinity]],
  ['float', [-3.4028234663852886e38, 3.4028234663852886e38]],
  ['double', [-Infinity, Infinity]],
]);
function compareRanges(a: Format | undefined, b: Format | undefined, places: Places, pair: Pair): void {
  const [before, after] = [a, b].map((format) => (format && RANGES.has(format.name) ? format.name : undefined));
  const rangeOf = (name: string | undefined) => RANGES.get(name ?? '') ?? ([-Infinity, Infinity] as const);
  const [was, is] = [rangeOf(before), rangeOf(after)];
  if (was[0] === is[0] && was[1] === is[1]) return;
  const keepsOld = is[0] <= was[0] && was[1] <= is[1];
  const keepsNew = was[0] <= is[0] && is[1] <= was[1];
  limit(pair, places, 'the range of the format', before, after, (pair.sends ? keepsOld : !keepsNew) ? 'loosened' : 'tightened');
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
  was: Shown | undefined,
  is: Shown | undefined,
  change: 'tightened' | 'loosened',
): void {
  const code =
    pair.sends && change === 'tightened' && was === undefined ? 'sent-limit-set' : (`${pair.word}-limit-${change}` as const);
  const said =
    is === undefined
      ? `gone; it was ${show(was)}`
      : was === undefined
        ? `now ${show(is)}`
        : `${show(is)} instead of ${show(was)}`;
  pair.add({ code, ...places, message: `${what} is ${said}` });
}
/** `text`: of ours, which needs no quotes. */
type Shown = number | string | true | { readonly text: string };
const show = (value: Shown | undefined): string =>
  typeof value === 'string' ? quote(value) : value === true ? 'demanded' : typeof value === 'object' ? value.text : String(value);
