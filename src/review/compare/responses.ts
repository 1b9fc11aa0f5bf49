import { quote } from '../../diagnostics.js';
import type { Link, MediaType, Operation, Response, StatusKey } from '../../model/api.js';
import type { Review } from './apis.js';
import { exact } from './canonical.js';
import { type Position, property, type Statement } from './changes.js';
import { holdsTheSame, matchContent, wordsOf } from './content.js';
import { compareHeaders } from './headers.js';
import { exportsOf, type OperationPair, placeOf } from './operations.js';
import { breaks, equal } from './schemas/difference.js';

export function compareResponses(review: Review, pair: OperationPair): void {
  const was = new Map(pair.old.responses.map((response) => [response.status, response]));
  const is = new Map(pair.new.responses.map((response) => [response.status, response]));
  const removed = [...was.values()].filter((response) => !is.has(response.status));
  const added = [...is.values()].filter((response) => !was.has(response.status));
  for (const [status, response] of was) {
    const other = is.get(status);
    if (other) compareResponse(review, pair, response, other);
  }
  if (pair.inverted) {
    compareAnswers(review, pair, removed, added);
    return;
  }
  const [gone, ...othersGone] = removed.filter((response) => isSuccess(pair.old, response));
  const [come, ...othersCome] = added.filter((response) => isSuccess(pair.new, response));
  if (gone && come && !othersGone.length && !othersCome.length && fits(review, gone, come)) {
    state(review, pair, gone, come, {
      code: 'success-status-changed',
      message: `the status is ${come.status} instead of ${gone.status}`,
    });
    // What else differs between the two is said as if the status had stayed.
    compareResponse(review, pair, gone, come);
    removed.splice(removed.indexOf(gone), 1);
    added.splice(added.indexOf(come), 1);
  }
  for (const response of removed) statusRemoved(review, pair, response);
  for (const response of added) statusAdded(review, pair, response);
}

/** What the consumer's own handler may answer. */
function compareAnswers(review: Review, pair: OperationPair, removed: readonly Response[], added: readonly Response[]): void {
  for (const response of removed)
    state(review, pair, response, undefined, { code: 'handler-status-removed', message: 'it may not be answered any more' });
  for (const response of added)
    state(review, pair, undefined, response, { code: 'handler-status-added', message: 'it may be answered now' });
}

function statusRemoved(review: Review, pair: OperationPair, response: Response): void {
  const covered = pair.new.responses.some((other) => isSuccess(pair.new, other) && fits(review, response, other));
  const success = covered ? 'success-status-removed' : 'success-status-removed-with-body';
  const code = isSuccess(pair.old, response) ? success : 'error-status-removed';
  state(review, pair, response, undefined, { code, message: 'it is no longer documented' });
}

/** A further body of a type that callers handle already changes only what is exhaustive. */
function statusAdded(review: Review, pair: OperationPair, response: Response): void {
  const success = isSuccess(pair.new, response);
  const kind = success ? 'success' : 'error';
  // A success that is gone has been said to be gone; who read an error reads whichever comes.
  const isThere = (other: Response): boolean => !success || pair.new.responses.some(({ status }) => status === other.status);
  const siblings = pair.old.responses.filter(
    (other) => isSuccess(pair.old, other) === success && other.content.length > 0 && isThere(other),
  );
  // Who reads the body of an error has asked for its status; the body of a success is read wherever the call went well.
  const unread = siblings.length === 0 || (!success && response.content.length === 0);
  const known = unread || siblings.some((other) => fits(review, other, response));
  state(review, pair, undefined, response, {
    code: `${kind}-status-added${known ? '' : '-other-body'}`,
    message: 'it is documented now',
  });
}

/** As the result has it in `ok`: `default` is a success where nothing else is. */
function isSuccess({ responses }: Operation, response: Response): boolean {
  return response.status === 'default' ? !responses.some(isOfSuccess) : isOfSuccess(response);
}
const isOfSuccess = ({ status }: Response): boolean =>
  typeof status === 'number' ? status >= 200 && status < 300 : status === '2XX';

/** True where code that reads the old body reads the new one as well; where there was none, nothing is read. */
function fits(review: Review, was: Response, is: Response): boolean {
  if (was.content.length === 0) return true;
  const matched = matchContent(was.content, is.content, 'receive');
  return (
    matched.added.length === 0 &&
    matched.pairs.length > 0 &&
    matched.pairs.every(([a, b]) => !breaks(review.schemas.compare(a.schema, b.schema, 'receive')))
  );
}

function compareResponse(review: Review, pair: OperationPair, a: Response, b: Response): void {
  const position = positionOf(pair, b, 'body');
  const headers = positionOf(pair, b, 'headers');
  compareHeaders(review, a, b, {
    position: headers,
    sent: pair.inverted,
    labelOf: (name) => `${headers.label} header ${quote(name)}`,
  });
  compareLinks(review, pair, a, b);
  if (a.content.length === 0 && b.content.length === 0) return;
  if (a.content.length === 0) {
    const code = pair.inverted ? 'required-request-body-added' : 'response-body-added';
    state(review, pair, a, b, { code, after: b.content[0]?.schema, message: 'there is a body now' });
  } else if (b.content.length === 0) {
    const code = pair.inverted ? 'request-body-removed' : 'response-body-removed';
    state(review, pair, a, b, { code, before: a.content[0]?.schema, message: 'there is no body any more' });
  } else compareContent(review, pair, position, a, b);
}

