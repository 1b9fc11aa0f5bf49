/** The only network access of the generator: hosts that are allowed by name, bounded in time and size, without credentials. */

export interface FetchPolicy {
  /** As in a URL: with the port where it is not the usual one. */
  readonly hosts: readonly string[];
  /** Milliseconds for one document, redirects included. */
  readonly timeout: number;
  /** Bytes. */
  readonly size: number;
}

/** `isAbsent`: a file may be read here, and there is none. */
export type Fetched =
  | { readonly bytes: Uint8Array; readonly url: string }
  | { readonly problem: string; readonly isAbsent?: boolean };

/** Follows redirects itself, so that every hop passes the policy. */
export async function fetchBytes(url: string, policy: FetchPolicy): Promise<Fetched> {
  // The longest that a timer can be; beyond, there would be none.
  const signal = AbortSignal.timeout(Math.min(policy.timeout, 2 ** 31 - 1));
  let target = url;
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const refused = refuse(target, policy);
    if (refused) return { problem: hop === 0 ? refused : `redirects to a place that ${refused}` };
    try {
      const response = await fetch(target, {
        signal,
        redirect: 'manual',
        credentials: 'omit',
        headers: { accept: 'application/openapi+json, application/openapi+yaml, application/json, application/yaml, */*;q=0.5' },
      });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        target = new URL(location, target).href;
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        return { problem: `cannot be read: the server answers ${response.status}` };
      }
      return await readBody(response, target, policy.size);
    } catch {
      return {
        problem: signal.aborted ? `was not read within ${policy.timeout} ms` : 'cannot be read: the server does not answer',
      };
    }
  }
  return { problem: `redirects more than ${REDIRECTS} times` };
}

async function readBody(response: Response, url: string, size: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (response.body) {
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > size) return { problem: `is larger than ${size} bytes; \`limits.size\` raises the limit` };
      chunks.push(chunk);
    }
  }
  return { bytes: Buffer.concat(chunks), url };
}

/** Why a URL may not be fetched; undefined where it may. */
export function refuse(url: string, policy: Pick<FetchPolicy, 'hosts'>): string | undefined {
  const { protocol, host, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return `is not read: ${protocol} is no scheme that references may use`;
  if (username || password) return 'is not read: URLs with credentials in them never are';
  if (!policy.hosts.includes(host)) return `is not read: its host ${host} is not among \`references.hosts\``;
  return undefined;
}

const REDIRECTS = 5;
