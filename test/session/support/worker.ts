/**
 * A process with a session in a folder. It does as it is told by its parent, and dies by SIGKILL, if it is told so, at the nth point:
 * before each step that reaches the file system or the server, and when the answer is there.
 */
import fs from 'node:fs/promises';
import http from 'node:http';
import { fileStore } from '../../../templates/runtime/session/file-store.js';
import { type Ask, createSession, me } from './client.js';

export interface Orders {
  readonly url: string;
  readonly folder: string;
  /** Where to die; 0: nowhere. */
  readonly dieAt: number;
}
export type Task = { readonly kind: 'calls'; readonly count: number } | { readonly kind: 'refresh' };
export interface Done {
  readonly statuses: readonly number[];
  /** The points passed so far. */
  readonly points: readonly string[];
}

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const points: string[] = [];

function point(name: string): void {
  points.push(name);
  if (points.length === orders.dieAt) process.kill(process.pid, 'SIGKILL');
}
function watched<A extends unknown[], R>(name: string, run: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    point(name);
    return run(...args);
  };
}
const { open } = fs;
const steps = ['readdir', 'mkdir', 'link', 'unlink', 'stat', 'readFile'] as const;
for (const step of steps)
  Object.assign(fs, { [step]: watched(step, fs[step].bind(fs) as (...args: unknown[]) => Promise<unknown>) });
fs.open = watched('open', async (...args: Parameters<typeof open>) => {
  const handle = await open(...args);
  for (const step of ['writeFile', 'sync', 'stat', 'close'] as const) {
    Object.assign(handle, { [step]: watched(step, handle[step].bind(handle) as (...args: unknown[]) => Promise<unknown>) });
  }
  return handle;
});

const session = createSession({
  url: orders.url,
  store: fileStore(orders.folder),
  fetch: watched('fetch', async (...args: Parameters<typeof fetch>) => {
    const response = await fetch(...args);
    point('answer');
    return response;
  }),
});

/** Cheaper than fetch, which would be most of what a test of 80,000 requests measures. */
const agent = new http.Agent({ keepAlive: true });
const ask: Ask = (url, credential) =>
  new Promise((resolve, reject) => {
    const headers = credential === undefined ? {} : { authorization: credential };
    const request = http.get(`${url}/me`, { agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject);
  });

process.on('message', async (task: Task) => {
  const statuses: number[] = [];
  if (task.kind === 'refresh') await session.refresh();
  else statuses.push(...(await Promise.all(Array.from({ length: task.count }, () => me(orders.url, session, { ask })))));
  process.send?.({ statuses, points } satisfies Done);
});
process.on('disconnect', () => process.exit());