function compareContent(review: Review, pair: OperationPair, position: Position, a: Response, b: Response): void {
  const { pairs, removed, added } = matchContent(a.content, b.content, position.direction);
  for (const [x, y] of pairs) {
    const label = b.content.length > 1 ? `${position.label} ${y.name}` : position.label;
    if (!holdsTheSame(x, y)) {
      const code = pair.inverted ? 'request-media-type-removed' : 'response-media-type-replaced';
      const message = `${quote(y.name)} is ${wordsOf(y)} now instead of ${wordsOf(x)}`;
      state(review, pair, a, b, { code, before: x.schema, after: y.schema, message });
      continue;
    }
    review.changes.schemas({ ...position, label }, review.schemas.compare(x.schema, y.schema, position.direction));
  }
  if (pair.inverted) {
    for (const x of removed)
      state(review, pair, a, b, {
        code: 'request-media-type-removed',
        before: x.schema,
        message: `${quote(x.name)} may not be answered any more`,
      });
    for (const y of added)
      state(review, pair, a, b, {
        code: 'request-media-type-added',
        after: y.schema,
        message: `${quote(y.name)} may be answered now`,
      });
    return;
  }
  const [gone] = removed;
  const [come] = added;
  if (pairs.length === 0 && gone && come) {
    const same = removed.length === 1 && added.length === 1 && sameBody(review, gone, come);
    const message = `${added.map((one) => quote(one.name)).join(', ')} instead of ${removed.map((one) => quote(one.name)).join(', ')}`;
    const code = same ? 'response-media-type-renamed' : 'response-media-type-replaced';
    state(review, pair, a, b, { code, before: gone.name, after: come.name, message });
    return;
  }
  for (const x of removed)
    state(review, pair, a, b, {
      code: 'response-media-type-removed',
      before: x.schema,
      message: `${quote(x.name)} does not come any more`,
    });
  for (const y of added) {
    const known = a.content.some((x) => sameBody(review, x, y));
    state(review, pair, a, b, {
      code: known ? 'response-media-type-added' : 'response-media-type-added-other-body',
      after: y.schema,
      message: `${quote(y.name)} may come now`,
    });
  }
}

/** The caller holds the same, whatever it was on the wire. */
function sameBody(review: Review, a: MediaType, b: MediaType): boolean {
  return holdsTheSame(a, b) && equal(review.schemas.compare(a.schema, b.schema, 'receive'));
}

/** Each is a function, from the result to a call of the operation it leads to. */
function compareLinks(review: Review, pair: OperationPair, a: Response, b: Response): void {
  const was = new Map(a.links.map((link) => [link.name, link]));
  const is = new Map(b.links.map((link) => [link.name, link]));
  for (const [name, link] of was) {
    const other = is.get(name);
    if (!other) state(review, pair, a, b, { code: 'link-removed', message: `the link ${quote(name)} is gone` });
    else if (!leadsToTheSame(review, link, other)) {
      const message = `the link ${quote(name)} leads to ${other.operation} instead of ${link.operation}`;
      state(review, pair, a, b, { code: 'link-changed', before: link.operation, after: other.operation, message });
    } else if (givenBy(link) !== givenBy(other)) {
      const message = `the link ${quote(name)} takes other values along`;
      state(review, pair, a, b, { code: 'link-values-changed', message });
    }
  }
  for (const name of is.keys())
    if (!was.has(name)) state(review, pair, a, b, { code: 'link-added', message: `the link ${quote(name)} is new` });
}

const givenBy = ({ parameters, requestBody }: Link): string =>
  JSON.stringify([parameters.map(({ name, in: place, value }) => `${place} ${name} ${exact(value)}`).sort(), exact(requestBody)]);

/** An operation that is renamed has kept its place, and one that moved its name. */
function leadsToTheSame(review: Review, a: Link, b: Link): boolean {
  const was = review.old.operations.find(({ name }) => name === a.operation);
  const is = review.new.operations.find(({ name }) => name === b.operation);
  return a.operation === b.operation || (was !== undefined && is !== undefined && placeOf(was) === placeOf(is));
}

function positionOf(pair: OperationPair, response: Response, member: 'body' | 'headers'): Position {
  const side = pair.old.responses.includes(response) ? pair.old : pair.new;
  const suffix = isSuccess(side, response) ? 'Success' : 'Error';
  return {
    where: pair.where,
    label: labelOf(response.status),
    // The answers of a handler have no such type.
    symbol: pair.inverted ? undefined : { name: `${pair.new.typeName}${suffix}`, steps: [property(member)] },
    direction: pair.inverted ? 'send' : 'receive',
    exports: exportsOf(pair.old, pair.new),
    operation: pair.new,
  };
}
const labelOf = (status: StatusKey): string => `response ${status}`;

function state(
  review: Review,
  pair: OperationPair,
  a: Response | undefined,
  b: Response | undefined,
  statement: Omit<Statement, 'old' | 'new' | 'label'>,
): void {
  const shown = b ?? a;
  if (!shown) return;
  const position = positionOf(pair, shown, 'body');
  review.changes.state(position, {
    // Of a status that is new or gone the whole answer is meant.
    symbol: a && b ? position.symbol : position.symbol && { name: position.symbol.name, steps: [] },
    before: b ? undefined : a?.content[0]?.schema,
    after: a ? undefined : b?.content[0]?.schema,
    ...statement,
    old: a?.at,
    new: b?.at,
    label: position.label,
  });
}
