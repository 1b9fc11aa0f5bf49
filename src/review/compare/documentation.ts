/** What only comments show. */
import { quote } from '../../diagnostics.js';
import type { Review } from './apis.js';
import { canonical, documentationOf } from './canonical.js';
import { exportsOf, type OperationPair } from './operations.js';

export function compareDocumentation(review: Review, pairs: readonly OperationPair[]): void {
  for (const pair of pairs) compareOperationDocumentation(review, pair);
  // The documentation of an input is that of the parameters.
  const inputs = new Set<string>(review.new.operations.flatMap(({ input }) => (input.kind === 'reference' ? [input.to] : [])));
  const was = new Map(review.old.schemas.map((schema) => [schema.id, schema]));
  for (const schema of review.new.schemas) {
    const before = was.get(schema.id);
    if (!before || schema.origin === 'variant' || inputs.has(schema.id) || !isRewritten(before.schema, schema.schema)) continue;
    const deprecated = schema.schema.docs?.deprecated && !before.schema.docs?.deprecated;
    review.changes.state(
      { where: schema.at, operation: undefined, exports: [schema.id] },
      {
        code: deprecated ? 'schema-deprecated' : 'documentation-changed',
        old: before.at,
        new: schema.at,
        symbol: { name: schema.id, steps: [] },
        label: schema.id,
        message: deprecated ? 'it is deprecated' : 'its documentation has changed',
      },
    );
  }
}

function compareOperationDocumentation(review: Review, pair: OperationPair): void {
  const { old, new: is } = pair;
  const at = { where: pair.where, operation: is, exports: exportsOf(old, is) };
  const places = { old: old.at, new: is.at, symbol: { name: is.name, steps: [] } };
  const wasDeprecated = old.docs.deprecated === true;
  const isDeprecated = is.docs.deprecated === true;
  const sunset = is.extensions.sunset;
  if (isDeprecated && !wasDeprecated)
    review.changes.state(at, {
      code: 'operation-deprecated',
      ...places,
      message: `${is.name} is deprecated${sunset ? ` until ${quote(sunset)}` : ''}`,
    });
  else if (wasDeprecated && !isDeprecated)
    review.changes.state(at, { code: 'operation-undeprecated', ...places, message: `${is.name} is not deprecated any more` });
  else if (old.extensions.sunset !== sunset) {
    review.changes.state(at, {
      code: 'sunset-changed',
      ...places,
      message: `${is.name} goes ${sunset ? `after ${quote(sunset)}` : 'at no announced date'} instead of ${old.extensions.sunset ? `after ${quote(old.extensions.sunset)}` : 'at none'}`,
    });
  }
  const { deprecated: _was, ...oldDocs } = old.docs;
  const { deprecated: _is, ...newDocs } = is.docs;
  if (isRewritten({ ...old, docs: oldDocs }, { ...is, docs: newDocs })) {
    review.changes.state(at, {
      code: 'documentation-changed',
      ...places,
      message: `the documentation of ${is.name} has changed`,
    });
  }
}

/** What is new or gone brings and takes its documentation along, and that is not worth a line of its own. */
function isRewritten(was: unknown, is: unknown): boolean {
  const before = documentationOf(was);
  const after = documentationOf(is);
  if ([...before].some(([path, text]) => after.has(path) && after.get(path) !== text)) return true;
  return (
    canonical(was) === canonical(is) &&
    before.size + after.size > 0 &&
    ![...before, ...after].every(([path]) => before.get(path) === after.get(path))
  );
}
