/** Answers that nobody reads to their end: their connections are closed, and what is said of them is the reason. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { byteStream, events, json, none, retrying, text, withHeaders } from '../../../templates/runtime/index.js';
import { type Check, fail } from '../../../templates/runtime/validation/place.js';
import { serve } from '../server.js';
import { call, getPet } from '../subject.js';

/** Answers with the statuses in turn, each with a body that never ends; `closed` counts the connections that are over. */
async function unending(statuses: readonly number[], begin: (response: ServerResponse, status: number) => void) {
  const over: Promise<void>[] = [];
  const { url } = await serve((_, response) => {
    over.push(new Promise((resolve) => response.once('close', () => resolve())));
    begin(response, statuses[over.length - 1] ?? 200);
  });
  return { url, closed: async () => (await Promise.all(over)).length };
}
const stream = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
};

describe('is closed', () => {
  it('where a stream lacks a header', async () => {
    const { url, closed } = await unending([200], stream);
    const lacking: Check = (value, at, issues) => fail(issues, at, '', [], value, 'x-id', 'required', '/required');
    const reader = withHeaders(events('text/event-stream'), {}, lacking);
    const result = await call({ ...getPet, responses: { 200: reader } }, { baseUrl: url });
    expect(result).toMatchObject({ status: 'invalid-response', body: undefined });
    expect(await closed()).toBe(1);
  });
  it.each([
    ['events', events('text/event-stream')],
    ['bytes', byteStream('text/event-stream')],
  ])('where a stream of %s is answered to a request that is sent again', async (_, reader) => {
    const { url, closed } = await unending([503, 503, 200], (response, status) =>
      status === 200 ? response.end('{"id":1}') : stream(response, status),
    );
    const operation = { ...getPet, responses: { 200: json(), 503: reader } };
    const result = await call(operation, { baseUrl: url, retry: retrying({ delay: 1 }) });
    expect(result).toMatchObject({ status: 200, body: { id: 1 } });
    expect(await closed()).toBe(3);
  });
  it('where an attempt has a time of its own and its answer no content', async () => {
    const { url, closed } = await unending([202], stream);
    const operation = { ...getPet, responses: { 202: none } };
    const result = await call(operation, { baseUrl: url, retry: retrying({ attemptTimeout: 10_000 }) });
    expect(result.status).toBe(202);
    expect(await closed()).toBe(1);
  });
  it.each([
    ['JSON', json()],
    ['text', text('text/event-stream')],
  ])('where a body of %s is too long, which the issue says', async (_, reader) => {
    const { url, closed } = await unending([200], stream);
    const result = await call({ ...getPet, responses: { 200: reader } }, { baseUrl: url, maxBytes: 4 });
    expect(result).toMatchObject({ status: 'invalid-response', issues: [{ keyword: 'maxBytes', expected: 'at most maxBytes' }] });
    expect(await closed()).toBe(1);
  });
});

it('is not asked for after an abort, whatever fetch does', async () => {
  let calls = 0;
  const fetch = async (): Promise<Response> => {
    calls++;
    return new Response('{"id":1}');
  };
  const abort = new AbortController();
  const result = await call(
    { ...getPet, encode: [async () => abort.abort()] },
    { baseUrl: 'http://a', fetch },
    {},
    { signal: abort.signal },
  );
  expect([result.status, calls]).toEqual(['aborted', 0]);
});
