/** Where each kind of security scheme puts its credential. @see https://spec.openapis.org/oas/v3.2.0#security-scheme-object */
import type { Draft } from '../operation.js';
import { addCookie, addQuery } from '../parameters/encoders.js';
import { escaped } from '../parameters/escape.js';

/** One scheme of a requirement. */
export interface Placement {
  /** The name of the scheme, under which the client's `auth` has the credential. */
  readonly scheme: string;
  /** Undefined for what is not in the request at all: a client certificate. */
  readonly place?: (draft: Draft, credential: string) => void;
}

/** `apiKey` in a header: the credential is its value. */
export function apiKeyHeader(scheme: string, name: string): Placement {
  return { scheme, place: ({ headers }, credential) => headers.set(name, credential) };
}
/** `apiKey` in the query. */
export function apiKeyQuery(scheme: string, name: string): Placement {
  return { scheme, place: (draft, credential) => addQuery(draft, `${escaped(name)}=${escaped(credential)}`) };
}
/** `apiKey` in a cookie. Browsers send their own cookies only: there, the server has to have set it. */
export function apiKeyCookie(scheme: string, name: string): Placement {
  return {
    scheme,
    place(draft, credential) {
      // Caught where it is placed: what is thrown may hold nothing of it.
      if (!/^[\x20-\x3a\x3c-\x7e]*$/.test(credential)) throw new RangeError('a cookie holds printable ASCII without semicolons');
      addCookie(draft, `${name}=${credential}`);
    },
  };
}
/** `http` with `basic`: the credential is `user:password` (RFC 7617, in UTF-8). */
export function basic(scheme: string): Placement {
  return {
    scheme,
    place({ headers }, credential) {
      const bytes = new TextEncoder().encode(credential);
      headers.set('authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`);
    },
  };
}
/** `http` with `bearer`, `oauth2` and `openIdConnect`: the credential is the token (RFC 6750). */
export function bearer(scheme: string): Placement {
  return httpScheme(scheme, 'Bearer');
}
/** `http` with any other scheme: the credential is what comes after its name. */
export function httpScheme(scheme: string, name: string): Placement {
  return { scheme, place: ({ headers }, credential) => headers.set('authorization', `${name} ${credential}`) };
}
/** `mutualTLS`: the platform's business, below HTTP; a browser or an agent given through `fetch` holds the certificate. */
export function mutualTls(scheme: string): Placement {
  return { scheme };
}
