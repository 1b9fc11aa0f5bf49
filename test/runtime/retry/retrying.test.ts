/** What is sent again, how often and when. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idempotencyKey, type Operation, type Retrying, retrying } from '../../../templates/runtime/index.js';
import { retryAfter } from '../../../templates/runtime/retry/retry-after.js';
import { serve } from '../server.js';
import { call, getPet, postPet } from '../subject.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers with the statuses in turn; 0 stands for a failure of the connection, -1 for silence. */
const scripted = (statuses: readonly number[], headers: Record<string, string> = {}) => {
  const times: number[] = [];
  const fetch: typeof globalThis.fetch = (_, init) => {
    const status = statuses[times.length] ?? 200;
    times.push(Date.now());
    if (status === 0) return Promise.reject(new TypeError('reset'));
    if (status < 0)
      return new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    return Promise.resolve(new Response('{"id":1}', { status, headers }));
  };
  return { fetch, times };
};
const run = async (
  statuses: readonly number[],
  options: Retrying = {},
  operation: Operation = getPet,
  callOptions = {},
  headers = {},
) => {
  const { fetch, times } = scripted(statuses, headers);
  const started = Date.now();
  const pending = call(
    operation,
    { baseUrl: 'http://a', fetch, retry: retrying(options), timeout: 60_000 },
    { body: {} },
    callOptions,
  );
  await vi.advanceTimersByTimeAsync(61_000);
  return { result: await pending, sent: times.length, waits: times.map((time, i) => time - (times[i - 1] ?? started)).slice(1) };
};

describe('retrying', () => {
  it.each<[string, readonly number[], Operation, number | string, number]>([
    ['a 503 of a GET', [503, 200], getPet, 200, 2],
    ['a lost connection of a GET', [0, 0, 200], getPet, 200, 3],
    ['at most three times', [503, 503, 503, 200], getPet, 'undocumented-status', 3],
    ['not a 404', [404, 200], getPet, 404, 1],
    ['not a 500 of a POST', [500, 200], postPet, 'undocumented-status', 1],
    ['not a lost connection of a POST', [0, 200], postPet, 'network-error', 1],
  ])('%s', async (_, statuses, operation, status, sent) => {
    const ran = await run(statuses, {}, operation);
    expect(ran.result.status).toBe(status);
    expect(ran.sent).toBe(sent);
  });

  it('repeats a POST that carries an idempotency key, with the same key', async () => {
    const key = idempotencyKey();
    const ran = await run([503, 200], {}, postPet, { headers: key });
    expect(ran.result.status).toBe(200);
    expect(key['idempotency-key']).toMatch(/^[\da-f]{32}$/);
  });

  it.each([
    ['2', 2_000],
    [new Date(Date.UTC(2030, 0, 1, 0, 0, 5)).toUTCString(), 5_000],
  ])('waits as Retry-After: %s asks', async (value, wait) => {
    const ran = await run(
      [429, 200],
      {},
      getPet,
      {},
      { 'retry-after': value, date: new Date(Date.UTC(2030, 0, 1)).toUTCString() },
    );
    expect(ran.result.status).toBe(200);
    expect(ran.waits).toEqual([wait]);
  });

  it('gives up where Retry-After asks for too much', async () => {
    const ran = await run([429, 200], {}, getPet, {}, { 'retry-after': '3600' });
    expect(ran.sent).toBe(1);
    expect(ran.result.status).toBe(429);
  });

  it('waits longer each time, within bounds', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const ran = await run([503, 503, 503, 503, 200], { attempts: 5, delay: 1_000, maxDelay: 3_000 });
    expect(ran.waits).toEqual([500, 1_000, 1_500, 1_500]);
    vi.restoreAllMocks();
  });

  it('limits each attempt and the whole', async () => {
    expect((await run([-1, 200], { attemptTimeout: 1_000 })).result.status).toBe(200);
    expect((await run([-1, -1, -1], { attemptTimeout: 1_000 })).result.status).toBe('timeout');
    const whole = await run([-1, -1, -1], { attemptTimeout: 50_000 });
    expect([whole.result.status, whole.sent]).toEqual(['timeout', 2]);
  });

  it('stops at once when aborted', async () => {
    const { fetch, times } = scripted([503, 503]);
    const aborter = new AbortController();
    const pending = call(
      getPet,
      { baseUrl: 'http://a', fetch, retry: retrying({ delay: 30_000 }) },
      {},
      { signal: aborter.signal },
    );
    await vi.advanceTimersByTimeAsync(0);
    aborter.abort();
    expect((await pending).status).toBe('aborted');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('on a socket', () => {
  it('repeats after a reset', async () => {
    vi.useRealTimers();
    const { url, requests } = await serve((_, response) => {
      if (requests.length < 2) response.socket?.destroy();
      else response.end('{"id":1}');
    });
    expect((await call(getPet, { baseUrl: url, retry: retrying({ delay: 1 }) })).status).toBe(200);
    expect(requests).toHaveLength(2);
  });
});

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    [' 10 ', 10_000],
    ['soon', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['', undefined],
  ])('%j', (value, want) => {
    expect(retryAfter(new Headers({ 'retry-after': value }))).toBe(want);
  });
  it('of the past is now', () => {
    expect(retryAfter(new Headers({ 'retry-after': new Date(0).toUTCString() }))).toBe(0);
  });
});
