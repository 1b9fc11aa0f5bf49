/**
 * A session that cannot burn a refresh token.
 *
 * A token leaves at most once because the record is replaced by compare-and-set: before it is sent, `active` becomes `refreshing`, and
 * of all that try only one succeeds, whatever locks may do. The answer replaces `refreshing`, and nothing else: a sign-out or a
 * sign-in in between stands. The lock is there for those who wait, and to tell the living from the dead: who holds it and finds
 * `refreshing` knows that the sender is gone, and that nobody knows what became of the token.
 */
import type { Authenticator, Credential, CredentialRequest } from '../auth.js';
import type { CallOptions } from '../client.js';
import type { Call } from '../operation.js';
import type { Exchange, Exchanged, Refusal } from './exchange.js';
import { expiryOf } from './expiry.js';
import { memoryStore } from './memory-store.js';
import type { RefreshFailure, SessionRecord, SessionState, Tokens } from './record.js';
import type { SessionStore } from './store.js';
import { within } from './within.js';

export interface SessionOptions<R extends Refusal = Refusal> {
  /** Default: memory. */
  readonly store?: SessionStore;
  /** Called with each new state, and with the refusing answer where it came to this session. What it throws is dropped. */
  readonly observe?: (state: SessionState, refusal?: R) => void;
  /** Whether the server lets a refresh token be sent again after this failure. Default: never. */
  readonly resend?: (failure: RefreshFailure) => boolean;
  /** Milliseconds before the expiry at which calls refresh first; at most a tenth of the token's life. Default 60,000. */
  readonly ahead?: number;
  /** Milliseconds that an access token lives where it does not say so itself as a JSON Web Token. */
  readonly lifetime?: number;
  /** Milliseconds for a refresh, and for the store's part before and after it. Default 30,000. */
  readonly timeout?: number;
  /** The credential made of an access token. Default: as the config has it. */
  readonly format?: (access: string) => string;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
}

/** Holds no token itself: neither `JSON.stringify` nor an inspection of it shows one. */
export interface Session extends Authenticator {
  credential(request: CredentialRequest): Promise<Credential>;
  /** Stores a new pair in the place of whatever there is, an ended session or a refresh in flight. Rejects where the store fails. */
  signIn(tokens: Tokens): Promise<void>;
  /** Forgets the tokens, those of a refresh in flight too. Rejects where the store fails. */
  signOut(): Promise<void>;
  /** Gets new tokens now, or waits for those that are on their way. Never rejects. */
  refresh(): Promise<SessionState>;
  /** As the store has it. Never rejects. */
  state(): Promise<SessionState>;
  /** Stops listening to the store for the observer's sake. */
  close(): void;
}

type Next = Omit<SessionRecord, 'version'>;

const nobody: SessionRecord = { version: '', state: { kind: 'signed-out' } };

