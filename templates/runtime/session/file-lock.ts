/**
 * A lock file that its holder's death opens. The file says who holds it; a process that is gone holds nothing, and one that can't be
 * asked (another machine, another container) or does not let go is passed over after `lease`, measured by the waiter's own clock
 * from the moment it first saw this very lock. Whoever is passed over while alive does no harm: the record is guarded by its version.
 */
import { codeOf, type Node } from './node.js';
import type { Register, Value } from './register.js';
import type { SessionStore } from './store.js';

interface Holder {
  readonly host: string;
  readonly pid: number;
}

/** Milliseconds between two looks: short, since what is waited for is mostly one request. */
const PAUSE = 10;

export function fileLock(lock: Register, { host, process }: Node, lease: number): SessionStore['exclusive'] {
  const mine = JSON.stringify({ host, pid: process.pid } satisfies Holder);
  let seen: Value | undefined;
  let since = 0;

  async function take(signal: AbortSignal): Promise<Value> {
    for (;;) {
      signal.throwIfAborted();
      const present = await lock.read();
      if (present?.number !== seen?.number) since = performance.now();
      seen = present;
      const free = !present?.text || isGone(present.text) || performance.now() - since > lease;
      if (free && (await lock.replace(present, mine))) return { number: (present?.number ?? 0) + 1, text: mine };
      // Not in step with the others who wait.
      await new Promise((resolve) => setTimeout(resolve, PAUSE * (0.5 + Math.random())));
    }
  }
  function isGone(text: string): boolean {
    try {
      const holder: unknown = JSON.parse(text);
      if (typeof holder !== 'object' || holder === null || !('host' in holder) || !('pid' in holder)) return false;
      if (holder.host !== host || typeof holder.pid !== 'number') return false;
      process.kill(holder.pid, 0);
      return false;
    } catch (error) {
      return codeOf(error) === 'ESRCH';
    }
  }
  return async (work, signal) => {
    const taken = await take(signal);
    try {
      return await work();
    } finally {
      // What was passed on meanwhile is not opened. What can't be opened is passed over by the others in the end.
      await lock.replace(taken, '').catch(() => false);
    }
  };
}
