import type { SessionRecord } from './record.js';
import type { SessionStore } from './store.js';

/** Keeps the session as long as the process or the page lives. Sessions that share one store share the record. */
export function memoryStore(): SessionStore {
  let record: SessionRecord | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async () => record,
    replace: async (expected, next) => {
      const same = record?.version === expected;
      if (same) record = next;
      return same;
    },
    exclusive: (work) => {
      const turn = last.then(work, work);
      last = turn;
      return turn;
    },
  };
}
