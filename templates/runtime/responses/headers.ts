import { below } from '../below.js';
import type { ResponseReader } from '../operation.js';
import { type Members, objectFrom } from '../parameters/decode.js';
import { validate } from '../validate.js';
import type { Check } from '../validation/index.js';
import { discard } from './discard.js';

/**
 * An answer whose headers the document describes: those are decoded and validated, and are the `headers` of the result. All others are
 * in `response.headers`. Browsers hide from a page what `access-control-expose-headers` doesn't name: there, make such headers optional.
 */
export function withHeaders(reader: ResponseReader, decoders: Members, check: Check): ResponseReader {
  return async (response, call) => {
    const headers = objectFrom(
      [...textsOf(response.headers)].filter(([name]) => Object.hasOwn(decoders, name)),
      decoders,
    );
    const outcome = await reader(response, call);
    const issues = outcome.issues ?? validate(call, 'response', below(check, 'headers'), headers);
    if (!issues || !call.state.open) return { ...outcome, headers, issues };
    // A stream that nobody will read.
    discard(response, call);
    return { issues };
  };
}

/** Of all headers `set-cookie` alone comes more than once: as its lines, as 3.2 has it (Header Object). Older platforms join them. */
function textsOf(headers: Headers): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, text] of headers) {
    const before = texts.get(name);
    texts.set(name, before === undefined ? text : `${before}\n${text}`);
  }
  return texts;
}
