import { quote } from '../../diagnostics.js';
import type { Operation } from '../../model/api.js';
import type { Review } from './apis.js';
import { compareRequestBodies } from './bodies.js';
import { compareCallbacks } from './callbacks.js';
import { Pairing } from './pairing.js';
import { compareParameters } from './parameters.js';
import { compareResponses } from './responses.js';
import { compareRequirements } from './security.js';
import { compareServers } from './servers.js';

export interface OperationPair {
  readonly old: Operation;
  readonly new: Operation;
  /** `POST /pets` of the new document, or the pointer of a webhook. */
  readonly where: string;
  /** Webhooks and callbacks: the API calls, and the consumer's code answers. */
  readonly inverted: boolean;
}

export const placeOf = (operation: Operation): string => `${operation.method} ${operation.template}`;

/** The function and its types, of both sides. */
export function exportsOf(...operations: readonly Operation[]): readonly string[] {
  const names = operations.flatMap(({ name, typeName }) => [
    name,
    `${typeName}Input`,
    `${typeName}Success`,
    `${typeName}Error`,
    `${typeName}Result`,
  ]);
  return [...new Set(names)];
}

export function compareOperations(review: Review): readonly OperationPair[] {
  const { pairs, removed, added } = matchOperations(review.old.operations, review.new.operations);
  for (const operation of removed) {
    const announced = operation.docs.deprecated
      ? `; it was deprecated${operation.extensions.sunset ? ` until ${quote(operation.extensions.sunset)}` : ''}`
      : '';
    review.changes.state(
      { where: placeOf(operation), operation, exports: exportsOf(operation) },
      {
        code: 'operation-removed',
        old: operation.at,
        new: undefined,
        symbol: symbolOf(operation),
        before: operation.name,
        message: `${operation.name} is gone${announced}`,
      },
    );
  }
  for (const operation of added) {
    review.changes.state(
      { where: placeOf(operation), operation, exports: exportsOf(operation) },
      {
        code: 'operation-added',
        old: undefined,
        new: operation.at,
        symbol: symbolOf(operation),
        after: operation.name,
        message: `${operation.name} is new`,
      },
    );
  }
  for (const pair of pairs) compareOperation(review, pair);
  return pairs;
}

const symbolOf = (operation: Operation): { name: string; steps: [] } => ({ name: operation.name, steps: [] });

/** By method and path, names of path parameters aside; what is left, by operationId, and then by the name of the function. */
function matchOperations(
  old: readonly Operation[],
  is: readonly Operation[],
): { pairs: readonly OperationPair[]; removed: readonly Operation[]; added: readonly Operation[] } {
  const pairing = new Pairing(old, is);
  pairing.byKey(placeOf);
  pairing.byKey(wirePlace);
  pairing.byKey((operation) => operation.operationId);
  pairing.byKey((operation) => operation.name);
  return {
    pairs: pairing.pairs.map(([a, b]) => ({ old: a, new: b, where: placeOf(b), inverted: false })),
    removed: pairing.removed,
    added: pairing.added,
  };
}

export function compareOperation(review: Review, pair: OperationPair): void {
  const { old, new: is } = pair;
  const at = { where: pair.where, operation: is, exports: exportsOf(old, is) };
  const places = { old: old.at, new: is.at };
  if (old.name !== is.name) {
    review.changes.state(at, {
      code: 'operation-renamed',
      ...places,
      symbol: symbolOf(is),
      before: old.name,
      after: is.name,
      message: `${old.name} is called ${is.name} now`,
    });
  }
  if (!pair.inverted) {
    if (wirePlace(old) !== wirePlace(is) || isPermuted(old, is)) {
      review.changes.state(at, {
        code: 'operation-moved',
        ...places,
        symbol: symbolOf(is),
        before: placeOf(old),
        after: placeOf(is),
        message: `${is.name} calls ${quote(placeOf(is))} instead of ${quote(placeOf(old))}`,
      });
    }
    if ([...old.tags].sort().join('\n') !== [...is.tags].sort().join('\n')) {
      const list = (tags: readonly string[]): string => (tags.length ? tags.map(quote).join(', ') : 'none');
      review.changes.state(at, {
        code: 'operation-tags-changed',
        ...places,
        symbol: symbolOf(is),
        before: list(old.tags),
        after: list(is.tags),
        message: `the tags are ${list(is.tags)} instead of ${list(old.tags)}`,
      });
    }
    compareRequirements(review, pair);
    // Those of the document are compared by themselves, once.
    if (old.servers || is.servers)
      compareServers(review, old.servers ?? review.old.servers, is.servers ?? review.new.servers, at);
  }
  compareParameters(review, pair);
  compareRequestBodies(review, pair);
  compareResponses(review, pair);
  compareCallbacks(review, pair);
}

/** What of a place reaches the API: names of path parameters do not. */
function wirePlace(operation: Operation): string {
  return `${operation.method} ${operation.path.map((part) => (part.kind === 'literal' ? part.text : '{}')).join('')}`;
}

/** A parameter that both paths have stands elsewhere among the others: the same call makes another URL. */
function isPermuted(old: Operation, is: Operation): boolean {
  const was = parameterNames(old);
  return parameterNames(is).some((name, i) => was.includes(name) && was[i] !== name);
}
const parameterNames = ({ path }: Operation): readonly string[] =>
  path.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));
