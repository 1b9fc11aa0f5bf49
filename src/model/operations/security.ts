/** @see https://spec.openapis.org/oas/v3.2.0#security-scheme-object */
import { quote } from '../../diagnostics.js';
import type { SecurityRequirement, SecurityScheme } from '../api.js';
import { byCodeUnits, describe, isObject, type Node } from '../node.js';
import { documentation, titled } from './documentation.js';
import { checkMembers } from './members.js';
import { invalidSecurityScheme, noteMutualTls, undefinedScope, undefinedSecurityScheme } from './rules.js';
import { checkSharedHeaders } from './shared-header.js';

/** By name. A scheme that can't be used is a finding and is left out. */
export function buildSecuritySchemes(components: Node | undefined): readonly SecurityScheme[] {
  return (components?.entries('securitySchemes') ?? []).flatMap(([name, reference]) => {
    const node = reference.follow();
    if (!node) return [];
    checkMembers(node, 'Security Scheme Object');
    const scheme = schemeOf(node);
    return scheme ? [{ name, scheme, docs: titled(documentation(node, reference), undefined), at: node.at }] : [];
  });
}

function schemeOf(node: Node): SecurityScheme['scheme'] | undefined {
  const type = node.string('type');
  switch (type) {
    case 'apiKey': {
      const name = node.string('name');
      const place = node.string('in');
      if (name === undefined || name === '') return refuse(node, 'name', 'an apiKey needs a `name`');
      if (place !== 'header' && place !== 'query' && place !== 'cookie')
        return refuse(node, 'in', 'an apiKey is in header, query or cookie');
      return { kind: 'apiKey', in: place, name };
    }
    case 'http': {
      const scheme = node.string('scheme')?.toLowerCase();
      if (scheme === undefined || scheme === '') return refuse(node, 'scheme', 'http needs a `scheme`, such as bearer or basic');
      return { kind: 'http', scheme, bearerFormat: node.string('bearerFormat') };
    }
    case 'oauth2': {
      const flows = node.object('flows');
      if (flows) checkMembers(flows, 'OAuth Flows Object');
      return { kind: 'oauth2', flows: flows?.value ?? {} };
    }
    case 'openIdConnect':
      return { kind: 'openIdConnect', url: node.string('openIdConnectUrl') ?? '' };
    case 'mutualTLS':
      node.context.report(noteMutualTls, node.at, 'nothing is sent for mutualTLS');
      return { kind: 'mutualTLS' };
    default:
      return refuse(node, 'type', 'expected apiKey, http, oauth2, openIdConnect or mutualTLS');
  }
}

function refuse(node: Node, key: string, expected: string): undefined {
  const found = node.get(key);
  const at = found === undefined ? node.at : node.pointer(key);
  node.context.report(invalidSecurityScheme, at, found === undefined ? expected : `${expected}, found ${describe(found)}`);
  return undefined;
}

/** The alternatives under `security`, or undefined where the object has none and inherits. Schemes inside one are sorted by name. */
export function buildSecurity(node: Node, schemes: readonly SecurityScheme[]): readonly SecurityRequirement[] | undefined {
  if (!node.has('security') || !node.list('security')) return undefined;
  return node.objects('security').flatMap((alternative): SecurityRequirement[] => {
    const names = Object.keys(alternative.value).sort(byCodeUnits);
    const undefinedNames = names.filter((name) => !schemes.some((scheme) => scheme.name === name));
    for (const name of undefinedNames) {
      node.context.report(
        undefinedSecurityScheme,
        alternative.pointer(name),
        `no usable security scheme is called ${quote(name)}`,
        'key',
      );
    }
    if (undefinedNames.length > 0) return [];
    for (const name of names) checkScopes(alternative, name, schemes);
    checkSharedHeaders(alternative, names, schemes);
    return [names.map((scheme) => ({ scheme, scopes: [...(alternative.strings(scheme) ?? [])].sort(byCodeUnits) }))];
  });
}

/** Only of OAuth2 are the scopes listed. */
function checkScopes(alternative: Node, name: string, schemes: readonly SecurityScheme[]): void {
  const scheme = schemes.find((scheme) => scheme.name === name)?.scheme;
  const asked = alternative.get(name);
  if (scheme?.kind !== 'oauth2' || !Array.isArray(asked)) return;
  const scopes = (isObject(scheme.flows) ? Object.values(scheme.flows) : []).map((flow) =>
    isObject(flow) ? flow['scopes'] : undefined,
  );
  if (!scopes.every(isObject) || scopes.length === 0) return;
  for (const [i, scope] of asked.entries()) {
    if (typeof scope !== 'string' || scopes.some((defined) => Object.hasOwn(defined, scope))) continue;
    alternative.context.report(undefinedScope, alternative.pointer(name, i), `no flow of ${quote(name)} defines ${quote(scope)}`);
  }
}
