import { brokenOff, invalid } from '../broken-off.js';
import type { JsonText } from '../exact.js';
import { refusal } from '../issue.js';
import { matches, statedType } from '../media-type.js';
import type { Call, ResponseReader } from '../operation.js';
import { OperationError } from '../unwrap.js';
import { validate } from '../validate.js';
import type { Check } from '../validation/index.js';
import { Undecodable } from './text.js';

/** The items of a body, decoded. Throws an `Undecodable` for one that can't be. */
export type Framing = (response: Response, call: Call) => AsyncIterable<unknown>;

/**
 * A body that comes item by item. The body of the result is an async iterable, to be walked through once; the call's `timeout` covers
 * its head, and its signal ends it at any time. Every item is validated. Where the sequence ends other than at its end, the walk throws
 * an `OperationError` whose `result` says why: `network-error`, `aborted` or `invalid-response`.
 *
 * Leaving the loop closes the connection; not entering it leaves it open until the signal is aborted.
 */
export function sequence(mediaType: string, framing: Framing, check?: Check): ResponseReader {
  return (response, call) => {
    const stated = statedType(response);
    if (stated && !matches(mediaType, stated)) return { issues: refusal(undefined, mediaType, 'contentMediaType') };
    call.state.open = true;
    return { body: walk(response, call, framing, check) };
  };
}

async function* walk(
  response: Response,
  call: Call,
  framing: Framing,
  check: Check | undefined,
): AsyncGenerator<unknown, void, undefined> {
  try {
    for await (const item of framing(response, call)) {
      const issues = validate(call, 'response', check, item);
      if (issues) throw invalid(response, issues);
      yield item;
    }
  } catch (cause) {
    if (cause instanceof OperationError) throw cause;
    if (cause instanceof Undecodable) throw invalid(response, refusal(undefined, cause.message, 'contentMediaType'));
    throw brokenOff(call, cause);
  } finally {
    call.over.abort();
  }
}

/** One item that is JSON. */
export function parsed(text: string, { parse }: JsonText): unknown {
  try {
    return parse(text);
  } catch {
    throw new Undecodable('JSON');
  }
}

export const limitOf = ({ client, options }: Call): number => options.maxBytes ?? client.maxBytes ?? 2 ** 26;
