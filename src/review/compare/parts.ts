/** Parts of forms: how they are written, and the headers that the caller may give them. */
import { quote } from '../../diagnostics.js';
import type { MediaType, PropertyEncoding, ResponseHeader } from '../../model/api.js';
import type { Review } from './apis.js';
import { into, type Position, property } from './changes.js';
import { compareEncodings } from './encodings.js';

/** What of a part is not its headers. */
export const written = ({ property: name, contentType, encoding }: PropertyEncoding): object => ({ name, contentType, encoding });

export function compareParts(review: Review, body: Position, was: MediaType, is: MediaType): void {
  const headersOf = ({ encoding }: MediaType): ReadonlyMap<string, readonly [part: string, header: ResponseHeader]> =>
    new Map(
      encoding.flatMap(({ property: part, headers }) =>
        headers.map((header) => [JSON.stringify([part, header.name]), [part, header]] as const),
      ),
    );
  const before = headersOf(was);
  const after = headersOf(is);
  for (const [key, [part, a]] of before) compareHeader(review, body, part, a, after.get(key)?.[1]);
  for (const [key, [part, b]] of after) if (!before.has(key)) compareHeader(review, body, part, undefined, b);
}

function compareHeader(
  review: Review,
  body: Position,
  part: string,
  a: ResponseHeader | undefined,
  b: ResponseHeader | undefined,
): void {
  const name = (b ?? a)?.name ?? '';
  const whole = body.symbol && { name: body.symbol.name, steps: [property('partHeaders'), property(part)] };
  const position: Position = {
    ...body,
    label: `header ${quote(name)} of the part ${quote(part)}`,
    symbol: into(whole, property(name)),
  };
  const state = (code: Code, message: string): void =>
    review.changes.state(position, {
      code,
      old: a?.at,
      new: b?.at,
      label: position.label,
      symbol: position.symbol,
      before: a?.schema,
      after: b?.schema,
      message,
    });
  if (!b) {
    state('parameter-removed', 'it is gone');
    return;
  }
  if (!a) {
    state(b.required ? 'required-parameter-added' : 'parameter-added', b.required ? 'it is new and required' : 'it is new');
    return;
  }
  if (a.required !== b.required)
    state(
      b.required ? 'parameter-became-required' : 'parameter-became-optional',
      b.required ? 'it is required now' : 'it may be left out now',
    );
  if (compareEncodings(a, b, review.schemas) === 'changed') state('parameter-encoding-changed', 'it is written in another way');
  review.changes.schemas(position, review.schemas.compare(a.schema, b.schema, position.direction));
}

type Code =
  | 'parameter-removed'
  | 'parameter-added'
  | 'required-parameter-added'
  | 'parameter-became-required'
  | 'parameter-became-optional'
  | 'parameter-encoding-changed';
