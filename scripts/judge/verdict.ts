/** What an answer of the judge says of the client that asked. */
import { child } from '../../src/diagnostics.js';
import type { Operation } from '../../src/model/api.js';
import { isObject } from '../../src/model/node.js';
import type { Json } from '../../src/model/schema.js';
import type { Judge } from '../corpus/judge.js';
import type { Result } from './client.js';
import type { Input } from './input.js';
import { reasonFor } from './reasons.js';

export type Verdict =
  /** The member of the result that the judge was asked for. */
  | { readonly kind: 'documented' }
  /** Another one, for a reason that lies with the judge or with the document. */
  | { readonly kind: 'explained'; readonly reason: string }
  /** Another one, and nobody knows why: to be looked at. */
  | { readonly kind: 'unexplained'; readonly what: string };

export interface Call {
  readonly document: string;
  readonly operation: Operation;
  /** The status that the judge was asked for; undefined where the choice was left to it, which falls on a success. */
  readonly asked: number | undefined;
  readonly input: Input;
}

/** `violations`: what the judge had against the request. `ajv`: a third opinion, of answers that break their schema. */
export function verdictOn(call: Call, result: Result, violations: readonly string[], ajv: Judge): Verdict {
  const isAsked = call.asked === undefined ? result.ok || succeeds(result.status) : result.status === call.asked;
  // Another documented answer than the one asked for is the judge's refusal of what was sent.
  if (isAsked && violations.length === 0) return { kind: 'documented' };
  const reason = isRefutedToo(call, result, ajv)
    ? "the judge's answer breaks its schema, as ajv finds too: most are the document's own examples"
    : reasonFor(call, [...violations, ...(result.issues ?? []).map(line)]);
  return reason === undefined
    ? { kind: 'unexplained', what: [described(result), ...violations].join('; ') }
    : { kind: 'explained', reason };
}

/** Where the document has no 2XX, the judge takes the first that there is. */
const succeeds = (status: Result['status']): boolean => typeof status === 'number' && status < 400;

function isRefutedToo({ operation }: Call, { status, response, body }: Result, ajv: Judge): boolean {
  if (status !== 'invalid-response' || !response) return false;
  const answer = operation.responses.find((each) => each.status === response.status) ?? operation.responses.at(-1);
  // What was decoded from the answer's JSON.
  const value = body as Json;
  return (answer?.content ?? []).some(
    ({ codec, at }) => codec.kind === 'json' && ajv.accepts({ schemaAt: child(at, 'schema'), value }) === false,
  );
}

/** One line: what came, and what was wrong with it. */
function described({ status, response, issues, body, cause }: Result): string {
  const answered = response ? ` (${response.status} ${response.headers.get('content-type') ?? 'without a type'})` : '';
  const issue = issues?.[0] ? ` ${line(issues[0])}` : '';
  const thrown = cause === undefined ? '' : ` ${String(cause)}`;
  return `${status}${answered}${issue}${thrown} ${problemOf(body)}`;
}

type Issue = NonNullable<Result['issues']>[number];
const line = ({ pointer, message, schemaPath }: Issue): string => `${pointer} ${message} [${schemaPath}]`;

/** What prism says in the problem details of its own answers. */
function problemOf(body: unknown): string {
  return isObject(body) && 'detail' in body ? `${String(body['type'])} ${String(body['detail'])}` : '';
}
