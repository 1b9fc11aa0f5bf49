/**
 * What a call comes to: one union, told apart by `status`. A number is an answer that the document describes, a word is
 * everything else. There is nothing beside it: a call neither throws nor rejects.
 */
import type { Issue } from './validation/index.js';

/** A documented answer. `Headers` is an object of decoded values where the document describes headers. */
export interface Answer<Ok extends boolean, Status extends number, Body, H = Headers> {
  readonly ok: Ok;
  readonly status: Status;
  /** Decoded and validated; `undefined` where no content is documented, whatever the server sent. */
  readonly body: Body;
  readonly headers: H;
  /** As fetch gave it; its body has been read or dropped, except where `body` is a stream. */
  readonly response: Response;
}
/** A documented 2XX. */
export interface Success<Status extends number, Body, H = Headers> extends Answer<true, Status, Body, H> {}
/** Any other documented answer. */
export interface Problem<Status extends number, Body, H = Headers> extends Answer<false, Status, Body, H> {}

/** A status that the document doesn't describe. A redirect that was not followed is one too. */
export interface UndocumentedStatus {
  readonly ok: false;
  readonly status: 'undocumented-status';
  /** Best effort: JSON where it parses, else text; `undefined` where there is none or it can't be read. */
  readonly body: unknown;
  readonly headers: Headers;
  readonly response: Response;
}
/** A documented status whose body or headers break their schema or can't be decoded. */
export interface InvalidResponse {
  readonly ok: false;
  readonly status: 'invalid-response';
  readonly issues: readonly Issue[];
  /** Best effort, and not what its type would have been: JSON, text, or `undefined` where neither can be had of it. */
  readonly body: unknown;
  readonly headers: Headers;
  readonly response: Response;
}
/**
 * The input breaks its schema, can't be put into a request, or a credential could not be had. Nothing was sent, but for a body that is
 * iterated: an item that is refused on the way breaks off a request that has begun.
 */
export interface InvalidRequest {
  readonly ok: false;
  readonly status: 'invalid-request';
  readonly issues: readonly Issue[];
  /** What was thrown by code of the caller (a hook, a source of credentials, a getter, an iterator), where that is the reason. */
  readonly cause?: unknown;
  /** Only where a request had begun: how many items went out before. The server saw some or all of them, and a body without an end. */
  readonly sent?: number;
}
/** No whole answer came: no connection, a reset, a protocol fault. Whether the server acted on the request is not known. */
export interface NetworkError {
  readonly ok: false;
  readonly status: 'network-error';
  readonly cause: unknown;
}
/** `timeout` milliseconds were over before the answer was read to its end. */
export interface TimedOut {
  readonly ok: false;
  readonly status: 'timeout';
}
/** The caller's signal was aborted. */
export interface Aborted {
  readonly ok: false;
  readonly status: 'aborted';
}

/** What any call can come to besides the answers that its document describes. */
export type Failure = UndocumentedStatus | InvalidResponse | InvalidRequest | NetworkError | TimedOut | Aborted;
/** The result of some operation, where it is not known which. */
export type AnyResult = Success<number, unknown, unknown> | Problem<number, unknown, unknown> | Failure;
