/** What the config says of single operations, checked against those that there are. */
import { type Finding, quote } from '../../diagnostics.js';
import type { Api, Operation } from '../../model/api.js';
import type { Options } from '../../options.js';
import { operationOptionUnknown } from './rules.js';

export function unknownNames(
  { operations, webhooks }: Api,
  { operations: given }: Pick<Options, 'operations'>,
): readonly Finding[] {
  const received = [
    ...webhooks.map(({ operation }) => operation),
    ...operations.flatMap(({ callbacks }) => callbacks.map(({ operation }) => operation)),
  ];
  const own = keysOf(operations);
  const all = new Set([...own, ...keysOf(received)]);
  const unknown = (option: string, keys: readonly string[], known: ReadonlySet<string>): readonly Finding[] =>
    keys
      .filter((key) => !known.has(key))
      .map((key) => ({
        rule: operationOptionUnknown,
        at: '#/paths',
        message: `\`operations.${option}\`: no operation is called ${quote(key)}`,
      }));
  return [
    ...unknown('names', Object.keys(given.names).sort(), all),
    ...unknown('requireBody', given.requireBody, new Set([...all, '*'])),
    // Only of what the caller calls.
    ...unknown('streams', given.streams, new Set([...own, '*'])),
  ];
}

const keysOf = (operations: readonly Operation[]): ReadonlySet<string> =>
  new Set(
    operations.flatMap(({ method, template, operationId }) => [
      `${method} ${template}`.trim(),
      ...(operationId === undefined ? [] : [operationId]),
    ]),
  );
