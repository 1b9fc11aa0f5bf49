import { issue } from './issue.js';
import type { Call } from './operation.js';
import { guess } from './read.js';
import type { AnyResult } from './result.js';
import type { Issue, Validator } from './validation/index.js';

/** The input becomes a request, the answer a result. Rejects where no request can be made. */
export async function exchange(call: Call): Promise<AnyResult> {
  const { client, operation, options, draft, input } = call;
  const issues = check(call, 'request', operation.input, input) ?? draft.issues;
  for (const encode of operation.encode ?? []) if (!issues.length) await encode(draft, input);
  if (issues.length) return { ok: false, status: 'invalid-request', issues };
  try {
    await client.hooks?.before?.({ operation: operation.name, input, request: draft });
  } catch (cause) {
    return { ok: false, status: 'invalid-request', issues: [issue('the hook before threw', 'request')], cause };
  }
  const { retry } = { ...client, ...options };
  const secured = (next: Call) => (operation.security ? operation.security(next, attempt) : attempt(next));
  return retry ? retry(call, secured) : secured(call);
}

/** One request, and its answer if one comes. */
async function attempt(call: Call): Promise<AnyResult> {
  const { client, operation, options, draft, signal } = call;
  const base = options.baseUrl ?? client.baseUrl ?? operation.server ?? '';
  const { fetch = globalThis.fetch } = client;
  // Refuses what is no URL and no header before anything is sent, and makes a relative URL absolute where there is a page.
  const { url, headers } = new Request(
    base.replace(/\/$/, '') + draft.path + (draft.query.length ? `?${draft.query.join('&')}` : ''),
    { headers: draft.headers },
  );
  try {
    const response = await fetch(url, {
      method: operation.method,
      headers,
      body: draft.body ?? null,
      signal,
      redirect: 'manual',
      ...draft.init,
    });
    const { status } = response;
    const reader = operation.responses[status] ?? operation.responses[`${Math.trunc(status / 100)}XX`];
    if (!reader)
      return { ok: false, status: 'undocumented-status', body: await guess(response, call), headers: response.headers, response };
    const outcome = await reader.read(response, call);
    const issues = outcome.issues ?? check(call, 'response', reader.validator, outcome.body);
    if (issues) return { ok: false, status: 'invalid-response', issues, headers: response.headers, response };
    return { ok: response.ok, status, body: undefined, headers: response.headers, response, ...outcome };
  } catch (cause) {
    return { ok: false, status: 'network-error', cause };
  }
}

/** Issues that end the call. */
function check(
  call: Call,
  direction: 'request' | 'response',
  validator: Validator<unknown> | undefined,
  value: unknown,
): readonly Issue[] | undefined {
  const policy = { ...call.client.validate, ...call.options.validate }[direction];
  const checked = policy === 'off' ? undefined : validator?.validate(value);
  if (!checked?.issues || policy !== 'report') return checked?.issues;
  try {
    call.client.hooks?.issues?.(
      { operation: call.operation.name, input: call.input, request: call.draft },
      checked.issues,
      direction,
    );
  } catch {
    // An observer changes nothing.
  }
  return undefined;
}
