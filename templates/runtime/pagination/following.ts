/** The usual ways from one page to the next. Each sets query parameters of the input, and nothing else. */

import type { Decode } from '../parameters/decode.js';
import { type Fields, gathered, pairsIn, unescaped } from '../parameters/gather.js';
import { pointed } from '../pointer.js';
import { isObject, token } from '../validation/index.js';
import type { Following } from './pages.js';

interface Page {
  readonly body: unknown;
  readonly response: Response;
}

/**
 * A cursor in the body goes into a parameter; the last page has none. `decode` makes a value of the parameter's type of it: servers give
 * a number for what they take as text, and in the request they are the same.
 */
export function byCursor<Input>(parameter: string, next: string, decode: Decode): Following<Input, Page> {
  return ({ body }, input) => {
    const cursor = pointed(body, next);
    if (cursor === undefined || cursor === null || cursor === '') return undefined;
    return withQuery(input, { [parameter]: typeof cursor === 'object' ? cursor : decode(String(cursor)) });
  };
}

/** The offset grows by what came; the last page is the one that reaches `total`, or the first that is empty. */
export function byOffset<Input>(parameter: string, items: string, decode: Decode, total?: string): Following<Input, Page> {
  return ({ body }, input) => {
    const found = pointed(body, items);
    const count = Array.isArray(found) ? found.length : 0;
    const reached = Number(pointed(input, `/query/${token(parameter)}`) ?? 0) + count;
    // A number, a bigint or its text, as the schema has it; NaN, with which nothing compares, where there is none.
    const all = Number((total === undefined ? undefined : pointed(body, total)) ?? Number.NaN);
    return count === 0 || reached >= all ? undefined : withQuery(input, { [parameter]: decode(String(reached)) });
  };
}

/**
 * A URL in the body, or in the header `Link` with `rel="next"`. It is not called: the operation's own parameters are taken from its query, so
 * that a server can't lead a client and its credentials elsewhere; those that hold an API key are `keys`, and stay the client's. Throws a
 * RangeError where it is no URL, or has parameters that the operation hasn't.
 */
export function byLink<Input>(next: string, fields: Fields, keys: readonly string[] = []): Following<Input, Page> {
  return ({ body, response }, input) => {
    const link = next === 'link' ? linked(response.headers.get('link') ?? '') : pointed(body, next);
    if (typeof link !== 'string' || link === '') return undefined;
    const { values, left } = gathered(pairsIn(searchOf(link)), fields, unescaped);
    if ([...left.keys()].some((name) => !keys.includes(name)))
      throw new RangeError('the link to the next page has a parameter that the operation does not have');
    return withQuery(input, values);
  };
}

function searchOf(link: string): string {
  try {
    return new URL(link, 'http://next.invalid').search.slice(1);
  } catch {
    throw new RangeError('the link to the next page is no URL');
  }
}

function withQuery<Input>(input: Input, values: object): Input {
  const query = isObject(input) ? input['query'] : undefined;
  return { ...input, query: { ...(isObject(query) ? query : {}), ...values } };
}

/** The target with the relation `next`. Of a link's parameters the first `rel` counts. @see https://www.rfc-editor.org/rfc/rfc8288#section-3 */
function linked(header: string): string | undefined {
  for (const [, target, parameters = ''] of header.matchAll(LINK)) {
    for (const [, name = '', quoted, plain = ''] of parameters.matchAll(PARAMETER)) {
      if (name.toLowerCase() !== 'rel') continue;
      if ((quoted ?? plain).toLowerCase().split(/\s+/).includes('next')) return target;
      break;
    }
  }
  return undefined;
}
/** A target, and all up to the next comma outside quotes. */
const LINK = /<([^>]*)>((?:[^",<]|"(?:[^"\\]|\\.)*")*)/g;
const PARAMETER = /;\s*([^\s"=,;]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"=,;]*)))?/g;
