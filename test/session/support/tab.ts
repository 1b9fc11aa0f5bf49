/** What runs in a tab: a session in `localStorage`, and a test that tells it what to do through `globalThis`. */

import { storeFaults } from '../../../templates/runtime/session/conformance.js';
import type { Tokens } from '../../../templates/runtime/session/record.js';
import { webStore } from '../../../templates/runtime/session/web-store.js';
import { createSession, me } from './client.js';

export interface Tab {
  signIn(tokens: Tokens): Promise<void>;
  signOut(): Promise<void>;
  calls(count: number): Promise<number[]>;
  kinds(): readonly string[];
  faults(): Promise<readonly string[]>;
}

const kinds: string[] = [];
const url = location.origin;
const session = createSession({
  url,
  store: webStore(),
  observe: ({ kind }) => kinds.push(kind),
  fetch: (...args) => fetch(...args),
});
const tab: Tab = {
  signIn: (tokens) => session.signIn(tokens),
  signOut: () => session.signOut(),
  calls: (count) => Promise.all(Array.from({ length: count }, () => me(url, session))),
  kinds: () => kinds,
  faults: () => storeFaults(() => webStore({ key: 'conformance' })),
};
Object.assign(globalThis, { tab });
