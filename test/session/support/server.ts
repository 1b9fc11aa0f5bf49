/**
 * The server that the document describes, on loopback: it rotates, blacklists and counts. A refresh token is good for one exchange;
 * used again it is a 401, and that counts as `blacklisted`, which no session may ever cause.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of the next exchange instead of the plain one. */
export type Fault =
  /** Exchanged, and the connection is cut instead of an answer. */
  | 'cut'
  /** Exchanged, and no answer ever comes. */
  | 'hang'
  /** Exchanged, and the answer lacks the refresh token. */
  | 'broken'
  /** Not exchanged: 503, which the document does not know. */
  | 'unavailable'
  /** Not exchanged: the documented 400. */
  | 'invalid';

export interface Pair {
  readonly access: string;
  readonly refresh: string;
}

export interface Counts {
  /** Exchanges of a good refresh token. */
  refreshes: number;
  /** Refresh tokens sent that had been sent before. */
  blacklisted: number;
  /** Calls answered with 200, and with 401. */
  served: number;
  refused: number;
}

export interface Server {
  readonly url: string;
  readonly counts: Counts;
  readonly faults: Fault[];
  /** A pair as a sign-in gives it. */
  issue(): Pair;
  /** No access token given out so far is good any more. */
  expire(): void;
  /** True where the pair is good: its refresh token was never sent. */
  isAlive(refresh: string): boolean;
  /** Milliseconds before an exchange is answered. */
  delay: number;
  /** Called when an exchange has arrived, before it is dealt with. */
  arrived: () => void;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly port?: number;
  /** Milliseconds that an access token lives by its `exp`. */
  readonly lifetime?: number;
  /** False: answers without the header `Date`, as a browser shows them across origins. */
  readonly date?: boolean;
}

export async function startServer({ port = 0, lifetime = 3_600_000, date = true }: ServerOptions = {}): Promise<Server> {
  const unused = new Set<string>();
  const good = new Set<string>();
  const counts: Counts = { refreshes: 0, blacklisted: 0, served: 0, refused: 0 };
  const faults: Fault[] = [];
  let serial = 0;

  function issue(): Pair {
    serial += 1;
    const pair = {
      access: jwt({ token_type: 'access', exp: (Date.now() + lifetime) / 1000, jti: serial }),
      refresh: `refresh-${serial}`,
    };
    unused.add(pair.refresh);
    good.add(pair.access);
    return pair;
  }
  function answer(response: ServerResponse, status: number, body?: unknown): void {
    response.sendDate = date;
    response.writeHead(status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }
  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await textOf(request));
    const token = typeof body === 'object' && body !== null && 'refresh' in body ? String(body.refresh) : '';
    server.arrived();
    const fault = faults.shift();
    if (fault === 'unavailable') return answer(response, 503);
    if (fault === 'invalid') return answer(response, 400, { errors: { refresh: ['This field may not be blank.'] } });
    if (!unused.delete(token)) {
      counts.blacklisted += 1;
      return answer(response, 401);
    }
    counts.refreshes += 1;
    const pair = issue();
    await new Promise((resolve) => setTimeout(resolve, server.delay));
    if (fault === 'hang') return;
    if (fault === 'cut') return void request.socket.destroy();
    answer(response, 200, fault === 'broken' ? { access: pair.access } : pair);
  }

  const http = createServer((request, response) => {
    if (request.method === 'OPTIONS') return answer(response, 204);
    if (request.url === '/iam/auth/jwt/refresh') return void exchange(request, response);
    if (request.url === '/')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>tab</title>');
    const access = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    counts[good.has(access) ? 'served' : 'refused'] += 1;
    return good.has(access) ? answer(response, 200, { id: 5 }) : answer(response, 401);
  });
  http.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', 4096, resolve));
  const address = http.address() as AddressInfo;

  const server: Server = {
    url: `http://127.0.0.1:${address.port}`,
    counts,
    faults,
    issue,
    expire: () => good.clear(),
    isAlive: (refresh) => unused.has(refresh),
    delay: 0,
    arrived: () => {},
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

export function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
