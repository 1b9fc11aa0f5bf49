/** @see https://spec.openapis.org/oas/v3.2.0#security-scheme-object */
import { quote } from '../../diagnostics.js';
import type { SecurityRequirement, SecurityScheme } from '../api.js';
import { byCodeUnits, describe, type Node } from '../node.js';
import { documentation, titled } from './documentation.js';
import { checkMembers } from './members.js';
import { invalidSecurityScheme, noteMutualTls, undefinedSecurityScheme } from './rules.js';

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
    case 'oauth2':
      return { kind: 'oauth2', flows: node.object('flows')?.value ?? {} };
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
  if (!node.has('security')) return undefined;
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
    return [names.map((scheme) => ({ scheme, scopes: [...(alternative.strings(scheme) ?? [])].sort(byCodeUnits) }))];
  });
}
