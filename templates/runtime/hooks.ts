/** What an application can watch. Hooks are awaited, but for those after a timeout or an abort: those end a call at once. */
import { settled } from './failure.js';
import { refusal } from './issue.js';
import type { Layer } from './operation.js';
import type { AnyResult } from './result.js';
import type { Issue } from './validation/index.js';

/** A call as hooks see it. */
export interface Watched<Name = string, Input = unknown> {
  /** The name of the operation's function; tells apart the types of the rest. */
  readonly operation: Name;
  readonly method: string;
  /** As the document spells it: `/pets/{id}`. */
  readonly path: string;
  readonly input: Input;
  /** `before` may add to them; all else that is sent under the same name comes over them. Credentials are never in them. */
  readonly headers: Headers;
}
/** A call and what it came to. */
export interface Finished<Name = string, Input = unknown, Result = AnyResult> extends Watched<Name, Input> {
  readonly result: Result;
}

/** Operations by the names of their functions, as the generated `Operations` has them. */
export type Calls = Readonly<Record<string, { readonly input: unknown; readonly result: unknown }>>;
type Started<C extends Calls> = { [Name in keyof C]: Watched<Name, C[Name]['input']> }[keyof C];
type Ended<C extends Calls> = { [Name in keyof C]: Finished<Name, C[Name]['input'], C[Name]['result']> }[keyof C];

export interface Hooks<C extends Calls> {
  /** Before anything is sent. Throwing ends the call as `invalid-request`, with what was thrown as `cause`. */
  before?(call: Started<C>): void | Promise<void>;
  /** After a call that is not `ok`. What it throws is dropped. */
  error?(call: Ended<C>): void | Promise<void>;
  /** After every call, whatever it came to. What it throws is dropped. */
  after?(call: Ended<C>): void | Promise<void>;
  /** Issues that the policy `report` lets pass. What it throws is dropped. */
  issues?(call: Started<C>, issues: readonly Issue[], direction: 'request' | 'response'): void;
}

/** The layer that tells `hooks` of every call. For one operation at a time they are typed by the generated `Operations`. */
export function watching<C extends Calls = Calls>(hooks: Hooks<C>): Layer {
  return async (call, next) => {
    const { operation, input, headers } = call;
    // The names and types of `C` are those of the operations that the client is used for: both are generated from one document.
    const watched = { operation: operation.name, method: operation.method, path: operation.path, input, headers } as Started<C>;
    try {
      await hooks.before?.(watched);
    } catch (cause) {
      return {
        ok: false,
        status: 'invalid-request',
        issues: refusal(cause, 'no objection of the hook "before"', 'hooks'),
        cause,
      };
    }
    call.report = (...row) => void quietly(() => hooks.issues?.(watched, ...row));
    const result = await settled(call, next);
    const finished = { ...watched, result } as Ended<C>;
    if (!result.ok) await quietly(() => hooks.error?.(finished));
    await quietly(() => hooks.after?.(finished));
    return result;
  };
}

async function quietly(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch {
    // What came of the call stands, whatever its observers do.
  }
}
