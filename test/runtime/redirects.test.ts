/** Which redirects are followed, and what goes along. */
import { describe, expect, it } from 'vitest';
import { apiKeyHeader, credentials, followingRedirects, type Operation } from '../../templates/runtime/index.js';
import { serve } from './server.js';
import { call, getPet, postPet } from './subject.js';

const secured = (operation: Operation): Operation => ({ ...operation, security: credentials([apiKeyHeader('key', 'X-Key')]) });
const client = (baseUrl: string) => ({
  baseUrl,
  auth: { key: 'hush' },
  headers: { 'x-own': 'mine', cookie: 'a=b' },
  fetch: followingRedirects(),
});

describe('within the origin', () => {
  it.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [307, 'POST', 'POST', '{"a":1}'],
    [308, 'POST', 'POST', '{"a":1}'],
    [302, 'GET', 'GET', ''],
  ])('%i of a %s is followed with %s, credentials and all', async (status, method, next, body) => {
    const { url, requests } = await serve((request, response) => {
      if (request.url === '/pet') response.writeHead(status, { location: '/other?x=1' }).end();
      else response.end('{"id":1}');
    });
    const result = await call(secured(method === 'GET' ? getPet : postPet), client(url), { body: { a: 1 } });
    expect(result.status).toBe(200);
    expect(requests[1]).toMatchObject({ method: next, url: '/other?x=1', body, headers: { 'x-key': 'hush' } });
  });

  it('is not followed for ever', async () => {
    const { url, requests } = await serve((_, response) => response.writeHead(302, { location: '/pet' }).end());
    expect((await call(getPet, client(url))).status).toBe('undocumented-status');
    expect(requests).toHaveLength(11);
  });
});

describe('to another origin', () => {
  it('a GET goes with nothing of the caller', async () => {
    const other = await serve((_, response) => response.end('{"id":1}'));
    const { url } = await serve((_, response) => response.writeHead(302, { location: `${other.url}/file` }).end());
    expect((await call(secured(getPet), client(url))).status).toBe(200);
    const [{ headers } = { headers: {} }] = other.requests;
    expect(JSON.stringify(headers)).not.toMatch(/hush|mine|a=b/);
  });

  it.each([307, 308, 302])('a POST is not followed after %i', async (status) => {
    const other = await serve((_, response) => response.end('{"id":1}'));
    const { url } = await serve((_, response) => response.writeHead(status, { location: other.url }).end());
    const result = await call(secured(postPet), client(url), { body: { a: 1 } });
    expect('response' in result && result.response.status).toBe(status === 302 ? 302 : status);
    expect(other.requests).toHaveLength(0);
  });

  it.each(['file:///etc/passwd', 'javascript:1', 'http://', '::'])('%s is no place to go', async (location) => {
    const { url } = await serve((_, response) => response.writeHead(302, { location }).end());
    const result = await call(getPet, client(url));
    expect(result.ok).toBe(false);
  });
});
