/** The generated client with a generated session as its `auth`, against the server that rotates. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { createClient, createSession, fileStore } from '../../generated/iam/index.js';
import type { CallOptions, Client } from '../../generated/iam/runtime/index.js';
import { generate } from '../../src/index.js';
import { iamWith } from './support/document.js';
import { type Server, startServer } from './support/server.js';

interface Generated {
  readonly createClient: typeof createClient;
  readonly createSession: typeof createSession;
  readonly fileStore: typeof fileStore;
  getMe(client: Client, input?: object, options?: CallOptions): Promise<{ readonly status: number | string }>;
}
let folder: string;
let server: Server;
let iam: Generated;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-'));
  // The refresh is secured here, which a client without credentials doesn't mind.
  const input = iamWith({ '/paths/~1iam~1auth~1jwt~1refresh/post/security': [{ APIKey: [] }] });
  const { files } = await generate({ input });
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const outfile = join(folder, 'iam.mjs');
  await build({ entryPoints: [join(folder, 'index.ts')], bundle: true, format: 'esm', outfile, logLevel: 'error' });
  iam = await import(pathToFileURL(outfile).href);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

test('200 concurrent calls that meet an expired token cause 1 refresh, and all are answered', async () => {
  const session = iam.createSession({
    client: iam.createClient({ baseUrl: server.url }),
    store: iam.fileStore(join(folder, 'session')),
  });
  const client = iam.createClient({ baseUrl: server.url, auth: { APIKey: session } });
  await session.signIn(server.issue());
  server.expire();
  const results = await Promise.all(Array.from({ length: 200 }, () => iam.getMe(client)));
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set([200]));
  expect(server.counts).toMatchObject({ refreshes: 1, blacklisted: 0 });
});

test('an ended session gives typed 401s, an unknown one too, and nobody waits', async () => {
  const states: string[] = [];
  const session = iam.createSession({
    client: iam.createClient({ baseUrl: server.url }),
    observe: (state, refusal) => states.push(`${state.kind} ${refusal?.status ?? ''}`.trim()),
  });
  const client = iam.createClient({ baseUrl: server.url, auth: { APIKey: session } });
  await session.signIn(server.issue());
  server.expire();
  server.faults.push('broken');
  expect((await iam.getMe(client)).status).toBe(401);
  await session.signIn(server.issue());
  server.expire();
  server.faults.push('invalid');
  expect((await iam.getMe(client)).status).toBe(401);
  expect(states).toEqual(['signed-out', 'active', 'refreshing', 'unknown', 'active', 'refreshing', 'ended 400']);
  expect(server.counts.blacklisted).toBe(0);
});

test('a client whose own policy passes broken answers does not make the session take one', async () => {
  const session = iam.createSession({ client: iam.createClient({ baseUrl: server.url, validate: { response: 'off' } }) });
  await session.signIn(server.issue());
  server.faults.push('broken');
  expect((await session.refresh()).kind).toBe('unknown');
});

test('a refresh that is answered with 401 is not sent again with a new credential', async () => {
  const bodies: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    bodies.push(init?.body);
    return new Response(null, { status: 401 });
  };
  const auth = { APIKey: { credential: () => 'key', renew: async () => true } };
  const session = iam.createSession({ client: iam.createClient({ baseUrl: server.url, fetch, auth }) });
  await session.signIn(server.issue());
  expect(await session.refresh()).toEqual({ kind: 'ended', status: 401 });
  expect(bodies).toHaveLength(1);
});
