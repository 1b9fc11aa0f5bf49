/** What an answer of the judge says of the client that asked. */
import { isObject } from '../../src/model/node.js';
import type { Result } from './client.js';
import { REASONS } from './reasons.js';

export type Verdict =
  /** The member of the result that the judge was asked for. */
  | { readonly kind: 'documented' }
  /** Another one, for a reason that lies with the judge or with the document. */
  | { readonly kind: 'explained'; readonly reason: string }
  /** Another one, and nobody knows why: to be looked at. */
  | { readonly kind: 'unexplained'; readonly what: string };

export interface Call {
  readonly document: string;
  readonly operation: string;
  /** The status that the judge was asked for; undefined where the choice was left to it, which falls on a success. */
  readonly asked: number | undefined;
}

export function verdictOn(call: Call, result: Result): Verdict {
  // Another documented answer than the one asked for is prism's refusal of what was sent.
  if (call.asked === undefined ? result.ok || succeeds(result.status) : result.status === call.asked)
    return { kind: 'documented' };
  const what = described(result);
  const found = REASONS.find(({ matches }) => matches({ ...call, what, result }));
  return found ? { kind: 'explained', reason: found.reason } : { kind: 'unexplained', what };
}

/** Where the document has no 2XX, the judge takes the first that there is. */
const succeeds = (status: Result['status']): boolean => typeof status === 'number' && status < 400;

/** One line: what came, and what was wrong with it. */
function described({ status, response, issues, body, cause }: Result): string {
  const answered = response ? ` (${response.status} ${response.headers.get('content-type') ?? 'without a type'})` : '';
  const first = issues?.[0];
  const issue = first ? ` ${first.pointer} ${first.message} [${first.schemaPath}]` : '';
  const thrown = cause === undefined ? '' : ` ${String(cause)}`;
  return `${status}${answered}${issue}${thrown} ${problemOf(body)}`;
}

/** What prism says in the problem details of its own answers. */
export function problemOf(body: unknown): string {
  if (!isObject(body) || !('detail' in body)) return '';
  const faults: unknown = body['validation'];
  return `${String(body['type'])} ${String(body['detail'])}${faults === undefined ? '' : ` ${JSON.stringify(faults)}`}`;
}
