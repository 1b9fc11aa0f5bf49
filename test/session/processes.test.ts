/** Several processes, one folder: the counts of a server that blacklists, with and without deaths. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fileStore } from '../../templates/runtime/session/index.js';
import { createSession, me } from './support/client.js';
import { bundleWorker, startWorker, type Worker } from './support/processes.js';
import { type Server, startServer } from './support/server.js';

let folder: string;
let program: string;
let server: Server;
const workers: Worker[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-'));
  program = await bundleWorker(folder);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await server.close();
});

const sessionIn = (name: string) => createSession({ url: server.url, store: fileStore(join(folder, name)) });
function start(name: string, dieAt = 0): Worker {
  const worker = startWorker(program, { url: server.url, folder: join(folder, name), dieAt });
  workers.push(worker);
  return worker;
}

const EXPIRIES = 100;
test(`8 processes of 50 calls over ${EXPIRIES} expiries: ${EXPIRIES} refreshes, no blacklisted token, no lost session`, async () => {
  await sessionIn('eight').signIn(server.issue());
  const eight = Array.from({ length: 8 }, () => start('eight'));
  let served = 0;
  for (let expiry = 0; expiry < EXPIRIES; expiry++) {
    server.expire();
    const done = await Promise.all(eight.map((worker) => worker.run({ kind: 'calls', count: 50 })));
    served += done.flatMap((each) => each?.statuses ?? []).filter((status) => status === 200).length;
  }
  expect({ ...server.counts, refused: 0, served }).toEqual({
    refreshes: EXPIRIES,
    blacklisted: 0,
    served: 8 * 50 * EXPIRIES,
    refused: 0,
  });
  expect((await readdir(join(folder, 'eight'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}, 300_000);

test('a process killed at any step of a refresh leaves the session intact or unknown, never wrong', async () => {
  await sessionIn('dry').signIn(server.issue());
  const steps = (await start('dry').run({ kind: 'refresh' }))?.points ?? [];
  expect(steps).toContain('fetch');
  expect(steps.length).toBeGreaterThan(30);

  const outcomes: string[] = [];
  const queue = steps.map((step, i) => ({ step, dieAt: i + 1 }));
  await Promise.all(Array.from({ length: 4 }, runQueue));
  async function runQueue(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) outcomes[next.dieAt - 1] = await killedAt(next.dieAt);
  }
  async function killedAt(dieAt: number): Promise<string> {
    const name = `killed-${dieAt}`;
    const pair = server.issue();
    await sessionIn(name).signIn(pair);
    expect(await start(name, dieAt).run({ kind: 'refresh' })).toBeUndefined();
    // Three who come after, at once. The old access token is good still, so a refresh is asked for by name.
    const heirs = [sessionIn(name), sessionIn(name), sessionIn(name)];
    const sent = !server.isAlive(pair.refresh);
    const before = await heirs[0]?.state();
    const states = await Promise.all(heirs.map((heir) => heir.refresh()));
    const kinds = new Set(states.map((state) => state.kind));
    expect(kinds.size).toBe(1);
    const [kind = ''] = kinds;
    const works = await Promise.all(heirs.map((heir) => me(server.url, heir)));
    expect(works).toEqual([200, 200, 200]);
    return `${sent ? 'sent' : 'not sent'}, found ${before?.kind}, then ${kind}`;
  }
  expect(server.counts.blacklisted).toBe(0);
  expect([...new Set(outcomes)].sort()).toEqual([
    'not sent, found active, then active',
    'not sent, found refreshing, then unknown',
    'sent, found active, then active',
    'sent, found refreshing, then unknown',
  ]);
  // Nothing is unknown but between the mark that goes before the sending and the record that follows it.
  const unknown = outcomes.flatMap((outcome, i) => (outcome.endsWith('unknown') ? [i] : []));
  expect(unknown.length).toBe((unknown.at(-1) ?? 0) - (unknown[0] ?? 0) + 1);
  expect(steps.slice(unknown[0], (unknown.at(-1) ?? 0) + 1)).toContain('fetch');
}, 300_000);

test('deaths among eight: the others go on, or know that they do not know', async () => {
  for (let dieAt = 3; dieAt <= 60; dieAt += 5) {
    const name = `among-${dieAt}`;
    await sessionIn(name).signIn(server.issue());
    server.expire();
    const victim = start(name, dieAt);
    const others = [sessionIn(name), sessionIn(name)];
    const calls = others.flatMap((session) => Array.from({ length: 20 }, () => me(server.url, session)));
    await victim.run({ kind: 'calls', count: 5 });
    const statuses = new Set(await Promise.all(calls));
    const state = await others[0]?.refresh();
    expect(['active', 'unknown']).toContain(state?.kind);
    if (state?.kind === 'active') expect([...statuses]).toEqual([200]);
  }
  expect(server.counts.blacklisted).toBe(0);
}, 300_000);
