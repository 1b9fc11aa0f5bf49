/** One process against the real server: how often it refreshes, how a session ends, and what it never does. */
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryStore, type SessionRecord, type SessionState, type SessionStore } from '../../templates/runtime/session/index.js';
import { createSession, me, type Refused, type TestSessionOptions } from './support/client.js';
import { type Server, startServer } from './support/server.js';

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

async function signedIn(options: Partial<TestSessionOptions> = {}) {
  const states: SessionState[] = [];
  const refusals: Refused[] = [];
  const session = createSession({
    url: server.url,
    observe: (state, refusal) => {
      states.push(state);
      if (refusal) refusals.push(refusal);
    },
    ...options,
  });
  const pair = server.issue();
  await session.signIn(pair);
  return { session, pair, states, refusals, kinds: () => states.map((state) => state.kind) };
}
const calls = (count: number, call: () => Promise<number>): Promise<number[]> => Promise.all(Array.from({ length: count }, call));

describe('one refresh at a time', () => {
  test('1,000 concurrent calls that meet an expired token cause 1 refresh', async () => {
    const { session } = await signedIn();
    server.expire();
    server.delay = 50;
    const statuses = await calls(1_000, () => me(server.url, session));
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(server.counts).toMatchObject({ refreshes: 1, blacklisted: 0 });
  }, 60_000);

  test('two sessions over one store cause 1 refresh', async () => {
    const store = memoryStore();
    const { session } = await signedIn({ store });
    const other = createSession({ url: server.url, store });
    server.expire();
    await calls(20, () => me(server.url, session));
    await Promise.all([calls(20, () => me(server.url, session)), calls(20, () => me(server.url, other))]);
    expect(server.counts).toMatchObject({ refreshes: 1, blacklisted: 0 });
  });

  test('a refresh asked for while another one runs joins it', async () => {
    const { session } = await signedIn();
    const [one, two] = await Promise.all([session.refresh(), session.refresh()]);
    expect(one).toEqual(two);
    expect(one.kind).toBe('active');
    expect(server.counts.refreshes).toBe(1);
  });
});

describe('when', () => {
  test('ahead of the expiry that a JSON Web Token tells', async () => {
    let passed = 0;
    const { session } = await signedIn({ now: () => Date.now() + passed });
    passed = 3_600_000 - 30_000;
    expect(await me(server.url, session)).toBe(200);
    expect(server.counts).toMatchObject({ refreshes: 1, refused: 0 });
  });

  test('ahead of a configured lifetime, for tokens that tell nothing', async () => {
    let time = 1_000_000;
    const { session } = await signedIn({ lifetime: 1_000, now: () => time });
    await session.signIn({ access: 'opaque', refresh: server.issue().refresh });
    expect(await session.credential({ scheme: 'APIKey', operation: 'me' })).toBe('Bearer opaque');
    time += 900;
    expect(await me(server.url, session)).toBe(200);
    expect(server.counts).toMatchObject({ refreshes: 1, refused: 0 });
  });

  test.each([
    ['an hour ahead', 3_600_000, true],
    ['an hour behind', -3_600_000, true],
    ['an hour ahead, the server silent about its own', 3_600_000, false],
    ['an hour behind, the server silent about its own', -3_600_000, false],
  ])('a clock that is %s costs no call and no refresh too many', async (_, wrong, date) => {
    await server.close();
    server = await startServer({ date });
    const { session } = await signedIn({ now: () => Date.now() + wrong });
    for (let expiry = 1; expiry <= 3; expiry++) {
      expect(await calls(10, () => me(server.url, session))).toEqual(Array(10).fill(200));
      server.expire();
      expect(await calls(10, () => me(server.url, session))).toEqual(Array(10).fill(200));
    }
    // A pair that comes from elsewhere is judged by the clock alone: one refresh at the start may be for nothing.
    expect(server.counts.refreshes).toBe(wrong > 0 ? 4 : 3);
    expect(server.counts.blacklisted).toBe(0);
  });

  test('not for a 401 to a credential that has been replaced since', async () => {
    const { session } = await signedIn();
    const request = { scheme: 'APIKey', operation: 'me' };
    const old = await session.credential(request);
    await session.refresh();
    expect(await session.renew(request, old ?? '', new Response(null, { status: 401 }))).toBe(true);
    expect(server.counts.refreshes).toBe(1);
  });
});

