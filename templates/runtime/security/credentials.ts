import type { Authenticator, CredentialRequest, CredentialSource } from '../auth.js';
import { refusal } from '../issue.js';
import type { Call, Layer } from '../operation.js';
import { discard } from '../responses/discard.js';
import { own } from '../validation/index.js';
import type { Placement } from './placements.js';

/** A credential, and who can renew it. */
interface Held {
  readonly placement: Placement;
  readonly credential: string;
  readonly request: CredentialRequest;
  readonly authenticator: Authenticator | undefined;
}

/**
 * The security requirements of an operation: alternatives, each a set of schemes that go together. The first alternative for
 * which the client has every credential is used; without one the request goes as it is, and the server decides. An
 * alternative is never half sent.
 *
 * Credentials go to where the client was created for and nowhere else: they are put in last, into a copy that hooks don't see, and
 * redirects are not followed. After a 401 whoever supplied a credential is asked once for a new one.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#security-requirement-object
 */
export function credentials(...alternatives: readonly (readonly Placement[])[]): Layer {
  return async (call, next) => {
    let held: readonly Held[];
    try {
      held = await gather(call, alternatives);
    } catch (cause) {
      if (call.state.sent) throw cause;
      return { ok: false, status: 'invalid-request', issues: refusal(undefined, 'a credential', 'security'), cause };
    }
    const result = await next(secured(call, held));
    if (!('response' in result) || result.response.status !== 401) return result;
    const renewals = held.map(({ authenticator, request, credential }) =>
      authenticator?.renew(request, credential, result.response),
    );
    const isRenewed = (await Promise.allSettled(renewals)).some(
      (renewal) => renewal.status === 'fulfilled' && renewal.value === true,
    );
    // What was streamed can't be sent again.
    if (!isRenewed || call.content?.duplex) return result;
    let again: Call;
    try {
      again = secured(call, await gather(call, alternatives));
    } catch {
      // The 401 stands where nothing better is to be had.
      return result;
    }
    discard(result.response, call);
    return next(again);
  };
}

/** A copy of the call with the credentials in their places. */
function secured(call: Call, held: readonly Held[]): Call {
  const copy: Call = { ...call, headers: new Headers(call.headers) };
  for (const { placement, credential } of held) {
    try {
      placement.place?.(copy, credential);
    } catch {
      // What is thrown for a bad header holds its value.
      throw refusal(credential, `a credential for ${placement.scheme} that fits its place`, 'security');
    }
  }
  return copy;
}

async function gather(call: Call, alternatives: readonly (readonly Placement[])[]): Promise<readonly Held[]> {
  for (const alternative of alternatives) {
    const held: Held[] = [];
    for (const placement of alternative) {
      const found = placement.place ? await hold(call, placement) : undefined;
      if (found) held.push(found);
      else if (placement.place) break;
    }
    if (held.length === alternative.filter(({ place }) => place).length && held.length > 0) return held;
  }
  return [];
}

async function hold(call: Call, placement: Placement): Promise<Held | undefined> {
  const { scheme } = placement;
  const request: CredentialRequest = { scheme, operation: call.operation.name, signal: call.over.signal };
  // By what the type says; whatever else is there gives no string below.
  const source = own(call.client.auth ?? {}, scheme) as CredentialSource | Authenticator;
  const authenticator = typeof source === 'object' ? source : undefined;
  const credential = await (authenticator
    ? authenticator.credential(request)
    : typeof source === 'function'
      ? source(request)
      : source);
  return typeof credential === 'string' && credential !== '' ? { placement, credential, request, authenticator } : undefined;
}
