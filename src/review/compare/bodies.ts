import { quote } from '../../diagnostics.js';
import type { MediaType, RequestBody } from '../../model/api.js';
import type { Review } from './apis.js';
import { canonical } from './canonical.js';
import { type Position, property, type Statement } from './changes.js';
import { holdsTheSame, matchContent, wordsOf } from './content.js';
import { exportsOf, type OperationPair } from './operations.js';
import { compareParts, written } from './parts.js';
import { breaks } from './schemas/difference.js';

export function compareRequestBodies(review: Review, pair: OperationPair): void {
  const was = pair.old.body;
  const is = pair.new.body;
  const position: Position = {
    where: pair.where,
    label: pair.inverted ? 'payload' : 'request body',
    symbol: { name: `${pair.new.typeName}Input`, steps: [property('body')] },
    direction: pair.inverted ? 'receive' : 'send',
    exports: exportsOf(pair.old, pair.new),
    operation: pair.new,
  };
  const state = (statement: Omit<Statement, 'old' | 'new' | 'label'>): void =>
    review.changes.state(position, {
      symbol: position.symbol,
      ...statement,
      old: was?.at ?? pair.old.at,
      new: is?.at ?? pair.new.at,
      label: position.label,
    });
  if (was && is) {
    if (was.required !== is.required) state(requirednessOf(is, pair.inverted));
    compareContent(review, pair, position, was.content, is.content);
  } else if (is) {
    const after = is.content[0]?.schema;
    if (pair.inverted) state({ code: 'received-property-added', after, message: 'the call has a body now' });
    else if (is.required) state({ code: 'required-request-body-added', after, message: 'a body has to be sent now' });
    else state({ code: 'request-body-added', after, message: 'a body may be sent now' });
  } else if (was) {
    const before = was.content[0]?.schema;
    if (pair.inverted) state({ code: 'received-required-property-removed', before, message: 'the call has no body any more' });
    else state({ code: 'request-body-removed', before, message: 'no body is taken any more' });
  }
}

function requirednessOf(is: RequestBody, inverted: boolean): Omit<Statement, 'old' | 'new'> {
  if (inverted) {
    return is.required
      ? { code: 'received-property-became-required', message: 'there is always a body now' }
      : { code: 'received-property-became-optional', message: 'the body may be missing now' };
  }
  return is.required
    ? { code: 'request-body-became-required', message: 'the body has to be sent now' }
    : { code: 'request-body-became-optional', message: 'the body may be left out now' };
}

function compareContent(
  review: Review,
  pair: OperationPair,
  position: Position,
  was: readonly MediaType[],
  is: readonly MediaType[],
): void {
  const matched = matchContent(was, is, position.direction);
  for (const [a, b] of matched.pairs) {
    const several = is.length > 1 ? `${position.label} ${b.name}` : position.label;
    if (!holdsTheSame(a, b)) {
      review.changes.state(position, {
        code: pair.inverted ? 'response-media-type-replaced' : 'request-media-type-removed',
        old: a.at,
        new: b.at,
        label: several,
        symbol: position.symbol,
        before: a.schema,
        after: b.schema,
        message: `${quote(b.name)} is ${wordsOf(b)} now instead of ${wordsOf(a)}`,
      });
      continue;
    }
    review.changes.schemas({ ...position, label: several }, review.schemas.compare(a.schema, b.schema, position.direction));
    compareParts(review, position, a, b);
    if (canonical(a.encoding.map(written)) !== canonical(b.encoding.map(written))) {
      review.changes.state(position, {
        code: 'form-encoding-changed',
        old: a.at,
        new: b.at,
        label: several,
        symbol: position.symbol,
        message: 'parts of the form are written in another way',
      });
    }
  }
  const [removed] = matched.removed;
  const [added] = matched.added;
  if (matched.pairs.length === 0 && removed && added && matched.removed.length === 1 && !pair.inverted) {
    const comparison = review.schemas.compare(removed.schema, added.schema, 'send');
    if (holdsTheSame(removed, added) && !breaks(comparison)) {
      const message = `sent as ${quote(added.name)} instead of ${quote(removed.name)}`;
      review.changes.state(position, {
        code: 'request-media-type-replaced',
        old: removed.at,
        new: added.at,
        label: position.label,
        symbol: position.symbol,
        before: removed.name,
        after: added.name,
        message,
      });
      return;
    }
  }
  for (const a of matched.removed) {
    const code = pair.inverted ? 'response-media-type-removed' : 'request-media-type-removed';
    review.changes.state(position, {
      code,
      old: a.at,
      new: pair.new.body?.at,
      label: position.label,
      symbol: position.symbol,
      before: a.schema,
      message: `${quote(a.name)} is ${pair.inverted ? 'not sent' : 'refused'} now`,
    });
  }
  for (const b of matched.added) {
    const code = pair.inverted ? 'response-media-type-added-other-body' : 'request-media-type-added';
    review.changes.state(position, {
      code,
      old: pair.old.body?.at,
      new: b.at,
      label: position.label,
      symbol: position.symbol,
      after: b.schema,
      message: `${quote(b.name)} is possible now`,
    });
  }
}
