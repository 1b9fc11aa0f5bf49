import { exchange } from './exchange.js';
import type { Call } from './operation.js';
import { json } from './responses/json.js';
import type { AnyResult } from './result.js';

/** One request and its answer. Rejects as `exchange` does, and where the connection fails while the body is read. */
export async function attempt(call: Call): Promise<AnyResult> {
  const response = await exchange(call);
  const { status, headers, ok } = response;
  const { responses } = call.operation;
  const documented = responses[status] ?? responses[`${String(status)[0]}XX`];
  const { issues, ...outcome } = await (documented ?? json())(response, call);
  const answer = { headers, response, body: outcome.body };
  if (!documented) return { ok: false, status: 'undocumented-status', ...answer };
  if (issues) return { ok: false, status: 'invalid-response', issues, ...answer };
  return { ok, status, ...answer, ...outcome };
}
