/**
 * An operation as data. Its members are the functions that it needs, so that a bundle holds what its operations use and no more.
 */
import type { CallOptions, ClientOptions } from './client.js';
import type { AnyResult, InvalidRequest } from './result.js';
import type { Check, Issue } from './validation/index.js';

export interface Operation {
  /** The name of its function. */
  readonly name: string;
  readonly method: string;
  /** As the document spells it, `/pets/{id}`; where a parameter is in it, the first encoder makes the path that is sent. */
  readonly path: string;
  /** The first server of the document; undefined where that is relative to a place that only the caller knows. */
  readonly server?: string;
  /** `accept`, with the media types of the documented answers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Validates the whole input. Undefined where there is none. */
  readonly input?: Check;
  /** Put the input into the request, one after the other. */
  readonly encode?: readonly Encoder[];
  /** By status, `404` or `4XX`. `default` is written out as the ranges. */
  readonly responses: Readonly<Record<string, ResponseReader>>;
  /** Puts credentials into the request. Undefined: none is ever sent. */
  readonly security?: Layer;
}

/** A request in the making. Encoders fill it in. */
export interface Draft {
  /** Relative to the server, percent-encoded. */
  url: string;
  readonly headers: Headers;
  content?: Content;
}

/** The body as fetch takes it. */
export interface Content {
  readonly body: BodyInit;
  /** For a stream, which can be sent only once. */
  readonly duplex?: 'half';
}

/** Throws a list of issues for what can't be said in a request. */
export type Encoder = (call: Encoding, input: Input) => void | Promise<void>;
/** What an encoder fills in, and what it asks before. */
export type Encoding = Draft & Pick<Call, 'client' | 'options' | 'over' | 'state' | 'report'>;

/** Any operation's input, as its type has it. Where nothing is validated it can be anything, and reading it can throw. */
export interface Input {
  readonly path?: Values;
  readonly query?: Values;
  readonly headers?: Values;
  readonly cookies?: Values;
  readonly querystring?: unknown;
  readonly body?: unknown;
  readonly partHeaders?: unknown;
  readonly contentType?: string;
}
type Values = object;

/** One call on its way. */
export interface Call extends Draft {
  readonly client: ClientOptions;
  readonly operation: Operation;
  readonly options: CallOptions;
  readonly input: Input;
  /** Aborts what goes on for the call, and is aborted when its time is over. */
  readonly over: AbortController;
  /** Shared by all copies of the call that layers make. */
  readonly state: CallState;
  /** Takes what the policy `report` lets pass. Never throws. */
  report?: ((issues: readonly Issue[], direction: 'request' | 'response') => void) | undefined;
}
export interface CallState {
  /** Something was handed to fetch. */
  sent?: boolean;
  /** The body of the result is still being read. */
  open?: boolean;
  /** Why a streamed body ended before its end: what the call comes to. */
  broken?: InvalidRequest;
}
export type Step = (call: Call) => Promise<AnyResult>;
/** Something around the exchange of one request and its answer: credentials, retries, hooks. */
export type Layer = (call: Call, next: Step) => Promise<AnyResult>;

/** How an answer becomes a body, decoded and validated. Rejects where the connection fails. */
export type ResponseReader = (response: Response, call: Call) => Promise<Outcome> | Outcome;
export interface Outcome {
  readonly body?: unknown;
  /** Decoded; absent: as fetch gives them. */
  readonly headers?: unknown;
  readonly contentType?: string;
  /** Only `false`: a 2XX that is documented by `default` alone beside others. */
  readonly ok?: false;
  /** It can't be decoded, or breaks its schema. */
  readonly issues?: readonly Issue[] | undefined;
}