describe('how it ends', () => {
  test('the documented 401 ends the session', async () => {
    const { session, pair, states, refusals } = await signedIn();
    await session.refresh();
    await session.signIn(pair);
    server.expire();
    expect(await calls(10, () => me(server.url, session))).toEqual(Array(10).fill(401));
    expect(server.counts.blacklisted).toBe(1);
    expect(states.at(-1)).toEqual({ kind: 'ended', status: 401 });
    expect(refusals.map((refusal) => refusal.status)).toEqual([401]);
    expect(await session.credential({ scheme: 'APIKey', operation: 'me' })).toBeUndefined();
  });

  test('the documented 400 ends the session and brings its body', async () => {
    const { session, states, refusals } = await signedIn();
    server.faults.push('invalid');
    expect(await session.refresh()).toEqual({ kind: 'ended', status: 400 });
    expect(refusals[0]?.body).toEqual({ errors: { refresh: ['This field may not be blank.'] } });
    expect(states.at(-1)).toEqual({ kind: 'ended', status: 400 });
  });

  test.each([
    ['a cut connection', 'cut', { reason: 'network-error' }],
    ['no answer', 'hang', { reason: 'timeout' }],
    ['an answer that breaks its schema', 'broken', { reason: 'invalid-response', status: 200 }],
    ['a status that the document does not know', 'unavailable', { reason: 'undocumented-status', status: 503 }],
  ] as const)('after %s nobody knows what became of the token, and it is not sent again', async (_, fault, failure) => {
    const { session, pair, states } = await signedIn({ timeout: 300 });
    server.faults.push(fault);
    expect(await session.refresh()).toEqual({ kind: 'unknown', failure });
    // The access token serves on until the server refuses it.
    expect(await session.credential({ scheme: 'APIKey', operation: 'me' })).toBe(`Bearer ${pair.access}`);
    expect(await me(server.url, session)).toBe(200);
    server.expire();
    expect(await calls(5, () => me(server.url, session))).toEqual(Array(5).fill(401));
    expect(server.counts.blacklisted).toBe(0);
    expect(states.at(-1)).toEqual({ kind: 'unknown', failure });
    await session.signIn(server.issue());
    expect(await me(server.url, session)).toBe(200);
  });

  test('a failure after which the caller lets the token be sent again', async () => {
    const { session } = await signedIn({ resend: ({ status }) => status === 503 });
    server.faults.push('unavailable');
    expect((await session.refresh()).kind).toBe('unknown');
    server.expire();
    expect(await calls(5, () => me(server.url, session))).toEqual(Array(5).fill(200));
    expect(server.counts).toMatchObject({ refreshes: 1, blacklisted: 0 });
  });

  test('a connection that is never made leaves the token intact, and the next call tries again', async () => {
    const { session, pair } = await signedIn();
    const port = Number(new URL(server.url).port);
    await server.close();
    expect(await session.refresh()).toMatchObject({ kind: 'active', failure: { reason: 'not-sent' } });
    server = await startServer({ port });
    // The new server knows other tokens: the old one is sent now, for the first time, and refused.
    expect(await session.refresh()).toEqual({ kind: 'ended', status: 401 });
    expect(pair.refresh).toBe('refresh-1');
  });

  test('a name that is unknown is a request that never left', async () => {
    const { session } = await signedIn({ url: 'http://name.invalid' });
    expect(await session.refresh()).toMatchObject({ kind: 'active', failure: { reason: 'not-sent' } });
  });
});

