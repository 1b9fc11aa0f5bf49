/** Where and how calls are made: what all calls of an application share. */
import type { Auth } from './auth.js';
import type { Layer } from './operation.js';

/** What becomes of issues: they end the call, they go to the hook `issues` and the call goes on, or nobody looks for them. */
export type Policy = 'error' | 'report' | 'off';
export interface ValidationPolicy {
  /** Default `error`. */
  readonly request?: Policy;
  /** Default `error`. A body that can't be decoded at all ends the call whatever is chosen here. */
  readonly response?: Policy;
}

/** What can be chosen for a client and, in its place, for a call. */
interface Shared {
  /**
   * Milliseconds for the whole call, retries and reading the body included; `Infinity` for no limit. Default 60,000. For bodies that are
   * streams: until the head of the answer, and for streams of bytes then until each next piece.
   */
  readonly timeout?: number;
  /**
   * Sent with every call, those of a call over those of the client, and both over the operation's own `accept`. Header parameters, the
   * body's content type and credentials come over them.
   */
  readonly headers?: HeadersInit;
  readonly validate?: ValidationPolicy;
  /** Bytes of an answer, or of one item of a sequence, that are read before it is refused. Default 67,108,864 (64 MiB); none for streams of bytes. */
  readonly maxBytes?: number;
  /** `retrying()`, or a layer of your own. Without one nothing is sent twice. */
  readonly retry?: Layer;
}

export interface ClientOptions<Credentials = Auth> extends Shared {
  /** Credentials by the name of their security scheme. */
  readonly auth?: Credentials;
  /** Default: the global one, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  /** `watching({ … })`, or a layer of your own around every call. */
  readonly hooks?: Layer;
  /** Goes before the path of every operation. Default: the first server of the document. */
  readonly baseUrl?: string;
}

export interface CallOptions extends Shared {
  readonly signal?: AbortSignal;
}

/** What the functions of the operations take first. Made by `createClient`; holds no state of its own. */
export interface Client extends ClientOptions {}

export function createClient(options: ClientOptions = {}): Client {
  return options;
}
