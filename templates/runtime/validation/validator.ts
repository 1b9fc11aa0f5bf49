import { inDocumentOrder } from './document-order.js';
import type { Issue } from './issue.js';
import { unreadable } from './issues-of.js';
import type { Check } from './place.js';
import type { StandardSchemaV1 } from './standard-schema.js';
import { ValidationError } from './validation-error.js';

/** The result of `validate`: the value as it was given, or every fault in it, in the order of the value. */
export type Validated<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: Issue[] };

/**
 * A schema at run time. Its functions don't need `this`, never change the value, and never throw whatever the value is: a value
 * that can't be read to its end (a cycle, too many levels, a getter that throws) is not valid. `assert` alone throws, its own error.
 */
export interface Validator<T> {
  is(value: unknown): value is T;
  validate(value: unknown): Validated<T>;
  /** Throws a `ValidationError` with all issues. */
  assert(value: unknown): asserts value is T;
  readonly '~standard': StandardSchemaV1<T>;
}

/** `is` and `check` are compiled from one schema: `check` reports at least one issue where `is` is false, and none where it is true. */
export function validator<T>(is: (value: unknown) => value is T, check: Check): Validator<T> {
  const accepts = (value: unknown): value is T => {
    try {
      return is(value);
    } catch {
      return false;
    }
  };
  const validate = (value: unknown): Validated<T> => {
    try {
      // Without issues it is a `T`: `is` and `check` are made of one schema.
      const issues = check(value, undefined, undefined);
      return issues ? { issues: inDocumentOrder(issues, value) } : { value: value as T };
    } catch (thrown) {
      // A check takes more of the stack than a test: what is deep and valid is told by that.
      return accepts(value) ? { value } : { issues: unreadable(thrown) };
    }
  };
  return {
    is: accepts,
    validate,
    assert: (value) => {
      const { issues } = validate(value);
      if (issues) throw new ValidationError(issues);
    },
    '~standard': { version: 1, vendor: 'specwright', validate },
  };
}