describe('sign-out and sign-in win over a refresh in flight', () => {
  test.each(['signOut', 'signIn'] as const)('%s', async (what) => {
    const { session } = await signedIn();
    const next = server.issue();
    server.delay = 50;
    const inFlight = new Promise<void>((resolve) => {
      server.arrived = resolve;
    });
    const refreshed = session.refresh();
    await inFlight;
    await (what === 'signOut' ? session.signOut() : session.signIn(next));
    expect((await refreshed).kind).toBe(what === 'signOut' ? 'signed-out' : 'active');
    expect(await session.credential({ scheme: 'APIKey', operation: 'me' })).toBe(
      what === 'signOut' ? undefined : `Bearer ${next.access}`,
    );
    expect(server.counts.refreshes).toBe(1);
  });
});

describe('a store that fails', () => {
  function failing(when: (next: SessionRecord) => boolean): SessionStore {
    const store = memoryStore();
    return {
      ...store,
      replace: (expected, next) => (when(next) ? Promise.reject(new Error('disk full')) : store.replace(expected, next)),
    };
  }

  test('before the token is sent: nothing is sent', async () => {
    const { session, pair, states } = await signedIn({ store: failing(({ state }) => state.kind === 'refreshing') });
    expect((await session.refresh()).kind).toBe('active');
    expect(states.some((state) => state.kind === 'store-failed')).toBe(true);
    expect(server.isAlive(pair.refresh)).toBe(true);
    expect(await me(server.url, session)).toBe(200);
  });

  test('after the answer: the new tokens are not used before they are stored, and not lost', async () => {
    let full = false;
    const { session, pair, states } = await signedIn({ store: failing(({ state }) => full && state.kind === 'active') });
    full = true;
    await session.refresh();
    expect(states.map(({ kind }) => kind)).toContain('store-failed');
    expect(await session.credential({ scheme: 'APIKey', operation: 'me' })).toBe(`Bearer ${pair.access}`);
    full = false;
    expect(await session.credential({ scheme: 'APIKey', operation: 'me' })).not.toBe(`Bearer ${pair.access}`);
    server.expire();
    expect(await me(server.url, session)).toBe(200);
    expect(server.counts).toMatchObject({ refreshes: 2, blacklisted: 0 });
  });

  test('at a sign-in: the caller learns it', async () => {
    const session = createSession({ url: server.url, store: failing(() => true) });
    await expect(session.signIn(server.issue())).rejects.toThrow('disk full');
  });

  test.each(['read', 'replace', 'exclusive'] as const)(
    'a store whose %s never answers lets nobody wait for ever',
    async (member) => {
      const store = memoryStore();
      const { session } = await signedIn({ store, timeout: 100 });
      server.expire();
      Object.assign(store, { [member]: () => new Promise(() => {}) });
      expect(await me(server.url, session)).not.toBe(200);
      expect((await session.refresh()).kind).not.toBe('signed-out');
      expect(server.counts.blacklisted).toBe(0);
    },
  );
});

describe('manners', () => {
  test('a caller who gives up does not wait for the refresh, which goes on', async () => {
    let passed = 0;
    const { session } = await signedIn({ now: () => Date.now() + passed });
    passed = 3_600_000;
    server.delay = 200;
    const over = new AbortController();
    const call = me(server.url, session, { signal: over.signal });
    setTimeout(() => over.abort(), 20);
    expect(await call).toBe(0);
    expect(await me(server.url, session)).toBe(200);
    expect(server.counts).toMatchObject({ refreshes: 1, blacklisted: 0 });
  });

  test('an observer that throws harms nobody', async () => {
    const { session } = await signedIn({
      observe: () => {
        throw new Error('observer');
      },
    });
    expect((await session.refresh()).kind).toBe('active');
  });

  test('no token shows in a session, in its states or in what it rejects with', async () => {
    const { session, pair, states } = await signedIn();
    server.faults.push('broken');
    await session.refresh();
    await session.signIn(server.issue());
    await session.refresh();
    server.faults.push('invalid');
    await session.refresh();
    const shown =
      JSON.stringify([session, states]) + inspect(session, { depth: 9, showHidden: true }) + inspect(states, { depth: 9 });
    expect(shown).not.toContain(pair.access.split('.')[1]);
    expect(shown).not.toMatch(/refresh-\d/);
  });
});
