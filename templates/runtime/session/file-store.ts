import { fileLock } from './file-lock.js';
import { node } from './node.js';
import { parseRecord, type SessionRecord } from './record.js';
import { type Register, register, type Value } from './register.js';
import type { SessionStore } from './store.js';

export interface FileStoreOptions {
  /**
   * Milliseconds after which a lock is passed over whose holder neither opens it nor can be asked whether it lives. More than
   * the session's `timeout`. Default 60,000.
   */
  readonly lease?: number;
}

interface Parts {
  readonly session: Register;
  readonly exclusive: SessionStore['exclusive'];
}

/**
 * Keeps the session in a folder of its own, made with mode 0700, in files of mode 0600, for all processes that use the folder; each
 * change is flushed to the disk before it counts. For Node, Deno and Bun, on a file system with hard links.
 */
export function fileStore(folder: string, { lease = 60_000 }: FileStoreOptions = {}): SessionStore {
  let opened: Promise<Parts> | undefined;
  const parts = (): Promise<Parts> => {
    opened ??= open(folder, lease);
    return opened;
  };
  // Many who ask at once share one reading, of those that begin after they asked.
  let reading: Promise<unknown> = Promise.resolve();
  let waiting: Promise<SessionRecord | undefined> | undefined;
  async function readNow(): Promise<SessionRecord | undefined> {
    waiting = undefined;
    return recordIn(await (await parts()).session.read());
  }
  return {
    read: () => {
      waiting ??= reading.then(readNow, readNow);
      reading = waiting;
      return waiting;
    },
    replace: async (expected, next) => {
      const { session } = await parts();
      const present = await session.read();
      return recordIn(present)?.version === expected && (await session.replace(present, JSON.stringify(next)));
    },
    exclusive: async (work, signal) => {
      const { exclusive } = await parts();
      return exclusive(work, signal);
    },
  };
}

async function open(folder: string, lease: number): Promise<Parts> {
  const host = await node();
  return {
    session: register(host, folder, 'session', true),
    exclusive: fileLock(register(host, folder, 'lock', false), host, lease),
  };
}
const recordIn = (value: Value | undefined): SessionRecord | undefined => value && parseRecord(value.text);
