/** The stores against their contract, and what the file store leaves on the disk. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeFaults } from '../../templates/runtime/session/conformance.js';
import { fileStore, memoryStore, type SessionRecord, type SessionStore } from '../../templates/runtime/session/index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-'));
});
afterEach(() => rm(folder, { recursive: true }));

const record = (version: string): SessionRecord => ({
  version,
  state: { kind: 'active' },
  tokens: { access: 'a', refresh: `r${version}` },
});

describe('conformance', () => {
  test('memory', async () => {
    const store = memoryStore();
    expect(await storeFaults(() => store)).toEqual([]);
  });
  test('file', async () => {
    expect(await storeFaults(() => fileStore(join(folder, 'a', 'b')))).toEqual([]);
  });
  test('one store, opened once, after which everyone has it', async () => {
    const store = fileStore(join(folder, 's'));
    expect(await storeFaults(() => store)).toEqual([]);
  });
  test.each<[string, (store: SessionStore) => Partial<SessionStore>, RegExp]>([
    [
      'replaces without comparing',
      (store) => ({ replace: async (_, next) => store.replace((await store.read())?.version, next) }),
      /replace: true although/,
    ],
    ['compares and replaces in two steps', (store) => ({ replace: slowly(store) }), /replace: \d+ of 20/],
    ['locks nothing', () => ({ exclusive: (work) => work() }), /exclusive: \d+ were inside/],
    ['drops members', (store) => ({ read: async () => bare(await store.read()) }), /comes back changed|not the record/],
  ])('finds a store that %s', async (_, change, fault) => {
    const store = memoryStore();
    const changed = { ...store, ...change(store) };
    expect((await storeFaults(() => changed)).join('\n')).toMatch(fault);
  });
  const bare = (kept: SessionRecord | undefined) => kept && { version: kept.version, state: kept.state };
  const slowly =
    (store: SessionStore): SessionStore['replace'] =>
    async (expected, next) => {
      if ((await store.read())?.version !== expected) return false;
      await new Promise((resolve) => setTimeout(resolve, 1));
      return store.replace((await store.read())?.version, next);
    };
});

describe('the file store', () => {
  test('keeps one file of mode 0600 in a folder of mode 0700', async () => {
    const at = join(folder, 'session');
    const store = fileStore(at);
    await store.replace(undefined, record('1'));
    await store.replace('1', record('2'));
    expect(await readdir(at)).toEqual(['session.2']);
    expect((await stat(join(at, 'session.2'))).mode & 0o777).toBe(0o600);
    expect((await stat(at)).mode & 0o777).toBe(0o700);
  });

  test('keeps no token after a sign-out', async () => {
    const store = fileStore(folder);
    await store.replace(undefined, record('1'));
    await store.replace('1', { version: '2', state: { kind: 'signed-out' } });
    const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    expect(texts).toEqual(['{"version":"2","state":{"kind":"signed-out"}}']);
  });

  test.each([
    '',
    '{',
    'null',
    '{"version":1}',
    '{"version":"1","state":{"kind":"active"}}',
    '{"version":"1","state":{"kind":"new"}}',
  ])('a file that holds %j is an ended session, which a sign-in replaces', async (text) => {
    await writeFile(join(folder, 'session.4'), text);
    const store = fileStore(folder);
    const present = await store.read();
    expect(present).toEqual({ version: 'unreadable', state: { kind: 'ended', status: 0 } });
    expect(await store.replace(present?.version, record('1'))).toBe(true);
    expect(await store.read()).toEqual(record('1'));
  });

  test('takes no notice of other files', async () => {
    await Promise.all(
      ['session.x', 'session.', 'session.1e9', 'sessions.9', 'notes'].map((name) => writeFile(join(folder, name), 'x')),
    );
    const store = fileStore(folder);
    expect(await store.read()).toBeUndefined();
    await store.replace(undefined, record('1'));
    expect((await readdir(folder)).length).toBe(6);
  });

  test('of many who replace one version only one succeeds, however they meet', async () => {
    const stores = Array.from({ length: 8 }, () => fileStore(folder));
    let version: string | undefined;
    for (let round = 0; round < 30; round++) {
      const wins = await Promise.all(stores.map((store, i) => store.replace(version, record(`${round}.${i}`))));
      expect(wins.filter(Boolean).length).toBe(1);
      version = `${round}.${wins.indexOf(true)}`;
      expect((await stores[0]?.read())?.version).toBe(version);
    }
  });

  test('a lock whose holder is dead is free, one whose holder cannot be asked is free after its lease', async () => {
    const { signal } = new AbortController();
    await fileStore(folder).exclusive(async () => {
      const [name = ''] = (await readdir(folder)).filter((entry) => entry.startsWith('lock.'));
      const holder = JSON.parse(await readFile(join(folder, name), 'utf8')) as { host: string; pid: number };
      expect(holder.pid).toBe(process.pid);
      // Above any process number there is.
      await writeFile(join(folder, name), JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
      expect(await fileStore(folder).exclusive(async () => 'taken', signal)).toBe('taken');
    }, signal);
    await writeFile(join(folder, 'lock.99'), JSON.stringify({ host: 'elsewhere', pid: 1 }));
    const waiting = fileStore(folder, { lease: 200 });
    const over = AbortSignal.timeout(100);
    await expect(waiting.exclusive(async () => 'taken', over)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(await waiting.exclusive(async () => 'taken', signal)).toBe('taken');
  });

  test('a folder that is a file is an error that shows no token', async () => {
    await writeFile(join(folder, 'file'), '');
    const error: unknown = await fileStore(join(folder, 'file'))
      .replace(undefined, record('secret'))
      .catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/ENOTDIR|EEXIST/);
    expect(String(error)).not.toContain('secret');
  });
});
