import { quote } from '../../diagnostics.js';
import type { Response, ResponseHeader } from '../../model/api.js';
import type { Review } from './apis.js';
import { into, type Position, property } from './changes.js';
import { compareEncodings } from './encodings.js';
import type { OperationPair } from './operations.js';

export function compareHeaders(review: Review, pair: OperationPair, was: Response, is: Response, position: Position): void {
  // What a handler answers in headers is its own affair as long as nothing is demanded of it.
  const before = new Map(was.headers.map((header) => [header.name, header]));
  const after = new Map(is.headers.map((header) => [header.name, header]));
  const state = (code: HeaderCode, a: ResponseHeader | undefined, b: ResponseHeader | undefined, message: string): void => {
    const name = (b ?? a)?.name ?? '';
    review.changes.state(position, {
      code,
      old: a?.at ?? was.at,
      new: b?.at ?? is.at,
      label: `${position.label} header ${quote(name)}`,
      symbol: into(position.symbol, property(name)),
      before: a?.schema,
      after: b?.schema,
      message,
    });
  };
  for (const [name, a] of before) {
    const b = after.get(name);
    if (!b) {
      if (pair.inverted) state('parameter-removed', a, undefined, 'it is gone');
      else state(a.required ? 'required-response-header-removed' : 'response-header-removed', a, undefined, 'it is gone');
      continue;
    }
    if (a.required !== b.required) {
      if (pair.inverted)
        state(
          b.required ? 'parameter-became-required' : 'parameter-became-optional',
          a,
          b,
          b.required ? 'it is required now' : 'it may be left out now',
        );
      else
        state(
          b.required ? 'response-header-became-required' : 'response-header-became-optional',
          a,
          b,
          b.required ? 'it is always there now' : 'it may be missing now',
        );
    }
    if (compareEncodings(a, b, review.schemas) === 'changed')
      state('parameter-encoding-changed', a, b, 'it is written in another way');
    const label = `${position.label} header ${quote(name)}`;
    review.changes.schemas(
      { ...position, label, symbol: into(position.symbol, property(name)) },
      review.schemas.compare(a.schema, b.schema, position.direction),
    );
  }
  for (const [name, b] of after) {
    if (before.has(name)) continue;
    if (pair.inverted)
      state(
        b.required ? 'required-parameter-added' : 'parameter-added',
        undefined,
        b,
        b.required ? 'it is new and required' : 'it is new',
      );
    else state('response-header-added', undefined, b, 'it is new');
  }
}

type HeaderCode =
  | 'parameter-removed'
  | 'parameter-added'
  | 'required-parameter-added'
  | 'parameter-became-required'
  | 'parameter-became-optional'
  | 'parameter-encoding-changed'
  | 'required-response-header-removed'
  | 'response-header-removed'
  | 'response-header-added'
  | 'response-header-became-required'
  | 'response-header-became-optional';
