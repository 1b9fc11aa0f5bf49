/** Finds the refresh operation where the document leaves no doubt, so that a config is not needed for the usual case. */
import type { Finding } from '../../diagnostics.js';
import type { Api, Operation } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import type { SessionOptions } from '../../options.js';
import { propertiesOf } from './locate.js';
import { plan } from './plan.js';
import { sessionAmbiguous, sessionDetected } from './rules.js';

const REFRESH = /^refresh(_?token)?$/i;
const ACCESS = /^access(_?token)?$/i;

export function detect(api: Api): { readonly options: SessionOptions | undefined; readonly findings: readonly Finding[] } {
  const candidates = api.operations.flatMap((operation) => {
    const options = guess(api, operation);
    // Only what would be accepted from a config.
    return options && plan(api, options).plan ? [{ operation, options }] : [];
  });
  const [first, second] = candidates;
  if (!first) return { options: undefined, findings: [] };
  const names = candidates.map(({ operation }) => operation.name).join(', ');
  if (second) {
    return {
      options: undefined,
      findings: [{ rule: sessionAmbiguous, at: first.operation.at, message: `each of ${names} may be it` }],
    };
  }
  const { request, access, rotated } = first.options;
  const message = `${names} exchanges ${request} of its body for ${access} and ${rotated} of its answer`;
  return { options: first.options, findings: [{ rule: sessionDetected, at: first.operation.at, message }] };
}

/** A POST that speaks of refreshing, takes a refresh token and gives both tokens: by the names of the members. */
function guess(api: Api, operation: Operation): SessionOptions | undefined {
  const refresh = `${operation.method} ${operation.template}`;
  if (operation.method !== 'POST' || !/refresh/i.test(`${operation.operationId ?? ''} ${operation.template}`)) return undefined;
  const request = member(api, operation.body?.content[0]?.schema, REFRESH);
  const success = operation.responses.find(({ status }) => typeof status === 'number' && status >= 200 && status < 300);
  const access = member(api, success?.content[0]?.schema, ACCESS);
  const rotated = member(api, success?.content[0]?.schema, REFRESH);
  return request && access && rotated ? { refresh, request, access, rotated } : undefined;
}

/** The pointer to the one member of such a name. */
function member(api: Api, schema: Schema | undefined, pattern: RegExp): string | undefined {
  const names = new Set((schema && propertiesOf(api, schema))?.map(({ name }) => name).filter((name) => pattern.test(name)));
  const [only, other] = names;
  return only !== undefined && other === undefined ? `/${only}` : undefined;
}
