/** The types that callers import by name. What they hold is compared where it is exchanged; here it is about the names. */
import type { NamedSchema, Schema, SchemaId } from '../../model/schema.js';
import type { ReviewCode } from '../rules.js';
import type { Review } from './apis.js';
import { canonical } from './canonical.js';
import { type OperationPair, placeOf } from './operations.js';
import { breaks, type Comparison, equal } from './schemas/difference.js';
import { usesOf } from './uses.js';

export function compareExports(review: Review, pairs: readonly OperationPair[]): void {
  const was = review.old.schemas.filter(isExported);
  const is = new Map(review.new.schemas.filter(isExported).map((schema) => [schema.id, schema]));
  const names = new Set(was.map((schema) => schema.id));
  const fresh = [...is.values()].filter((schema) => !names.has(schema.id));
  const used = { old: usesOf(review.old), new: usesOf(review.new) };
  const survivors = new Set(pairs.map((pair) => placeOf(pair.old)));
  const taken = new Set<NamedSchema>();
  for (const schema of was) {
    const other = is.get(schema.id);
    const users = used.old.get(schema.at) ?? [];
    // An operation that is gone is the cause of what only it used; the type is then said to be unused.
    const isUsed = users.some((where) => survivors.has(where) || where.startsWith('#'));
    if (other) {
      if (!users.length && !used.new.get(other.at)?.length) compareUnused(review, schema, other);
      else if (isUsed && hasMovedOn(review, schema, other)) compareReplaced(review, schema, other, users);
      continue;
    }
    const heir = heirOf(review, schema, fresh, taken);
    if (heir) taken.add(heir);
    const state = (code: ReviewCode, message: string): void => {
      const statement = {
        code,
        old: schema.at,
        new: heir?.at,
        symbol: { name: schema.id, steps: [] },
        before: schema.id,
        after: heir?.id,
        message,
        label: schema.id,
        subject: schema.at,
      };
      const exports = [schema.id, ...(heir ? [heir.id] : [])];
      for (const where of [schema.at, ...(isUsed ? users : [])])
        review.changes.state({ where, operation: undefined, exports }, statement);
    };
    if (schema.origin === 'variant' && schema.source !== undefined && is.has(ownOf(review, schema)))
      state('schema-variant-removed', `it is the same as ${ownOf(review, schema)} now`);
    else if (heir) state(isUsed ? 'schema-renamed' : 'unused-schema-renamed', `it is called ${heir.id} now`);
    else state(isUsed ? 'schema-removed' : 'unused-schema-removed', 'it is no longer exported');
  }
  for (const schema of fresh) {
    if (taken.has(schema) || schema.origin === 'variant') continue;
    review.changes.state(
      { where: schema.at, operation: undefined, exports: [schema.id] },
      {
        code: 'schema-added',
        old: undefined,
        new: schema.at,
        symbol: { name: schema.id, steps: [] },
        after: schema.id,
        message: 'it is new',
        label: schema.id,
      },
    );
  }
}

const isExported = (schema: NamedSchema): boolean => schema.origin !== 'inline' && schema.sameTypeAs === undefined;

/** The declaration of the schema itself, of which this one is the request's or the response's variant. */
function ownOf(review: Review, variant: NamedSchema): SchemaId {
  return review.old.schemas.find((schema) => schema.origin === 'component' && schema.at === variant.at)?.id ?? variant.id;
}

/** The new name: of the type that stands in its place, or of the only one that is built alike. */
function heirOf(
  review: Review,
  schema: NamedSchema,
  fresh: readonly NamedSchema[],
  taken: ReadonlySet<NamedSchema>,
): NamedSchema | undefined {
  const candidates = fresh.filter((one) => one.origin === schema.origin && one.direction === schema.direction && !taken.has(one));
  const met = review.changes.met.get(schema);
  const inPlace = candidates.filter((one) => met?.has(one));
  if (inPlace.length === 1) return inPlace[0];
  const alike = candidates.filter((one) => isAlike(review, schema.schema, one.schema));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Small shapes are alike by chance: `type: string` is no evidence. */
function isAlike(review: Review, a: Schema, b: Schema): boolean {
  return (
    outlineOf(a) === outlineOf(b) &&
    canonical(a).length > 80 &&
    equal(review.schemas.compare(a, b, 'receive')) &&
    equal(review.schemas.compare(a, b, 'send'))
  );
}

/** Cheap to make, and equal for schemas that are alike: most pairs need no closer look. */
function outlineOf(schema: Schema): string {
  switch (schema.kind) {
    case 'object':
      return schema.properties.map((property) => property.name).join('\n');
    case 'union':
    case 'intersection':
      return `${schema.kind} ${schema.members.length}`;
    default:
      return schema.kind;
  }
}

/** Every place that had it has another one now; where both stand at one place, their difference is said there. */
function hasMovedOn(review: Review, schema: NamedSchema, other: NamedSchema): boolean {
  const met = review.changes.met.get(schema);
  return met !== undefined && !met.has(other);
}

/** A name that no place has kept: what it stands for is met by those alone who import it. */
function compareReplaced(review: Review, a: NamedSchema, b: NamedSchema, users: readonly string[]): void {
  if (!isBroken(review, a, b)) return;
  for (const where of [a.at, ...users]) {
    review.changes.state(
      { where, operation: undefined, exports: [a.id] },
      {
        code: 'schema-replaced',
        old: a.at,
        new: b.at,
        symbol: { name: a.id, steps: [] },
        before: a.schema,
        after: b.schema,
        message: 'it is another type now',
        label: a.id,
        subject: a.at,
      },
    );
  }
}

function isBroken(review: Review, a: NamedSchema, b: NamedSchema): boolean {
  return bothWays(review, a, b).some(breaks);
}

const bothWays = (review: Review, a: NamedSchema, b: NamedSchema): readonly Comparison[] =>
  (['send', 'receive'] as const).map((direction) => review.schemas.compare(a.schema, b.schema, direction));

/** A type that nothing exchanges: only code that names it can notice, whichever way it uses it. */
function compareUnused(review: Review, a: NamedSchema, b: NamedSchema): void {
  const comparisons = bothWays(review, a, b);
  if (comparisons.every(equal)) return;
  review.changes.state(
    { where: a.at, operation: undefined, exports: [a.id] },
    {
      code: comparisons.some(breaks) ? 'unused-schema-changed' : 'unused-schema-extended',
      old: a.at,
      new: b.at,
      symbol: { name: a.id, steps: [] },
      before: a.schema,
      after: b.schema,
      message: 'its type has changed',
      label: a.id,
    },
  );
}
