/**
 * A server, a store and tabs in memory, in which every answer comes when it is told to: what the model-based test drives.
 * The server is the reference: it knows which tokens are good, and which were sent.
 */

import type { Exchanged } from '../../../templates/runtime/session/exchange.js';
import {
  memoryStore,
  openSession,
  type Session,
  type SessionRecord,
  type SessionStore,
} from '../../../templates/runtime/session/index.js';

type Answer = Exchanged<{ readonly status: 401 }>;
/** What becomes of a request: exchanged and answered; exchanged and lost; lost before the server; never sent; no answer in time. */
export type Fate = 'granted' | 'answer-lost' | 'request-lost' | 'not-sent' | 'timeout';

export interface Tab {
  readonly session: Session;
  readonly calls: Promise<unknown>[];
  close(): void;
}

export class World {
  readonly store: SessionStore = memoryStore();
  readonly alive = new Set<string>();
  readonly sent: string[] = [];
  readonly tabs: Tab[] = [];
  readonly pending: { readonly token: string; readonly tab: number; readonly answer: (answer: Answer) => void }[] = [];
  readonly closed = new Set<number>();
  private good = new Set<string>();
  private serial = 0;

  issue() {
    this.serial += 1;
    const pair = { access: `access-${this.serial}`, refresh: `refresh-${this.serial}` };
    this.alive.add(pair.refresh);
    this.good.add(pair.access);
    return pair;
  }
  expire(): void {
    this.good.clear();
  }
  open(): void {
    const number = this.tabs.length;
    let close = (): void => {};
    const death = new Promise<never>((_, reject) => {
      close = () => {
        this.closed.add(number);
        reject(new Error('closed'));
      };
    });
    death.catch(() => {});
    /** A dead tab neither reads nor writes; its lock is free at once. */
    const living = <T>(run: () => Promise<T>): Promise<T> => (this.closed.has(number) ? new Promise<T>(() => {}) : run());
    const store: SessionStore = {
      read: () => living(() => this.store.read()),
      replace: (expected, next) => living(() => this.store.replace(expected, next)),
      exclusive: (work, signal) => living(() => this.store.exclusive(() => Promise.race([work(), death]), signal)),
    };
    const session = openSession<{ readonly status: 401 }>(
      (token) =>
        new Promise((answer) => {
          this.sent.push(token);
          this.pending.push({ token, tab: number, answer });
        }),
      { store },
    );
    this.tabs.push({ session, calls: [], close });
  }

  /** A call as a client makes it; resolves when it has its answer. */
  call(tab: Tab): void {
    const request = { scheme: 'APIKey', operation: 'me' };
    const run = async (): Promise<void> => {
      const credential = await tab.session.credential(request);
      if (credential === undefined || this.good.has(credential)) return;
      await tab.session.renew(request, credential, new Response(null, { status: 401 }));
    };
    tab.calls.push(run());
  }

  answer(fate: Fate): void {
    const [first] = this.pending.splice(0, 1);
    if (!first) return;
    const exchanged = fate === 'granted' || fate === 'answer-lost' || fate === 'timeout';
    const good = exchanged && this.alive.delete(first.token);
    // Of a tab that is gone, nobody learns that its request never left.
    if (fate === 'not-sent' && !this.closed.has(first.tab)) this.sent.splice(this.sent.indexOf(first.token), 1);
    if (fate === 'granted') first.answer(good ? { tokens: this.issue(), date: null } : { refusal: { status: 401 } });
    else first.answer({ failure: { reason: fate === 'not-sent' || fate === 'timeout' ? fate : 'network-error' } });
  }

  record(): Promise<SessionRecord | undefined> {
    return this.store.read();
  }
  /** Until nothing moves any more without an answer. */
  async settle(): Promise<void> {
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
  }
}
