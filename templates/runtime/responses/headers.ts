import { below } from '../below.js';
import type { ResponseReader } from '../operation.js';
import { type Members, objectFrom } from '../parameters/decode.js';
import { validate } from '../validate.js';
import type { Check } from '../validation/index.js';

/**
 * An answer whose headers the document describes: those are decoded and validated, and are the `headers` of the result. All others are
 * in `response.headers`. Browsers hide from a page what `access-control-expose-headers` doesn't name: there, make such headers optional.
 */
export function withHeaders(reader: ResponseReader, decoders: Members, check: Check): ResponseReader {
  return async (response, call) => {
    const headers = objectFrom(
      textsOf(response.headers).filter(([name]) => Object.hasOwn(decoders, name)),
      decoders,
    );
    const outcome = await reader(response, call);
    return { ...outcome, headers, issues: outcome.issues ?? validate(call, 'response', below(check, 'headers'), headers) };
  };
}

/** Of all headers `set-cookie` alone stands there more than once: its lines, as 3.2 has it (Header Object, Set-Cookie). */
function textsOf(headers: Headers): readonly (readonly [string, string])[] {
  const cookies = headers.getSetCookie();
  return [...headers]
    .filter(([name]) => name !== 'set-cookie')
    .concat(cookies.length > 0 ? [['set-cookie', cookies.join('\n')]] : []);
}
