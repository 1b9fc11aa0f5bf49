/** The least client that a session needs: the refresh operation, and one that sends the access token. */
import type { CallOptions } from '../../../templates/runtime/client.js';
import type { Failure, Problem, Success } from '../../../templates/runtime/result.js';
import { failed, openSession, type Session, type SessionOptions } from '../../../templates/runtime/session/index.js';
import type { Tokens } from '../../../templates/runtime/session/record.js';

export type Refused = Problem<400, { errors?: Record<string, string[]> }> | Problem<401, undefined>;
type RefreshResult = Success<200, Tokens> | Refused | Failure;

export interface TestSessionOptions extends SessionOptions<Refused> {
  readonly url: string;
  readonly fetch?: typeof globalThis.fetch;
}

export function createSession({ url, fetch = globalThis.fetch, ...options }: TestSessionOptions): Session {
  return openSession<Refused>(
    async (refresh, call) => {
      const result = await refreshToken(url, fetch, { refresh }, call);
      switch (result.status) {
        case 200:
          return { tokens: result.body, date: result.response.headers.get('date') };
        case 400:
        case 401:
          return { refusal: result };
        default:
          return failed(result);
      }
    },
    { format: (access) => `Bearer ${access}`, ...options },
  );
}

async function refreshToken(
  url: string,
  fetch: typeof globalThis.fetch,
  body: object,
  call: CallOptions,
): Promise<RefreshResult> {
  const over = AbortSignal.timeout(call.timeout ?? 60_000);
  try {
    const response = await fetch(`${url}/iam/auth/jwt/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: over,
    });
    const { status, headers } = response;
    const text = await response.text();
    const value: unknown = text === '' ? undefined : JSON.parse(text);
    if (status === 401) return { ok: false, status, body: undefined, headers, response };
    if (status === 400) return { ok: false, status, body: value as { errors?: Record<string, string[]> }, headers, response };
    if (status !== 200) return { ok: false, status: 'undocumented-status', body: value, headers, response };
    if (isTokens(value)) return { ok: true, status, body: value, headers, response };
    return { ok: false, status: 'invalid-response', issues: [], body: value, headers, response };
  } catch (cause) {
    return over.aborted ? { ok: false, status: 'timeout' } : { ok: false, status: 'network-error', cause };
  }
}
const isTokens = (value: unknown): value is Tokens =>
  typeof value === 'object' && value !== null && 'access' in value && 'refresh' in value && typeof value.access === 'string';

/** Asks with a credential, and resolves to the response's status. */
export type Ask = (url: string, credential: string | undefined) => Promise<number>;

/** A call that sends the access token, renews once after a 401 and is repeated once. The final status; 0 where no answer came. */
export async function me(
  url: string,
  session: Session,
  { signal, ask = fetching }: { signal?: AbortSignal; ask?: Ask } = {},
): Promise<number> {
  const request = { scheme: 'APIKey', operation: 'me', ...(signal && { signal }) };
  try {
    const credential = await session.credential(request);
    const status = await ask(url, credential);
    if (status !== 401 || credential === undefined) return status;
    if (!(await session.renew(request, credential, new Response(null, { status })))) return status;
    return await ask(url, await session.credential(request));
  } catch {
    return 0;
  }
}
const fetching: Ask = async (url, credential) => {
  const response = await fetch(`${url}/me`, { headers: credential === undefined ? {} : { authorization: credential } });
  await response.arrayBuffer();
  return response.status;
};
