/** What an application can watch. Hooks are awaited; what `after`, `error` and `issues` throw is dropped. */
import type { Draft } from './operation.js';
import type { AnyResult } from './result.js';
import type { Issue } from './validation/index.js';

/** A call as hooks see it. */
export interface Watched<Name, Input> {
  /** The name of the operation's function; tells apart the types of the rest. */
  readonly operation: Name;
  readonly input: Input;
  /** What is sent; `before` may change it. Credentials are never in it. */
  readonly request: Draft;
}
/** A call and what it came to. */
export interface Finished<Name, Input, Result> extends Omit<Watched<Name, Input>, 'request'> {
  /** Undefined where not even an attempt at one could be made. */
  readonly request: Draft | undefined;
  readonly result: Result;
}
/** One member for each operation of `Calls`; without operations, any call. */
type Of<Calls> = keyof Calls extends never
  ? Finished<string, unknown, AnyResult>
  : {
      [Name in keyof Calls]: Calls[Name] extends { input: infer Input; result: infer Result }
        ? Finished<Name, Input, Result>
        : never;
    }[keyof Calls];

type Starting<Call> = Call extends Finished<infer Name, infer Input, unknown> ? Watched<Name, Input> : never;

export interface Hooks<Calls = object> {
  /** Before anything is sent. Throwing ends the call as `invalid-request` with what was thrown as `cause`. */
  before?(call: Starting<Of<Calls>>): void | Promise<void>;
  /** After a call that is not `ok`. */
  error?(call: Of<Calls>): void | Promise<void>;
  /** After every call, whatever it came to. */
  after?(call: Of<Calls>): void | Promise<void>;
  /** Issues that the policy `report` lets pass. */
  issues?(call: Starting<Of<Calls>>, issues: readonly Issue[], direction: 'request' | 'response'): void;
}
