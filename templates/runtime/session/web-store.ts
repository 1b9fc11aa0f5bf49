import { parseRecord, type SessionRecord } from './record.js';
import type { SessionStore } from './store.js';

export interface WebStoreOptions {
  /** The key in the storage, and the name of the lock. Default `session`. */
  readonly key?: string;
}

/** Milliseconds after which every tab has seen what another one has written. */
const SETTLED = 10_000;

/**
 * Keeps the session in `localStorage` for all tabs of an origin, one refresh at a time by Web Locks. Throws where the page has none, which
 * is so outside a secure context: without them, tabs would burn each other's tokens. The browser flushes the storage when it likes:
 * a crash of all of it may bring back an older record.
 *
 * A tab can hold a lock and still read what the storage was a moment ago, because browsers pass locks and storage between
 * processes on separate ways. So whoever replaces a record takes a lock with the name of its version and keeps it
 * until all have seen the new one: to a tab that sees the old one still, it is taken, and nothing is replaced.
 *
 * @see https://www.w3.org/TR/web-locks/
 * @see https://html.spec.whatwg.org/multipage/webstorage.html
 */
export function webStore({ key = 'session' }: WebStoreOptions = {}): SessionStore {
  const storage = localStorage;
  const { locks } = navigator;
  if (!locks) throw new Error('Web Locks are missing: the page is not in a secure context.');
  const channel = new BroadcastChannel(key);
  const present = (): SessionRecord | undefined => {
    const text = storage.getItem(key);
    return text === null ? undefined : parseRecord(text);
  };

  return {
    read: async () => present(),
    replace: (expected, next) =>
      new Promise((resolve, reject) => {
        locks
          .request(`${key} ${expected ?? ''}`, { ifAvailable: true }, (lock) => {
            const same = lock !== null && present()?.version === expected;
            if (same) {
              storage.setItem(key, JSON.stringify(next));
              channel.postMessage(null);
            }
            resolve(same);
            return same && new Promise((release) => setTimeout(release, SETTLED));
          })
          .catch(reject);
      }),
    exclusive: async (work, signal) => locks.request(key, { signal }, work),
    watch: (changed) => {
      // The channel reaches workers and may be early, the storage's own event is on time and reaches windows.
      const stored = (event: StorageEvent): void => {
        if (event.key === key) changed();
      };
      channel.addEventListener('message', changed);
      globalThis.addEventListener('storage', stored);
      return () => {
        channel.removeEventListener('message', changed);
        globalThis.removeEventListener('storage', stored);
      };
    },
  };
}
