import type { Call } from './operation.js';
import { json } from './responses/json.js';
import type { AnyResult } from './result.js';
import { check } from './validate.js';

/** One request and its answer. Rejects where no request can be made or the connection fails; `call.sent` tells which. */
export async function attempt(call: Call): Promise<AnyResult> {
  const { client, operation, url: path, headers, body = null, duplex, over } = call;
  const { fetch = globalThis.fetch, baseUrl = operation.server ?? '' } = client;
  // Refuses what is no URL, and makes a relative one absolute where there is a page.
  const { url } = new Request(baseUrl.replace(/\/$/, '') + path);
  over.signal.throwIfAborted();
  call.sent = true;
  const { method } = operation;
  const init: RequestInit & { duplex?: 'half' | undefined } = {
    method,
    headers,
    body,
    signal: over.signal,
    redirect: 'manual',
    duplex,
  };
  const response = await fetch(url, init);
  const documented = operation.responses[response.status] ?? operation.responses[`${Math.trunc(response.status / 100)}XX`];
  const reader = documented ?? json();
  const outcome = await reader.read(response, call);
  const answer = { headers: response.headers, response, body: outcome.body };
  if (!documented) return { ok: false, status: 'undocumented-status', ...answer };
  const issues = outcome.issues ?? check(call, 'response', reader.validator, outcome.body);
  if (issues) return { ok: false, status: 'invalid-response', issues, ...answer };
  return { ok: response.ok, status: response.status, ...answer, ...outcome };
}
