export { type Exchange, type Exchanged, failed, type Refusal } from './exchange.js';
export { type FileStoreOptions, fileStore } from './file-store.js';
export { memoryStore } from './memory-store.js';
export {
  type KeptState,
  parseRecord,
  type RefreshFailure,
  type SessionRecord,
  type SessionState,
  type Tokens,
} from './record.js';
export { openSession, type Session, type SessionOptions } from './session.js';
export type { SessionStore } from './store.js';
export { type WebStoreOptions, webStore } from './web-store.js';
