/** The layer that puts credentials into the requests of an operation. */
import type { Api, Operation, SecurityScheme } from '../../model/api.js';
import { type Code, code, join } from '../../print/code.js';

/** Undefined where the operation takes no credential: the code for credentials is not in its bundle then. */
export function securityLayer({ security }: Operation, { securitySchemes }: Api): Code | undefined {
  const alternatives = security.map((requirement) =>
    requirement.flatMap(({ scheme }) => {
      const found = securitySchemes.find(({ name }) => name === scheme);
      return found ? [placement(found)] : [];
    }),
  );
  if (alternatives.every((alternative) => alternative.length === 0)) return undefined;
  return code`runtime.credentials(${join(
    alternatives.map((alternative) => code`[${join(alternative, ', ')}]`),
    ', ',
  )})`;
}

function placement({ name, scheme }: SecurityScheme): Code {
  switch (scheme.kind) {
    case 'apiKey':
      switch (scheme.in) {
        case 'header':
          return code`runtime.apiKeyHeader(${name}, ${scheme.name})`;
        case 'query':
          return code`runtime.apiKeyQuery(${name}, ${scheme.name})`;
        case 'cookie':
          return code`runtime.apiKeyCookie(${name}, ${scheme.name})`;
        default:
          return scheme.in satisfies never;
      }
    case 'http':
      if (scheme.scheme === 'basic') return code`runtime.basic(${name})`;
      return scheme.scheme === 'bearer' ? code`runtime.bearer(${name})` : code`runtime.httpScheme(${name}, ${scheme.scheme})`;
    case 'oauth2':
    case 'openIdConnect':
      return code`runtime.bearer(${name})`;
    case 'mutualTLS':
      return code`runtime.mutualTls(${name})`;
    default:
      return scheme satisfies never;
  }
}
