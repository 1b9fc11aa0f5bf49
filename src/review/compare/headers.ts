/** Headers: of responses, and of the parts of forms. */
import type { Pointer } from '../../diagnostics.js';
import type { ResponseHeader } from '../../model/api.js';
import type { Review } from './apis.js';
import { into, type Position, property } from './changes.js';
import { compareEncodings } from './encodings.js';

export interface Headers {
  readonly headers: readonly ResponseHeader[];
  /** The place that is named for one that is missing. */
  readonly at?: Pointer;
}

export interface Exchange {
  /** What they are part of; its type is the one that has a property for each. */
  readonly position: Position;
  /** By the caller. What is answered in headers is the affair of its sender as long as nothing is demanded of it. */
  readonly sent: boolean;
  readonly labelOf: (name: string) => string;
}

export function compareHeaders(review: Review, was: Headers, is: Headers, { position, sent, labelOf }: Exchange): void {
  const before = new Map(was.headers.map((header) => [header.name, header]));
  const after = new Map(is.headers.map((header) => [header.name, header]));
  const positionOf = (name: string): Position => ({
    ...position,
    label: labelOf(name),
    symbol: into(position.symbol, property(name)),
  });
  const state = (code: HeaderCode, a: ResponseHeader | undefined, b: ResponseHeader | undefined, message: string): void => {
    const { label, symbol } = positionOf((b ?? a)?.name ?? '');
    review.changes.state(position, {
      code,
      old: a?.at ?? was.at,
      new: b?.at ?? is.at,
      label,
      symbol,
      before: a?.schema,
      after: b?.schema,
      message,
    });
  };
  for (const [name, a] of before) {
    const b = after.get(name);
    if (!b) {
      if (sent) state('parameter-removed', a, undefined, 'it is gone');
      else state(a.required ? 'required-response-header-removed' : 'response-header-removed', a, undefined, 'it is gone');
      continue;
    }
    if (a.required !== b.required) {
      if (sent)
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
    review.changes.schemas(positionOf(name), review.schemas.compare(a.schema, b.schema, position.direction));
  }
  for (const [name, b] of after) {
    if (before.has(name)) continue;
    if (sent)
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
