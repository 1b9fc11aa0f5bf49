/** Which operation refreshes, and where its tokens are: the config's word, held against the schemas. */
import { type Finding, quote, type Rule } from '../../diagnostics.js';
import type { Api, Operation, Response } from '../../model/api.js';
import type { SessionOptions } from '../../options.js';
import { locate, type Place } from './locate.js';
import {
  sessionFormatGuessed,
  sessionFormatUnsuitable,
  sessionOperationUnknown,
  sessionRefreshSecured,
  sessionRequestUnsuitable,
  sessionResponseUnsuitable,
  sessionRotationOptional,
  sessionSchemeUnknown,
} from './rules.js';

export interface Plan {
  readonly operation: Operation;
  readonly request: Place;
  readonly grants: readonly Grant[];
  /** Documented answers that end a session. */
  readonly refusals: readonly number[];
  /** The text before and after the access token in the credential. */
  readonly around: readonly [string, string];
}
export interface Grant {
  readonly status: number;
  readonly access: Place;
  readonly rotated: Place;
}

/** Client errors that tell of the moment and not of the token: too early, too slow, too often. */
const PASSING = [408, 425, 429];

/** Undefined, with an error among the findings, where the config does not fit the document. */
export function plan(
  api: Api,
  options: SessionOptions,
): { readonly plan: Plan | undefined; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const report = (rule: Rule, at: string, message: string): undefined => {
    findings.push({ rule, at, message });
  };
  const operation = find(api, options.refresh);
  if (!operation) {
    report(sessionOperationUnknown, '#/paths', `no operation is called ${quote(options.refresh)}`);
    return { plan: undefined, findings };
  }
  const request = requestOf(api, operation, options, report);
  const grants = grantsOf(api, operation, options, report);
  const around = aroundOf(api, operation, options, report);
  if (operation.security.some((requirement) => requirement.length > 0)) {
    report(
      sessionRefreshSecured,
      operation.at,
      `${operation.name} sends credentials, so its client can't have this session as theirs`,
    );
  }
  if (!request || !grants || !around) return { plan: undefined, findings };
  if (grants.some((grant) => !grant.rotated.required)) {
    report(
      sessionRotationOptional,
      operation.at,
      `${operation.name} may answer without ${options.rotated}: the refresh token is then kept`,
    );
  }
  const refusals = operation.responses
    .map((response) => response.status)
    .filter(
      (status): status is number => typeof status === 'number' && status >= 400 && status < 500 && !PASSING.includes(status),
    );
  return { plan: { operation, request, grants, refusals, around }, findings };
}

type Report = (rule: Rule, at: string, message: string) => undefined;

/** By operationId, `METHOD /path` or the name of the function. */
function find(api: Api, wanted: string): Operation | undefined {
  const is = (operation: Operation): boolean => `${operation.method} ${operation.template}` === wanted;
  return (
    api.operations.find((operation) => operation.operationId === wanted) ?? api.operations.find((o) => is(o) || o.name === wanted)
  );
}

function requestOf(api: Api, operation: Operation, { request }: SessionOptions, report: Report): Place | undefined {
  const needed = operation.parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  if (needed.length > 0) {
    return report(
      sessionRequestUnsuitable,
      operation.at,
      `${operation.name} needs the parameter ${needed.map(quote).join(', ')} too`,
    );
  }
  const [first] = operation.body?.content ?? [];
  if (!operation.body || !first) return report(sessionRequestUnsuitable, operation.at, `${operation.name} has no request body`);
  const place = locate(api, first.schema, request);
  if (typeof place === 'string')
    return report(sessionRequestUnsuitable, operation.body.at, `in the request of ${operation.name} ${place}`);
  if (place.others.length === 0) return place;
  return report(
    sessionRequestUnsuitable,
    operation.body.at,
    `the request of ${operation.name} needs ${place.others.join(', ')} too`,
  );
}

function grantsOf(api: Api, operation: Operation, options: SessionOptions, report: Report): readonly Grant[] | undefined {
  const grants: Grant[] = [];
  const problems: string[] = [];
  for (const response of operation.responses) {
    if (typeof response.status !== 'number' || response.status < 200 || response.status > 299) continue;
    const grant = grantOf(api, response, response.status, options);
    if (typeof grant === 'string') problems.push(`${response.status}: ${grant}`);
    else grants.push(grant);
  }
  if (grants.length > 0) return grants;
  const why = problems.length > 0 ? problems.join('; ') : 'it documents no success by its exact status';
  return report(sessionResponseUnsuitable, operation.at, `${operation.name} gives no tokens: ${why}`);
}
function grantOf(api: Api, response: Response, status: number, options: SessionOptions): Grant | string {
  const [content, another] = response.content;
  if (!content) return 'no content';
  if (another) return 'several media types';
  const access = locate(api, content.schema, options.access);
  if (typeof access === 'string') return access;
  if (!access.required) return `${options.access} may be absent`;
  const rotated = locate(api, content.schema, options.rotated);
  return typeof rotated === 'string' ? rotated : { status, access, rotated };
}

function aroundOf(
  api: Api,
  operation: Operation,
  options: SessionOptions,
  report: Report,
): readonly [string, string] | undefined {
  const { scheme, format } = options;
  const named = scheme === undefined ? undefined : api.securitySchemes.find(({ name }) => name === scheme);
  if (scheme !== undefined && !named) {
    return report(sessionSchemeUnknown, '#/components/securitySchemes', `no security scheme is called ${quote(scheme)}`);
  }
  if (format !== undefined) {
    const [before, after, more] = format.split('{token}');
    if (before !== undefined && after !== undefined && more === undefined) return [before, after];
    return report(sessionFormatUnsuitable, operation.at, `${quote(format)} does not hold {token} once`);
  }
  const [only, other] = api.securitySchemes;
  const served = named ?? (other ? undefined : only);
  if (served?.scheme.kind !== 'apiKey' || served.scheme.in !== 'header' || served.scheme.name.toLowerCase() !== 'authorization')
    return ['', ''];
  report(sessionFormatGuessed, served.at, `the access token is sent as "Bearer {token}" for ${quote(served.name)}`);
  return ['Bearer ', ''];
}
