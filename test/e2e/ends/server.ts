/** A plain router before generated handlers, behind Node's server. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

export type Handler = (request: Request) => Promise<Response>;

/** Its URL. It is closed with the test. */
export async function served(handle: Handler): Promise<string> {
  const server = createServer((request, response) => void answer(handle, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(handle: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const method = incoming.method ?? '';
  const content = new Blob(await Readable.from(incoming).toArray());
  const headers = new Headers(incoming.headers as Record<string, string>);
  const body = method === 'GET' || method === 'HEAD' || (content.size === 0 && !headers.has('content-type')) ? null : content;
  const response = await handle(new Request(`http://127.0.0.1${incoming.url}`, { method, headers, body }));
  const cookies = response.headers.getSetCookie();
  const others = [...response.headers].filter(([name]) => name !== 'set-cookie');
  outgoing.writeHead(response.status, [...others, ...cookies.map((cookie) => ['set-cookie', cookie])].flat());
  outgoing.end(new Uint8Array(await response.arrayBuffer()));
}
