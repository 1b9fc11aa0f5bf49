import type { Encoding } from './operation.js';
import { type Check, type Issue, issuesOf } from './validation/index.js';

/** The issues that end the call. */
export function validate(
  call: Pick<Encoding, 'client' | 'options' | 'report'>,
  direction: 'request' | 'response',
  check: Check | undefined,
  value: unknown,
): readonly Issue[] | undefined {
  const policy = call.options.validate?.[direction] ?? call.client.validate?.[direction];
  const issues = check && policy !== 'off' ? issuesOf(check, value) : undefined;
  if (policy !== 'report') return issues;
  if (issues) call.report?.(issues, direction);
  return undefined;
}
