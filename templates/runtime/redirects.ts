/**
 * A fetch that follows redirects where that is safe: `createClient({ fetch: followingRedirects() })`. Without it none is followed
 * and a redirect is an answer like any other, because fetch on its own would take bodies, cookies and API keys along to
 * wherever a server points.
 *
 * Within the origin everything goes along, as RFC 9110 (15.4) has it. To another origin only GET and HEAD go, without a body and
 * without any header but `accept` and `accept-language`: what is there was chosen by the server, and nothing of the caller's is given to it.
 * A redirect that isn't followed is returned as it came. In browsers a page can't see redirects at all (the answer is opaque, status 0).
 */
export function followingRedirects(
  fetch: typeof globalThis.fetch = globalThis.fetch,
  limit: number = 10,
): typeof globalThis.fetch {
  return async (input, init) => {
    let request = new Request(input, { ...init, redirect: 'manual' });
    for (let followed = 0; ; followed++) {
      // A body is read when it is sent: what may have to be sent again is sent as a copy.
      const response = await fetch(request.clone());
      const next = followed < limit ? following(request, response) : undefined;
      if (!next) return response;
      response.body?.cancel().catch(() => {});
      request = next;
    }
  };
}

function following(request: Request, response: Response): Request | undefined {
  const location = response.headers.get('location');
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null || !URL.canParse(location, request.url))
    return undefined;
  const target = new URL(location, request.url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // 303 asks for a GET; 301 and 302 after a POST are taken for one, as everywhere.
  const becomesGet = !isRead && (response.status === 303 || (response.status < 303 && request.method === 'POST'));
  const method = becomesGet ? 'GET' : request.method;
  const { signal } = request;
  if (target.origin === new URL(request.url).origin) {
    return becomesGet
      ? new Request(target, { method, headers: withoutContent(request.headers), signal, redirect: 'manual' })
      : new Request(target, request);
  }
  if (!isRead || !/^https?:$/.test(target.protocol)) return undefined;
  const headers = ['accept', 'accept-language'].flatMap((name): [string, string][] => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Request(target, { method, headers, signal, redirect: 'manual', credentials: 'omit' });
}

function withoutContent(headers: Headers): Headers {
  const rest = new Headers(headers);
  for (const name of ['content-type', 'content-length', 'content-encoding', 'content-language']) rest.delete(name);
  return rest;
}
