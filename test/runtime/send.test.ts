/** A call neither throws nor rejects, and ends when its time is over. */
import { describe, expect, it, vi } from 'vitest';
import { isRetryable, OperationError, unwrap, watching } from '../../templates/runtime/index.js';
import { serve } from './server.js';
import { call, checkPet, getPet, postPet } from './subject.js';

const thrower = (): never => {
  throw new Error('secret');
};
const hostile: Parameters<typeof call>[1] & object = Object.defineProperty({}, 'fetch', { get: thrower });
const answering =
  (body: string, status = 200): typeof fetch =>
  async () =>
    new Response(body, { status });

describe('nothing is thrown', () => {
  it.each([
    ['a client that is none', () => call(getPet, null as never), 'invalid-request'],
    ['no URL', () => call(getPet, { baseUrl: 'nowhere' }), 'invalid-request'],
    ['a URL with a password', () => call(getPet, { baseUrl: 'http://a:b@127.0.0.1' }), 'invalid-request'],
    ['no server at all', () => call(getPet, {}), 'invalid-request'],
    [
      'a header with a line break',
      () => call(getPet, { baseUrl: 'http://127.0.0.1:1', headers: { a: 'x\r\ny: z' } }),
      'invalid-request',
    ],
    ['a header with NUL', () => call(getPet, { baseUrl: 'http://127.0.0.1:1', headers: { a: 'x\0' } }), 'invalid-request'],
    ['a getter that throws', () => call(getPet, hostile), 'invalid-request'],
    ['a body with a cycle', () => call(postPet, { baseUrl: 'http://127.0.0.1:1' }, { body: cycle() }), 'invalid-request'],
    ['a body with a bigint', () => call(postPet, { baseUrl: 'http://127.0.0.1:1' }, { body: 1n }), 'invalid-request'],
    ['an input that is no object', () => call(postPet, { baseUrl: 'http://127.0.0.1:1' }, null), 'invalid-request'],
    ['a fetch that throws', () => call(getPet, { baseUrl: 'http://a', fetch: thrower }), 'network-error'],
    [
      'a fetch that rejects with nothing',
      () => call(getPet, { baseUrl: 'http://a', fetch: () => Promise.reject() }),
      'network-error',
    ],
    [
      'a fetch that resolves with nothing',
      () => call(getPet, { baseUrl: 'http://a', fetch: () => Promise.resolve(undefined as never) }),
      'network-error',
    ],
    [
      'a fetch that never settles',
      () => call(getPet, { baseUrl: 'http://a', fetch: () => new Promise(() => {}), timeout: 20 }),
      'timeout',
    ],
    [
      'a hook that throws before',
      () => call(getPet, { baseUrl: 'http://a', hooks: watching({ before: thrower }) }),
      'invalid-request',
    ],
    [
      'a hook that throws after',
      () =>
        call(getPet, { baseUrl: 'http://a', fetch: answering('{"id":1}'), hooks: watching({ after: thrower, error: thrower }) }),
      200,
    ],
    ['a layer that throws', () => call(getPet, { baseUrl: 'http://a', retry: thrower }), 'invalid-request'],
    [
      'a credential that can not be had',
      () => call({ ...getPet, security: thrower }, { baseUrl: 'http://a' }),
      'invalid-request',
    ],
  ])('%s', async (_, run, status) => {
    const result = await run();
    expect(result.status).toBe(status);
    if (result.status === 'invalid-request') expect(JSON.stringify(result.issues)).not.toMatch(/secret|x\\r/);
  });

  function cycle(): object {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    return value;
  }
});

