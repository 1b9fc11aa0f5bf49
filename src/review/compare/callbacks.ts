import { quote } from '../../diagnostics.js';
import type { Review } from './apis.js';
import { compareOperation, exportsOf, type OperationPair } from './operations.js';
import { Pairing } from './pairing.js';

/** By name, expression and method; what is left, by name and method: the consumer's handler is the same where the expression moved. */
export function compareCallbacks(review: Review, pair: OperationPair): void {
  const pairing = new Pairing(pair.old.callbacks, pair.new.callbacks);
  const at = { where: pair.where, operation: pair.new, exports: exportsOf(pair.old, pair.new) };
  pairing.byKey(({ name, operation, expression }) => JSON.stringify([name, operation.method, expression]));
  pairing.byKey(({ name, operation }) => JSON.stringify([name, operation.method]));
  for (const [a, b] of pairing.pairs) {
    if (a.expression !== b.expression) {
      review.changes.state(at, {
        code: 'callback-moved',
        old: a.operation.at,
        new: b.operation.at,
        label: `callback ${quote(a.name)}`,
        before: quote(a.expression),
        after: quote(b.expression),
        message: `it is sent to ${quote(b.expression)} instead of ${quote(a.expression)}`,
      });
    }
    compareOperation(review, { old: a.operation, new: b.operation, where: pair.where, inverted: true });
  }
  for (const a of pairing.removed) {
    review.changes.state(at, {
      code: 'callback-removed',
      old: a.operation.at,
      new: pair.new.at,
      label: `callback ${quote(a.name)}`,
      message: 'it is gone',
    });
  }
  for (const b of pairing.added) {
    review.changes.state(at, {
      code: 'callback-added',
      old: pair.old.at,
      new: b.operation.at,
      label: `callback ${quote(b.name)}`,
      message: 'it is new',
    });
  }
}
