/** What a server makes of the credentials of a request, written for the tests alone. */
import type { Api, Operation } from '../../../src/model/api.js';

export const credentialOf = (scheme: string): string => `user:of ${scheme}`;

/** Whether the request has all that one of the alternatives asks for, and nothing that none asks for. */
export function isAllowed({ security }: Operation, { securitySchemes }: Api, request: Request): boolean {
  const given = (name: string): boolean => {
    const scheme = securitySchemes.find((each) => each.name === name)?.scheme;
    const credential = credentialOf(name);
    const authorization = request.headers.get('authorization');
    switch (scheme?.kind) {
      case 'apiKey':
        if (scheme.in === 'header') return request.headers.get(scheme.name) === credential;
        if (scheme.in === 'query') return new URL(request.url).searchParams.get(scheme.name) === credential;
        return (request.headers.get('cookie') ?? '').split('; ').includes(`${scheme.name}=${credential}`);
      case 'http':
        return scheme.scheme === 'basic'
          ? authorization === `Basic ${btoa(credential)}`
          : authorization === `Bearer ${credential}`;
      case 'oauth2':
      case 'openIdConnect':
        return authorization === `Bearer ${credential}`;
      case 'mutualTLS':
        return true;
      case undefined:
        return false;
      default:
        return scheme satisfies never;
    }
  };
  const sent = securitySchemes.filter(({ name, scheme }) => scheme.kind !== 'mutualTLS' && given(name)).map(({ name }) => name);
  if (security.length === 0) return sent.length === 0 && !request.headers.has('authorization');
  return security.some((alternative) => alternative.every(({ scheme }) => given(scheme)));
}