describe('time', () => {
  it('tells a timeout from an abort, and both from failures', async () => {
    const { url } = await serve(() => {});
    expect((await call(getPet, { baseUrl: url, timeout: 30 })).status).toBe('timeout');
    expect((await call(getPet, { baseUrl: url }, {}, { signal: AbortSignal.timeout(30) })).status).toBe('aborted');
    expect((await call(getPet, { baseUrl: url, timeout: 10_000 }, {}, { timeout: 30 })).status).toBe('timeout');
  });

  it('sends nothing when the signal is aborted already', async () => {
    const { url, requests } = await serve((_, response) => response.end('{"id":1}'));
    expect((await call(getPet, { baseUrl: url }, {}, { signal: AbortSignal.abort() })).status).toBe('aborted');
    expect(requests).toHaveLength(0);
  });

  it('leaves no timer and no listener behind', async () => {
    vi.useFakeTimers();
    try {
      const signal = new AbortController().signal;
      const added = vi.spyOn(signal, 'addEventListener');
      expect((await call(getPet, { baseUrl: 'http://a', fetch: answering('{"id":1}') }, {}, { signal })).status).toBe(200);
      expect(vi.getTimerCount()).toBe(0);
      const [options] = added.mock.calls.map(([, , listener]) => listener);
      expect(typeof options === 'object' && options.signal?.aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits without a limit where the limit is Infinity', async () => {
    vi.useFakeTimers();
    try {
      const late: typeof fetch = () => new Promise((resolve) => setTimeout(() => resolve(new Response('{"id":1}')), 10 ** 9));
      const result = call(getPet, { baseUrl: 'http://a', fetch: late, timeout: Infinity });
      await vi.advanceTimersByTimeAsync(10 ** 9);
      expect((await result).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('policies', () => {
  const wrong = { baseUrl: 'http://a', fetch: answering('{"id":"1"}') };

  it('validate by default', async () => {
    expect((await call(getPet, wrong)).status).toBe('invalid-response');
    expect((await call({ ...postPet, input: checkPet }, wrong, { body: 1 })).status).toBe('invalid-request');
  });
  it('off looks for nothing, and the call decides before the client', async () => {
    expect((await call(getPet, { ...wrong, validate: { response: 'off' } })).status).toBe(200);
    expect(
      (await call(getPet, { ...wrong, validate: { response: 'off' } }, {}, { validate: { response: 'error' } })).status,
    ).toBe('invalid-response');
  });
  it('report hands the issues on and goes on', async () => {
    const issues = vi.fn();
    const result = await call(getPet, { ...wrong, validate: { response: 'report' }, hooks: watching({ issues }) });
    expect(result.status).toBe(200);
    expect(issues).toHaveBeenCalledOnce();
    expect(issues.mock.calls[0]?.[2]).toBe('response');
  });
  it('what is no JSON ends the call whatever the policy', async () => {
    const result = await call(getPet, { baseUrl: 'http://a', fetch: answering('<html>'), validate: { response: 'off' } });
    expect(result.status).toBe('invalid-response');
  });
});

describe('hooks', () => {
  it('see every call, whatever it comes to, and can add headers', async () => {
    const { url, requests } = await serve((_, response) => response.writeHead(401).end());
    const seen: string[] = [];
    const hooks = watching({
      before: ({ headers, operation }) => {
        headers.set('x-trace', operation);
      },
      error: ({ result }) => void seen.push(`error ${String((result as { status: unknown }).status)}`),
      after: ({ path }) => void seen.push(`after ${path}`),
    });
    await call(getPet, { baseUrl: url, hooks });
    await call(getPet, { baseUrl: url, hooks, fetch: () => new Promise(() => {}), timeout: 20 });
    expect(requests[0]?.headers['x-trace']).toBe('getPet');
    await vi.waitFor(() => expect(seen).toEqual(['error 401', 'after /pet', 'error timeout', 'after /pet']));
  });
});

describe('results', () => {
  it('unwrap gives the body of a success and throws all else', async () => {
    const good = await call(getPet, { baseUrl: 'http://a', fetch: answering('{"id":1}') });
    expect(unwrap(good)).toEqual({ id: 1 });
    const bad = await call(getPet, { baseUrl: 'http://a', fetch: thrower });
    expect(() => unwrap(bad)).toThrow(OperationError);
    try {
      unwrap(bad);
    } catch (error) {
      expect(error instanceof OperationError && error.result).toBe(bad);
      expect(String(error)).toBe('OperationError: the call came to network-error');
    }
  });

  it.each([
    [500, true],
    [429, true],
    [503, true],
    [404, false],
    [401, false],
    [200, false],
  ])('isRetryable of %i is %s', async (status, expected) => {
    expect(isRetryable(await call(getPet, { baseUrl: 'http://a', fetch: answering('{"id":1}', status) }))).toBe(expected);
  });
});
