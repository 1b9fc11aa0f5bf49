/** Which credentials are sent, where, and to whom. */
import { describe, expect, it, vi } from 'vitest';
import {
  type Auth,
  type Authenticator,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  credentials,
  httpScheme,
  type Layer,
  mutualTls,
} from '../../../templates/runtime/index.js';
import { serve } from '../server.js';
import { call, getPet, postPet } from '../subject.js';

const received = async (security: Layer | undefined, auth: Auth, answer = 200) => {
  const { url, requests } = await serve((_, response) => response.writeHead(answer).end('{"id":1}'));
  const result = await call({ ...getPet, ...(security && { security }) }, { baseUrl: url, auth });
  return { result, requests, url };
};

describe('a credential in its place', () => {
  it.each<[string, Layer, string, string]>([
    ['apiKey in a header', credentials([apiKeyHeader('s', 'Authorization')]), 'authorization', 'se cret'],
    ['apiKey in a cookie', credentials([apiKeyCookie('s', 'sid')]), 'cookie', 'sid=se cret'],
    ['basic', credentials([basic('s')]), 'authorization', `Basic ${btoa('se cret')}`],
    ['bearer', credentials([bearer('s')]), 'authorization', 'Bearer se cret'],
    ['another scheme', credentials([httpScheme('s', 'digest')]), 'authorization', 'digest se cret'],
  ])('%s', async (_, security, header, value) => {
    const { requests } = await received(security, { s: () => Promise.resolve('se cret') });
    expect(requests[0]?.headers[header]).toBe(value);
  });
  it('apiKey in the query', async () => {
    const { requests } = await received(credentials([apiKeyQuery('s', 'k')]), { s: 'a&b' });
    expect(requests[0]?.url).toBe('/pet?k=a%26b');
  });
  it('basic in UTF-8', async () => {
    const { requests } = await received(credentials([basic('s')]), { s: 'ü:ö' });
    expect(requests[0]?.headers['authorization']).toBe(`Basic ${Buffer.from('ü:ö').toString('base64')}`);
  });
});

describe('requirements', () => {
  const key = apiKeyHeader('key', 'X-Key');
  const query = apiKeyQuery('query', 'q');
  const token = bearer('token');
  it.each<[string, Layer | undefined, Auth, string]>([
    ['none: nothing is sent', undefined, { key: 'k', token: 't' }, '/pet'],
    ['the first that can be had', credentials([key], [token]), { key: 'k', token: 't' }, '/pet key=k'],
    ['the second where the first is missing', credentials([key], [token]), { token: 't' }, '/pet token=Bearer t'],
    ['both of an AND', credentials([query, token]), { query: 'q', token: 't' }, '/pet?q=q token=Bearer t'],
    ['never half of an AND', credentials([query, token], [key]), { query: 'q', key: 'k' }, '/pet key=k'],
    ['anonymous where that is allowed', credentials([key], []), {}, '/pet'],
    ['a credential although anonymous is allowed', credentials([], [key]), { key: 'k' }, '/pet key=k'],
    ['a client certificate beside', credentials([mutualTls('cert'), key]), { key: 'k' }, '/pet key=k'],
    ['an inherited name is none', credentials([apiKeyHeader('toString', 'X-Key')]), {}, '/pet'],
  ])('%s', async (_, security, auth, want) => {
    const { requests } = await received(security, auth);
    const { 'x-key': xKey, authorization } = requests[0]?.headers ?? {};
    expect(`${requests[0]?.url}${xKey ? ` key=${xKey}` : ''}${authorization ? ` token=${authorization}` : ''}`).toBe(want);
  });
});

describe('safety', () => {
  it.each(['a\r\nb', 'a\0', 'a\u2028'])('refuses %j without showing it', async (secret) => {
    const { result, requests } = await received(credentials([bearer('s')]), { s: secret });
    expect(result.status).toBe('invalid-request');
    expect(JSON.stringify(result)).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(requests).toHaveLength(0);
  });
  it.each(['a; admin=1', 'a\r\nb', 'é'])('refuses %j as a cookie', async (secret) => {
    const { result, requests } = await received(credentials([apiKeyCookie('s', 'sid')]), { s: secret });
    expect(result.status).toBe('invalid-request');
    expect(JSON.stringify(result)).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(requests).toHaveLength(0);
  });
  it('gives the cause where a credential can not be had', async () => {
    const cause = new Error('no');
    const { result, requests } = await received(credentials([bearer('s')]), { s: () => Promise.reject(cause) });
    expect(result).toMatchObject({ status: 'invalid-request', cause });
    expect(requests).toHaveLength(0);
  });
  it('shows no credential to hooks', async () => {
    const { url } = await serve((_, response) => response.end('{"id":1}'));
    const seen: string[] = [];
    const hooks: Layer = async (each, next) => {
      const result = await next(each);
      seen.push(JSON.stringify([...each.headers]), each.url);
      return result;
    };
    await call(
      { ...getPet, security: credentials([bearer('s'), apiKeyQuery('s', 'k')]) },
      { baseUrl: url, auth: { s: 'hush' }, hooks },
    );
    expect(seen.join()).not.toContain('hush');
  });
  it('does not follow a redirect with it', async () => {
    const other = await serve((_, response) => response.end('{"id":1}'));
    const { url } = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    const result = await call({ ...getPet, security: credentials([bearer('s')]) }, { baseUrl: url, auth: { s: 'hush' } });
    expect(result.status).toBe('undocumented-status');
    expect(other.requests).toHaveLength(0);
  });
});

describe('renewal', () => {
  const expiring = (): Authenticator & { readonly renewals: () => number } => {
    let generation = 0;
    let renewals = 0;
    return {
      credential: () => `t${generation}`,
      renew: async () => {
        renewals++;
        generation++;
        return generation === 1;
      },
      renewals: () => renewals,
    };
  };
  it('repeats once with the new credential after a 401', async () => {
    const session = expiring();
    const { url, requests } = await serve((request, response) => {
      response.writeHead(request.headers['authorization'] === 'Bearer t1' ? 200 : 401).end('{"id":1}');
    });
    const result = await call(
      { ...postPet, security: credentials([bearer('s')]) },
      { baseUrl: url, auth: { s: session } },
      { body: { a: 1 } },
    );
    expect(result.status).toBe(200);
    expect(requests.map(({ headers, body }) => [headers['authorization'], body])).toEqual([
      ['Bearer t0', '{"a":1}'],
      ['Bearer t1', '{"a":1}'],
    ]);
  });
  it('does not ask twice', async () => {
    const session = expiring();
    const { result, requests } = await received(credentials([bearer('s')]), { s: session }, 401);
    expect(result.status).toBe(401);
    expect(requests).toHaveLength(2);
    expect(session.renewals()).toBe(1);
  });
  it('gives the 401 where there is no new one', async () => {
    const renew = vi.fn(() => Promise.reject(new Error('no')));
    const { result, requests } = await received(credentials([bearer('s')]), { s: { credential: () => 't', renew } }, 401);
    expect(result.status).toBe(401);
    expect(requests).toHaveLength(1);
    expect(renew).toHaveBeenCalledOnce();
  });
  it('gives the 401 where the new one can not be had', async () => {
    let asked = 0;
    const credential = () => (asked++ === 0 ? 't' : Promise.reject(new Error('no')));
    const { result, requests } = await received(credentials([bearer('s')]), { s: { credential, renew: async () => true } }, 401);
    expect(result.status).toBe(401);
    expect(requests).toHaveLength(1);
  });
});