export function openSession<R extends Refusal>(exchange: Exchange<R>, options: SessionOptions<R>): Session {
  const {
    store = memoryStore(),
    observe,
    resend,
    ahead = 60_000,
    lifetime = NaN,
    timeout = 30_000,
    format = String,
    now = Date.now,
  } = options;
  let shown: string | undefined;
  let running: Promise<SessionRecord | undefined> | undefined;
  /** An answer that the store has not taken yet. */
  let unsaved: { readonly attempt: string; readonly next: Next } | undefined;

  function tell(state: SessionState, refusal?: R): SessionState {
    try {
      observe?.(state, refusal);
    } catch {
      // The session goes on without its observer.
    }
    return state;
  }
  const fail = (cause: unknown): SessionState => tell({ kind: 'store-failed', cause });
  function show(record: SessionRecord, refusal?: R): SessionRecord {
    if (record.version !== shown) tell(record.state, refusal);
    shown = record.version;
    return record;
  }
  const look = async (): Promise<SessionRecord> => show((await store.read()) ?? nobody);
  async function put(present: SessionRecord, next: Next, refusal?: R): Promise<SessionRecord | undefined> {
    const record: SessionRecord = { ...next, version: unique() };
    return (await store.replace(present.version || undefined, record)) ? show(record, refusal) : undefined;
  }

  const signed = ({ tokens }: SessionRecord): Credential => tokens && format(tokens.access);
  /** `stale`: the credential that a server has answered with 401. */
  function isDue({ state, tokens }: SessionRecord, stale?: string): boolean {
    if (unsaved) return true;
    if (state.kind === 'unknown') return !!resend?.(state.failure);
    return !!tokens && (state.kind !== 'active' || now() >= (state.refreshAt ?? Infinity) || format(tokens.access) === stale);
  }
  /** A clock that is wrong shows at the grant: a token that is new and has expired means that expiry can't be judged here. */
  function active(tokens: Tokens, date?: string | null): Next {
    const server = Date.parse(date ?? '') || now();
    const life = (expiryOf(tokens.access) ?? server + lifetime) - server;
    const refreshAt = now() + life - Math.min(ahead, life / 10);
    return {
      tokens,
      state: { kind: 'active', ...(life > (date === undefined ? -Infinity : 0) && { refreshAt }) },
    };
  }

  function refresh(stale?: string): Promise<SessionRecord | undefined> {
    running ??= within(2 * timeout, async (signal) => {
      const record = await look();
      return isDue(record, stale) ? store.exclusive(() => exchangeOnce(signal, stale), signal) : record;
    })
      .catch((cause: unknown) => {
        fail(cause);
        return undefined;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  /** Under the lock. */
  async function exchangeOnce(signal: AbortSignal, stale?: string): Promise<SessionRecord> {
    for (;;) {
      const record = unsaved ? await settle(unsaved.attempt, unsaved.next) : await look();
      const { state, tokens } = record;
      if (signal.aborted || !tokens || !isDue(record, stale)) return record;
      const attempt = unique();
      if (state.kind === 'refreshing') {
        await put(record, { ...record, state: { kind: 'unknown', failure: { reason: 'interrupted' } } });
      } else if (await put(record, { tokens, attempt, state: { kind: 'refreshing' } })) {
        // In the place of the client's own policies: nothing is sent twice, nothing unchecked is taken for tokens.
        const alone: CallOptions = { timeout, retry: (call, next) => next(unrenewed(call)), validate: { response: 'error' } };
        const outcome = await exchange(tokens.refresh, alone);
        return settle(attempt, ...after(outcome, tokens, attempt));
      }
    }
  }
  function after(outcome: Exchanged<R>, tokens: Tokens, attempt: string): [Next, R?] {
    if ('tokens' in outcome) return [active(outcome.tokens, outcome.date)];
    if ('refusal' in outcome) return [{ state: { kind: 'ended', status: outcome.refusal.status } }, outcome.refusal];
    const { failure } = outcome;
    if (failure.reason === 'not-sent') return [{ tokens, state: { kind: 'active', refreshAt: now(), failure } }];
    return [{ tokens, attempt, state: { kind: 'unknown', failure } }];
  }
  /** Puts the outcome in the place of the attempt's record, `refreshing` or what others have made of it, and of no other. */
  async function settle(attempt: string, next: Next, refusal?: R): Promise<SessionRecord> {
    unsaved = { attempt, next };
    let record: SessionRecord | undefined;
    while (!record) {
      record = await look();
      if (record.attempt === attempt) record = await put(record, next, refusal);
    }
    unsaved = undefined;
    return record;
  }

  /** Nobody waits longer, whatever the store does. */
  const bounded = <T>(work: (signal: AbortSignal) => Promise<T>, request?: CredentialRequest): Promise<T> =>
    within(4 * timeout, work, request?.signal);
  const write = (next: Next): Promise<void> =>
    bounded(async (signal) => {
      while (!(await put(await look(), next))) signal.throwIfAborted();
    });
  const state = (): Promise<SessionState> => bounded(look).then(({ state }) => state, fail);

  return {
    credential: (request) =>
      bounded(async () => {
        const record = await look();
        return signed(isDue(record) ? ((await refresh()) ?? record) : record);
      }, request),
    renew: (request, credential) =>
      bounded(async () => {
        const isNew = (record: SessionRecord | undefined): boolean =>
          record?.state.kind === 'active' && signed(record) !== credential;
        // Twice, because the first may have joined a refresh for another reason.
        return isNew(await refresh(credential)) || isNew(await refresh(credential));
      }, request).catch(() => false),
    signIn: (tokens) => write(active(tokens)),
    signOut: () => write({ state: { kind: 'signed-out' } }),
    refresh: () =>
      bounded(look)
        .then((record) => refresh(signed(record)))
        .then(state, state),
    state,
    close: (observe && store.watch?.(state)) ?? (() => {}),
  };
}

/** The call without anybody who gets new credentials for it after a 401 and has it sent once more. */
function unrenewed(call: Call): Call {
  const auth = Object.entries(call.client.auth ?? {}).map(([scheme, source]) => [
    scheme,
    typeof source === 'object' ? (request: CredentialRequest) => source.credential(request) : source,
  ]);
  return { ...call, client: { ...call.client, auth: Object.fromEntries(auth) } };
}

/** Among all records of a store, those of other machines included. */
function unique(): string {
  return `${Date.now()} ${Math.random()}`;
}
