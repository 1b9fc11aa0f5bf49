/** What a session keeps in its store, and what it tells of itself. */

export interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** Why a refresh brought no tokens. Holds no secret. */
export interface RefreshFailure {
  /**
   * `not-sent`: the request did not leave, the refresh token is intact.
   * `interrupted`: whoever sent it ended before the answer was stored. All others: the server may or may not have acted on it.
   */
  readonly reason:
    | 'not-sent'
    | 'interrupted'
    | 'timeout'
    | 'aborted'
    | 'network-error'
    | 'undocumented-status'
    | 'invalid-response';
  /** The HTTP status, where an answer came. */
  readonly status?: number;
}

/** The states that are kept. No token is in them. */
export type KeptState =
  | { readonly kind: 'signed-out' }
  | {
      readonly kind: 'active';
      /** From when on the next call refreshes first, in milliseconds since the epoch by this machine's clock; absent: after a 401. */
      readonly refreshAt?: number;
      /** The last refresh came to nothing, and the next call tries again. */
      readonly failure?: RefreshFailure;
    }
  /** The refresh token is on its way, or its sender died a moment ago. */
  | { readonly kind: 'refreshing' }
  /** The refresh token may be spent: it is not sent again unless `resend` allows it. The access token serves until it expires. */
  | { readonly kind: 'unknown'; readonly failure: RefreshFailure }
  /** The server refused the refresh token with this documented status, or the store held something else (`status` 0). */
  | { readonly kind: 'ended'; readonly status: number };

export type SessionState =
  | KeptState
  /** The store did not read or write. Tokens that could not be written are kept in memory, unused, and written with the next call. */
  | { readonly kind: 'store-failed'; readonly cause: unknown };

export interface SessionRecord {
  /** Unique; never given to two records. */
  readonly version: string;
  readonly state: KeptState;
  /** Present while `active`, `refreshing` and `unknown`. */
  readonly tokens?: Tokens;
  /** While `refreshing` and `unknown`: the refresh that this is about, unique. */
  readonly attempt?: string;
}

/**
 * For stores that keep text. What is not JSON or no record comes back as an ended session of the version `unreadable`: it is
 * replaced by the next sign-in and never by a refresh.
 */
export function parseRecord(text: string): SessionRecord {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // The error's message would quote the text, and with it tokens.
  }
  return { version: 'unreadable', state: { kind: 'ended', status: 0 } };
}

function isRecord(value: unknown): value is SessionRecord {
  if (!isObject(value) || typeof value['version'] !== 'string') return false;
  const { state, tokens, attempt } = value;
  if (!isObject(state)) return false;
  const held = isObject(tokens) && typeof tokens['access'] === 'string' && typeof tokens['refresh'] === 'string';
  switch (state['kind']) {
    case 'signed-out':
      return tokens === undefined;
    case 'ended':
      return tokens === undefined && typeof state['status'] === 'number';
    case 'active':
      return (
        held && (state['refreshAt'] === undefined || typeof state['refreshAt'] === 'number') && isFailure(state['failure'], true)
      );
    case 'refreshing':
      return held && typeof attempt === 'string';
    case 'unknown':
      return held && typeof attempt === 'string' && isFailure(state['failure'], false);
    default:
      return false;
  }
}
function isFailure(value: unknown, optional: boolean): boolean {
  return value === undefined ? optional : isObject(value) && typeof value['reason'] === 'string';
}
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
