/** The usual ways from one page to the next. Each sets query parameters of the input, and nothing else. */

import { type Fields, gathered, pairsIn, unescaped } from '../parameters/gather.js';
import { pointed } from '../pointer.js';
import { isObject } from '../validation/index.js';
import type { Following } from './pages.js';

interface Page {
  readonly body: unknown;
  readonly response: Response;
}

/** A cursor in the body goes into a parameter; the last page has none. */
export function byCursor<Input>(parameter: string, next: string): Following<Input, Page> {
  return ({ body }, input) => {
    const cursor = pointed(body, next);
    return cursor === undefined || cursor === null || cursor === '' ? undefined : withQuery(input, { [parameter]: cursor });
  };
}

/** The offset grows by what came; the last page is the one that reaches `total`, or the first that is empty. */
export function byOffset<Input>(parameter: string, items: string, total?: string): Following<Input, Page> {
  return ({ body }, input) => {
    const found = pointed(body, items);
    const count = Array.isArray(found) ? found.length : 0;
    const before = Number(pointed(input, `/query/${parameter}`) ?? 0);
    const all = total === undefined ? undefined : pointed(body, total);
    const isLast = count === 0 || (typeof all === 'number' && before + count >= all);
    return isLast ? undefined : withQuery(input, { [parameter]: before + count });
  };
}

/**
 * A URL in the body, or in the header `Link` with `rel="next"`. It is not called: the operation's own parameters are taken from its query, so
 * that a server can't lead a client and its credentials elsewhere. Throws a RangeError where it has parameters that the operation hasn't.
 */
export function byLink<Input>(next: string, fields: Fields): Following<Input, Page> {
  return ({ body, response }, input) => {
    const link = next === 'link' ? linked(response.headers.get('link') ?? '') : pointed(body, next);
    if (typeof link !== 'string' || link === '') return undefined;
    const { search } = new URL(link, 'http://next.invalid');
    const { values, left } = gathered(pairsIn(search.slice(1)), fields, unescaped);
    if (left.size > 0) throw new RangeError('the link to the next page has a parameter that the operation does not have');
    return withQuery(input, values);
  };
}

function withQuery<Input>(input: Input, values: object): Input {
  const query = isObject(input) ? input['query'] : undefined;
  return { ...input, query: { ...(isObject(query) ? query : {}), ...values } };
}

/** The target with the relation `next`. @see https://www.rfc-editor.org/rfc/rfc8288 */
function linked(header: string): string | undefined {
  for (const [, target, parameters = ''] of header.matchAll(/<([^>]*)>((?:\s*;\s*[^,;=]+=(?:"[^"]*"|[^,;]*))*)/g)) {
    if (/;\s*rel=(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(parameters)) return target;
  }
  return undefined;
}
