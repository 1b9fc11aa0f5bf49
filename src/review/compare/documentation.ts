/** What only comments show. */
import { type Pointer, quote } from '../../diagnostics.js';
import type { Api } from '../../model/api.js';
import { dayOf } from '../sunset.js';
import type { Review } from './apis.js';
import { canonical, documentationOf } from './canonical.js';
import { exportsOf, type OperationPair } from './operations.js';

export function compareDocumentation(review: Review, pairs: readonly OperationPair[]): void {
  const isRewritten = rewriting(review);
  for (const pair of pairs) compareOperationDocumentation(review, pair, isRewritten);
  const compareDocs = (a: Documented, b: Documented, exports: readonly string[]): void => {
    if (!isRewritten({ docs: a.docs }, { docs: b.docs })) return;
    const at = { where: b.at, operation: undefined, exports };
    review.changes.state(at, { code: 'documentation-changed', old: a.at, new: b.at, message: REWRITTEN });
  };
  // Of the document's own only the link is in the output.
  const linked = ({ docs }: Api): Documented => ({ docs: { externalDocs: docs.externalDocs }, at: '#/externalDocs' });
  compareDocs(linked(review.old), linked(review.new), ['createClient']);
  for (const [a, b] of paired(review.old.securitySchemes, review.new.securitySchemes, ({ name }) => name))
    compareDocs(a, b, ['createClient']);
  for (const [a, b] of paired(review.old.servers, review.new.servers, ({ url }) => url)) compareDocs(a, b, ['createClient']);
  const was = new Map(review.old.schemas.map((schema) => [schema.id, schema]));
  for (const schema of review.new.schemas) {
    const before = was.get(schema.id);
    if (!before || schema.origin !== 'component') continue;
    const at = { where: schema.at, operation: undefined, exports: [schema.id] };
    const places = { old: before.at, new: schema.at };
    if (schema.schema.docs?.deprecated && !before.schema.docs?.deprecated) {
      const symbol = { name: schema.id, steps: [] };
      review.changes.state(at, { code: 'schema-deprecated', ...places, symbol, label: schema.id, message: 'it is deprecated' });
    } else if (isRewritten(before.schema, schema.schema)) {
      review.changes.state(at, { code: 'documentation-changed', ...places, message: REWRITTEN });
    }
  }
}

interface Documented {
  readonly docs: object;
  readonly at: Pointer;
}

function paired<T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, T])[] {
  const before = new Map(was.map((one) => [keyOf(one), one]));
  return is.flatMap((b) => {
    const a = before.get(keyOf(b));
    return a === undefined ? [] : [[a, b] as const];
  });
}

/** One sentence for all, so that it becomes one line with all its places. */
const REWRITTEN = 'the documentation has changed';

type IsRewritten = (was: unknown, is: unknown) => boolean;

function compareOperationDocumentation(review: Review, pair: OperationPair, isRewritten: IsRewritten): void {
  const { old, new: is } = pair;
  const at = { where: pair.where, operation: is, exports: exportsOf(old, is) };
  const places = { old: old.at, new: is.at };
  const named = { ...places, symbol: { name: is.name, steps: [] } };
  const wasDeprecated = old.docs.deprecated === true;
  const isDeprecated = is.docs.deprecated === true;
  const before = old.extensions.sunset;
  const sunset = is.extensions.sunset;
  if (isDeprecated && !wasDeprecated) {
    const message = `${is.name} is deprecated${sunset ? ` until ${quote(sunset)}` : ''}`;
    review.changes.state(at, { code: 'operation-deprecated', ...named, message });
  } else if (wasDeprecated && !isDeprecated) {
    review.changes.state(at, { code: 'operation-undeprecated', ...named, message: `${is.name} is not deprecated any more` });
  } else if (before !== sunset) {
    const date = (day: string | undefined): string => (day ? quote(day) : 'no date');
    review.changes.state(at, {
      code: isEarlier(sunset, before) ? 'sunset-brought-forward' : 'sunset-changed',
      ...named,
      message: `${is.name} is to go at ${date(sunset)} instead of ${date(before)}`,
    });
  }
  const { deprecated: _was, ...oldDocs } = old.docs;
  const { deprecated: _is, ...newDocs } = is.docs;
  // The input repeats the parameters and the body.
  const without = { input: undefined, extensions: undefined };
  if (isRewritten({ ...old, ...without, docs: oldDocs }, { ...is, ...without, docs: newDocs })) {
    review.changes.state(at, { code: 'documentation-changed', ...places, message: REWRITTEN });
  }
}

/** A date that is gone, or is none, may be any. */
function isEarlier(is: string | undefined, was: string | undefined): boolean {
  const [day, before] = [is, was].map((sunset) => (sunset === undefined ? undefined : dayOf(sunset)));
  return was !== undefined && (day === undefined || (before !== undefined && day < before));
}

/** What is new or gone brings and takes its documentation along, and that is not worth a line of its own. */
function rewriting(review: Review): IsRewritten {
  const followOld = inlineOf(review.old);
  const followNew = inlineOf(review.new);
  return (was, is) => {
    const before = documentationOf(was, followOld);
    const after = documentationOf(is, followNew);
    if ([...before].some(([path, text]) => after.has(path) && after.get(path) !== text)) return true;
    return canonical(was) === canonical(is) && ![...before, ...after].every(([path]) => before.get(path) === after.get(path));
  };
}

/** Inline schemas are declared under names of their own, but belong to the operation in which they stand. */
function inlineOf(api: Api): (node: object) => unknown {
  const inline = new Map<string, unknown>(
    api.schemas.flatMap((schema) => (schema.origin === 'inline' ? [[schema.id, schema.schema]] : [])),
  );
  return (node) => (Reflect.get(node, 'kind') === 'reference' ? inline.get(String(Reflect.get(node, 'to'))) : undefined);
}
