/** @see https://swagger.io/specification/v2/#security-scheme-object */
import type { Json } from '../../../model/schema.js';
import { assign, isObject } from '../../json-value.js';
import type { JsonObject } from '../../source.js';
import type { Conversion } from './conversion.js';

const FLOWS: ReadonlyMap<Json | undefined, string> = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['application', 'clientCredentials'],
  ['accessCode', 'authorizationCode'],
]);

export function convertSecuritySchemes(value: Json, conversion: Conversion): Json {
  if (!isObject(value)) return value;
  const out: { [key: string]: Json } = {};
  for (const [name, scheme] of Object.entries(value)) {
    assign(out, name, isObject(scheme) ? convertScheme(scheme, name, conversion) : scheme);
  }
  return out;
}

function convertScheme(scheme: JsonObject, name: string, { moves }: Conversion): Json {
  if (scheme['type'] === 'basic') return { ...scheme, type: 'http', scheme: 'basic' };
  const flow = scheme['type'] === 'oauth2' ? FLOWS.get(scheme['flow']) : undefined;
  if (flow === undefined) return scheme;
  const { flow: _, authorizationUrl, tokenUrl, scopes, ...rest } = scheme;
  for (const key of ['authorizationUrl', 'tokenUrl', 'scopes'])
    moves.add(['securityDefinitions', name], { from: [key], to: ['flows', flow, key] });
  const urls = { ...(authorizationUrl !== undefined && { authorizationUrl }), ...(tokenUrl !== undefined && { tokenUrl }) };
  return { ...rest, flows: { [flow]: { ...urls, scopes: scopes ?? {} } } };
}
