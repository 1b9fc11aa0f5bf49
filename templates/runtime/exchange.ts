import type { Call } from './operation.js';

/** Sends the request and waits for the head of its answer. Rejects where no request can be made or the connection fails; `call.state` tells which. */
export async function exchange(call: Call): Promise<Response> {
  const {
    client,
    operation,
    headers,
    over: { signal },
  } = call;
  const { fetch: own = fetch, baseUrl = operation.server ?? '' } = client;
  // Refuses what is no URL, and makes a relative one absolute where there is a page.
  const target = new Request(baseUrl.replace(/\/$/, '') + call.url).url;
  // Not every fetch heeds the signal.
  signal.throwIfAborted();
  call.state.sent = true;
  return own(target, { method: operation.method, headers, signal, redirect: 'manual', ...call.content });
}
