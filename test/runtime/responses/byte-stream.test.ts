/** Bytes as they come: what ends the stream, and how its reader learns why. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { byteStream, type CallOptions, type ClientOptions, OperationError, retrying } from '../../../templates/runtime/index.js';
import { serve } from '../server.js';
import { call, getPet } from '../subject.js';

const operation = { ...getPet, responses: { 200: byteStream('application/zip') } };
const zip = { 'content-type': 'application/zip' };

async function opened(
  answer: (response: ServerResponse) => unknown,
  options: CallOptions = {},
  client: ClientOptions = {},
): Promise<ReadableStream<Uint8Array>> {
  const { url } = await serve((_, response) => answer(response));
  const result = await call(operation, { baseUrl: url, ...client }, undefined, options);
  if (!('body' in result) || !(result.body instanceof ReadableStream)) throw new Error(`it came to ${result.status}`);
  return result.body;
}

/** The text up to the end, and what ended it before. */
async function read(stream: ReadableStream<Uint8Array>): Promise<[text: string, status: unknown]> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; ; ) {
    try {
      const { done, value } = await reader.read();
      if (done) return [text, undefined];
      text += decoder.decode(value);
    } catch (error) {
      return [text, error instanceof OperationError ? error.result.status : error];
    }
  }
}

describe('a stream', () => {
  it('gives the first bytes while the last are still to come', async () => {
    let finish = (): void => {};
    const stream = await opened((response) => {
      response.writeHead(200, zip).write('first ');
      finish = () => void response.end('last');
    });
    const [one, other] = stream.tee();
    const reader = one.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('first ');
    finish();
    expect(await read(other)).toEqual(['first last', undefined]);
  });

  it('is longer than what a whole body may be, unless that was said', async () => {
    const large = (response: ServerResponse) => void response.writeHead(200, zip).end(Buffer.alloc(3_000, 'x'));
    expect((await read(await opened(large)))[0]).toHaveLength(3_000);
    expect((await read(await opened(large, { maxBytes: 2_000 })))[1]).toBe('invalid-response');
    expect((await read(await opened(large, { maxBytes: 4_000 }, { maxBytes: 2_000 })))[1]).toBeUndefined();
  });

  it('takes longer than `timeout` as a whole, but no wait in it does', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const fetch = async () => new Response(readable, { headers: zip });
    const result = await call(operation, { baseUrl: 'http://a', fetch }, undefined, { timeout: 500 });
    if (!('body' in result) || !(result.body instanceof ReadableStream)) throw new Error(`it came to ${result.status}`);
    const reader = result.body.getReader();
    const writer = writable.getWriter();
    for (let i = 0; i < 10; i++) {
      const piece = reader.read();
      await vi.advanceTimersByTimeAsync(400);
      writer.write(new Uint8Array(1)).catch(() => {});
      expect(await piece).toMatchObject({ done: false });
    }
    const stalled = expect(reader.read()).rejects.toMatchObject({ result: { status: 'timeout' } });
    await vi.advanceTimersByTimeAsync(500);
    await stalled;
  });

  it('is not waited for while nobody reads', async () => {
    const stream = await opened((response) => void response.writeHead(200, zip).end('x'), { timeout: 50 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await read(stream)).toEqual(['x', undefined]);
  });

  it.each([undefined, 10_000])('ends with the signal, whatever time an attempt has (%s)', async (attemptTimeout) => {
    const controller = new AbortController();
    const retry = retrying(attemptTimeout === undefined ? {} : { attemptTimeout });
    const stream = await opened((response) => void response.writeHead(200, zip).write('x'), { signal: controller.signal, retry });
    setTimeout(() => controller.abort(), 30);
    expect(await read(stream)).toEqual(['x', 'aborted']);
  });

  it('tells of a lost connection', async () => {
    const stream = await opened((response) => {
      response.writeHead(200, { ...zip, 'content-length': 10 }).write('x');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await read(stream)).toEqual(['x', 'network-error']);
  });

  it('closes the connection when it is cancelled', async () => {
    const closed = vi.fn();
    const stream = await opened((response) => {
      response.on('close', closed);
      response.writeHead(200, zip).write('x');
    });
    await stream.cancel();
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it('ends with the signal even where fetch pays it no heed', async () => {
    const fetch = async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }), { headers: zip });
    const controller = new AbortController();
    const result = await call(operation, { baseUrl: 'http://a', fetch }, undefined, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect('body' in result && result.body instanceof ReadableStream && (await read(result.body))).toEqual(['', 'aborted']);
  });
});

it.each([
  ['another type', { 'content-type': 'text/html' }, 'invalid-response'],
  ['no type', {}, 200],
])('%s', async (_, headers, status) => {
  const { url } = await serve((__, response) => response.writeHead(200, headers).end('x'));
  expect(await call(operation, { baseUrl: url })).toMatchObject({ status });
});
