import { quote } from '../../diagnostics.js';
import type { Webhook } from '../../model/api.js';
import type { Review } from './apis.js';
import { compareOperation, exportsOf, type OperationPair } from './operations.js';

/** What the API calls at the consumer's end: payloads are received and answers sent. */
export function compareWebhooks(review: Review): readonly OperationPair[] {
  const pairs: OperationPair[] = [];
  const keyOf = ({ name, operation }: Webhook): string => JSON.stringify([name, operation.method]);
  const was = new Map(review.old.webhooks.map((webhook) => [keyOf(webhook), webhook]));
  const is = new Map(review.new.webhooks.map((webhook) => [keyOf(webhook), webhook]));
  for (const [key, { name, operation }] of was) {
    const other = is.get(key);
    if (other) {
      const pair = { old: operation, new: other.operation, where: other.operation.at, inverted: true };
      pairs.push(pair);
      compareOperation(review, pair);
    } else {
      review.changes.state(
        { where: operation.at, operation, exports: exportsOf(operation) },
        { code: 'webhook-removed', old: operation.at, new: undefined, label: `webhook ${quote(name)}`, message: 'it is gone' },
      );
    }
  }
  for (const [key, { name, operation }] of is) {
    if (was.has(key)) continue;
    review.changes.state(
      { where: operation.at, operation, exports: exportsOf(operation) },
      { code: 'webhook-added', old: undefined, new: operation.at, label: `webhook ${quote(name)}`, message: 'it is new' },
    );
  }
  return pairs;
}
