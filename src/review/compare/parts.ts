/** Parts of forms: how they are written, and the headers that the caller may give them. */
import { quote } from '../../diagnostics.js';
import type { MediaType, PropertyEncoding } from '../../model/api.js';
import type { Review } from './apis.js';
import { type Position, property } from './changes.js';
import { compareHeaders, type Headers } from './headers.js';

/** What of a part is not its headers. */
export const written = ({ property: name, contentType, encoding }: PropertyEncoding): object => ({ name, contentType, encoding });

export function compareParts(review: Review, body: Position, was: MediaType, is: MediaType): void {
  const partsOf = ({ encoding }: MediaType): ReadonlyMap<string, Headers> =>
    new Map(encoding.map(({ property: part, headers }) => [part, { headers }]));
  const before = partsOf(was);
  const after = partsOf(is);
  for (const part of new Set([...before.keys(), ...after.keys()])) {
    const symbol = body.symbol && { name: body.symbol.name, steps: [property('partHeaders'), property(part)] };
    compareHeaders(review, before.get(part) ?? NONE, after.get(part) ?? NONE, {
      position: { ...body, symbol },
      sent: true,
      labelOf: (name) => `header ${quote(name)} of the part ${quote(part)}`,
    });
  }
}

const NONE: Headers = { headers: [] };
