/** Comparing the ways in which a value may be: which were there, which are there now. */
import { quote } from '../../../diagnostics.js';
import type { Json, Schema } from '../../../model/schema.js';
import { exact } from '../canonical.js';
import { breaks, type Comparison } from './difference.js';
import { isPair, matchAlternatives } from './match.js';
import type { Pair, Places } from './pair.js';
import type { Alternative, Shape } from './shape.js';
import { takes } from './takes.js';

export interface Side {
  readonly schema: Schema;
  readonly shape: Shape;
}
export interface AlternativeComparer {
  compare(a: Alternative, b: Alternative): Comparison;
  isEqual(a: Alternative, b: Alternative): boolean;
}

export function compareShapes(a: Side, b: Side, pair: Pair, comparer: AlternativeComparer): void {
  const places: Places = { old: a.schema.at, new: b.schema.at, before: a.schema, after: b.schema };
  const wasAny = acceptsAll(a.shape);
  const isAny = acceptsAll(b.shape);
  if (wasAny && isAny) return;
  if (wasAny || isAny) {
    pair.add({
      code: `${pair.word}-type-${isAny ? 'widened' : 'narrowed'}`,
      ...places,
      message: isAny ? 'any value is possible now' : 'no longer any value, but one of a certain type',
    });
    return;
  }
  const left = a.shape.alternatives.filter((one) => one.schema.kind !== 'null');
  const right = b.shape.alternatives.filter((one) => one.schema.kind !== 'null');
  const matched = matchAlternatives(left, right, comparer.isEqual);
  const values = compareValues(matched.removed, matched.added, right, left);
  if (matched.pairs.length === 0 && !values.overlap && left.length > 0 && right.length > 0) {
    pair.add({ code: `${pair.word}-type-changed`, ...places, message: 'the type is another one' });
    return;
  }
  compareNull(a.shape, b.shape, places, pair);
  reportValues(values, places, pair);
  for (const [x, y] of matched.pairs) pair.link(undefined, comparer.compare(x, y));
  for (const one of matched.removed) if (!values.handled.has(one)) memberRemoved(one, right, places, pair, comparer);
  for (const one of matched.added) if (!values.handled.has(one)) memberAdded(one, left, places, pair, comparer);
  const was = a.shape.discriminator?.property;
  const is = b.shape.discriminator?.property;
  if (was !== undefined && is !== undefined && was !== is) {
    pair.add({
      code: `${pair.word}-discriminator-changed`,
      ...places,
      message: `the discriminator is ${quote(is)} instead of ${quote(was)}`,
    });
  }
}

function acceptsAll(shape: Shape): boolean {
  return shape.alternatives.some((one) => one.schema.kind === 'any' && one.conditions.length === 0);
}

function compareNull(a: Shape, b: Shape, places: Places, pair: Pair): void {
  const was = a.alternatives.some((one) => one.schema.kind === 'null');
  const is = b.alternatives.some((one) => one.schema.kind === 'null');
  if (was === is) return;
  pair.add({
    code: `${pair.word}-null-${is ? 'added' : 'removed'}`,
    ...places,
    message: is ? 'null is possible now' : 'null is not possible any more',
  });
}

interface Values {
  readonly removed: readonly Json[];
  readonly added: readonly Json[];
  /** A type took the place of listed values, or the other way round. */
  readonly opened: boolean;
  readonly closed: boolean;
  readonly overlap: boolean;
  /** Old values are listed as an open enumeration: what is added to it was possible before. */
  readonly open: boolean;
  /** The alternatives about which nothing else is to be said. */
  readonly handled: ReadonlySet<Alternative>;
}

