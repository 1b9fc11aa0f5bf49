/** Thrown by `unwrap`. Its message says what came, and neither what was sent nor what was received. */
export class OperationError<Result extends Finished = Finished> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super(`the call came to ${String(result.status)}`, 'cause' in result ? { cause: result.cause } : undefined);
    this.name = 'OperationError';
    this.result = result;
  }
}

/** The body of a success. Throws an `OperationError` that holds the result for all else. */
export function unwrap<Result extends Finished>(result: Result): Extract<Result, Succeeded>['body'] {
  if (succeeded(result)) return result.body;
  throw new OperationError(result);
}

type Finished = { readonly ok: boolean; readonly status: unknown };
export type Succeeded = { readonly ok: true; readonly body: unknown };
export function succeeded<Result extends Finished>(result: Result): result is Extract<Result, Succeeded> {
  return result.ok;
}
