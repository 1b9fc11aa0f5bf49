import type { Call } from './operation.js';
import type { Issue, Validator } from './validation/index.js';

/** The issues that end the call. */
export function check(
  call: Call,
  direction: 'request' | 'response',
  validator: Validator<unknown> | undefined,
  value: unknown,
): readonly Issue[] | undefined {
  const policy = call.options.validate?.[direction] ?? call.client.validate?.[direction];
  const issues = policy === 'off' ? undefined : validator?.validate(value).issues;
  if (!issues || policy !== 'report') return issues;
  call.report?.(issues, direction);
  return undefined;
}