function compareValues(
  removed: readonly Alternative[],
  added: readonly Alternative[],
  right: readonly Alternative[],
  left: readonly Alternative[],
): Values {
  const before = removed.find((one) => one.schema.kind === 'literal');
  const after = added.find((one) => one.schema.kind === 'literal');
  const was = valuesOf(before);
  const is = valuesOf(after);
  const wasKeys = new Set(was.map(exact));
  const isKeys = new Set(is.map(exact));
  const openedBy = added.filter((one) => was.some((value) => takes(one, value)));
  const closedFrom = removed.filter((one) => is.some((value) => takes(one, value)));
  const lost = was.filter((value) => !isKeys.has(exact(value)) && !right.some((one) => takes(one, value)));
  const gained = is.filter((value) => !wasKeys.has(exact(value)) && !left.some((one) => takes(one, value)));
  const handled = new Set<Alternative>([...openedBy, ...closedFrom]);
  const overlap = was.some((value) => isKeys.has(exact(value))) || handled.size > 0;
  const inPlace = before !== undefined && after !== undefined && overlap;
  if (before && (inPlace || openedBy.length || lost.length === 0)) handled.add(before);
  if (after && (inPlace || closedFrom.length || gained.length === 0)) handled.add(after);
  return {
    removed: before && handled.has(before) ? lost : [],
    added: after && handled.has(after) ? gained : [],
    opened: openedBy.length > 0,
    closed: closedFrom.length > 0,
    overlap,
    open: before?.schema.kind === 'literal' && before.schema.open === true,
    handled,
  };
}
const valuesOf = (one: Alternative | undefined): readonly Json[] => (one?.schema.kind === 'literal' ? one.schema.values : []);

function reportValues(values: Values, places: Places, pair: Pair): void {
  if (values.opened)
    pair.add({ code: `${pair.word}-enumeration-opened`, ...places, message: 'values that are not listed are possible now' });
  if (values.closed)
    pair.add({ code: `${pair.word}-became-enumeration`, ...places, message: 'only listed values are possible now' });
  if (values.removed.length) {
    pair.add({
      code: `${pair.word}-value-removed`,
      ...places,
      message: `${list(values.removed)} ${values.removed.length > 1 ? 'are' : 'is'} not possible any more`,
    });
  }
  if (values.added.length && !values.open) {
    pair.add({
      code: `${pair.word}-value-added`,
      ...places,
      message: `${list(values.added)} ${values.added.length > 1 ? 'are' : 'is'} possible now`,
    });
  }
}

/** A form that another one still takes is not refused. */
function memberRemoved(
  one: Alternative,
  right: readonly Alternative[],
  places: Places,
  pair: Pair,
  comparer: AlternativeComparer,
): void {
  if (pair.sends && right.some((other) => isPair(one, other) && !breaks(comparer.compare(one, other)))) return;
  pair.add({
    code: `${pair.word}-union-member-removed`,
    ...places,
    old: one.schema.at,
    message: `${named(one)} is not possible any more`,
  });
}

/** A form that is at least as much as another one was surprises nobody. */
function memberAdded(
  one: Alternative,
  left: readonly Alternative[],
  places: Places,
  pair: Pair,
  comparer: AlternativeComparer,
): void {
  if (!pair.sends && left.some((other) => isPair(other, one) && !breaks(comparer.compare(other, one)))) return;
  pair.add({ code: `${pair.word}-union-member-added`, ...places, new: one.schema.at, message: `${named(one)} is possible now` });
}

/** A form in a sentence: its name, its tag, or its kind. */
function named({ schema, name }: Alternative): string {
  if (name && name.origin !== 'inline') return name.id;
  if (schema.kind === 'literal') return list(schema.values);
  if (schema.kind !== 'object') return `${/^[aeio]/.test(schema.kind) ? 'an' : 'a'} ${schema.kind}`;
  const tag = schema.properties.find((property) => property.schema.kind === 'literal' && property.schema.values.length === 1);
  if (tag?.schema.kind === 'literal') return `the object with ${quote(tag.name)}: ${list(tag.schema.values)}`;
  const names = schema.properties.map((property) => property.name);
  return names.length
    ? `the object with ${names.slice(0, 4).map(quote).join(', ')}${names.length > 4 ? ', …' : ''}`
    : 'an object';
}

function list(values: readonly Json[]): string {
  const shown = values
    .slice(0, 8)
    .map((value) => (typeof value === 'string' ? quote(value) : quote(JSON.stringify(value)).slice(1, -1)));
  return values.length > 8 ? `${shown.join(', ')} and ${values.length - 8} more` : shown.join(', ');
}
