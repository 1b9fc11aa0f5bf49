/**
 * Which members every object of OpenAPI 3.2 may have, and what becomes of each: nothing of a document is passed over in silence.
 *
 * `used` members shape the output or are followed; `ignored` ones are known and have no effect, with the reason that the reader is told
 * (an empty reason: they have none by their nature, and nothing is said). Whatever else is there is reported as unknown.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#schema-appendix
 */
import { quote } from '../../diagnostics.js';
import type { Node } from '../node.js';
import { ignoredMember, unknownMember } from './rules.js';

interface Members {
  readonly used: readonly string[];
  readonly ignored?: Readonly<Record<string, string>>;
}

const NO_EFFECT = '';
const EXAMPLES_ARE_SHOWN_AT_SCHEMAS = NO_EFFECT;

export const MEMBERS = {
  'OpenAPI Object': {
    used: [
      'openapi',
      'info',
      'servers',
      'paths',
      'webhooks',
      'components',
      'security',
      'tags',
      'externalDocs',
      '$self',
      'jsonSchemaDialect',
    ],
  },
  'Info Object': {
    used: ['title', 'summary', 'description'],
    // A change of these must not touch the output.
    ignored: { version: NO_EFFECT, termsOfService: NO_EFFECT, contact: NO_EFFECT, license: NO_EFFECT },
  },
  'Server Object': { used: ['url', 'description', 'variables'], ignored: { name: NO_EFFECT } },
  'Server Variable Object': { used: ['default', 'enum', 'description'] },
  'Components Object': {
    used: [
      ...[
        'schemas',
        'responses',
        'parameters',
        'requestBodies',
        'headers',
        'securitySchemes',
        'links',
        'callbacks',
        'pathItems',
        'mediaTypes',
      ],
    ],
    ignored: { examples: EXAMPLES_ARE_SHOWN_AT_SCHEMAS },
  },
  'Path Item Object': {
    used: [
      ...['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations'],
      ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'],
    ],
  },
  'Operation Object': {
    used: [
      ...['tags', 'summary', 'description', 'externalDocs', 'operationId', 'parameters', 'requestBody', 'responses', 'callbacks'],
      ...['deprecated', 'security', 'servers'],
    ],
  },
  'Parameter Object': {
    used: [
      ...['name', 'in', 'description', 'required', 'deprecated', 'style', 'explode', 'allowReserved', 'schema', 'content'],
      ...['allowEmptyValue', 'example', 'examples'],
    ],
  },
  'Header Object': {
    used: [
      'description',
      'required',
      'deprecated',
      'style',
      'explode',
      'allowEmptyValue',
      'schema',
      'content',
      'example',
      'examples',
    ],
    ignored: { allowReserved: 'a header is never percent-encoded' },
  },
  'Request Body Object': { used: ['description', 'content', 'required'] },
  'Media Type Object': {
    used: ['schema', 'itemSchema', 'encoding', 'example', 'examples'],
    ignored: {
      prefixEncoding: 'parts of multipart bodies are told apart by name',
      itemEncoding: 'parts of multipart bodies are told apart by name',
    },
  },
  'Encoding Object': {
    used: ['contentType', 'headers', 'style', 'explode', 'allowReserved'],
    ignored: {
      encoding: 'the parts of a part are sent as their media type has them',
      prefixEncoding: 'the parts of a part are sent as their media type has them',
      itemEncoding: 'the parts of a part are sent as their media type has them',
    },
  },
  'Response Object': { used: ['summary', 'description', 'headers', 'content', 'links'] },
  'Link Object': {
    used: ['operationRef', 'operationId', 'parameters', 'requestBody', 'description'],
    ignored: { server: 'a linked call goes where the client goes' },
  },
  'Tag Object': { used: ['name', 'summary', 'description', 'externalDocs'], ignored: { parent: NO_EFFECT, kind: NO_EFFECT } },
  'Security Scheme Object': {
    used: ['type', 'description', 'name', 'in', 'scheme', 'bearerFormat', 'flows', 'openIdConnectUrl', 'deprecated'],
    ignored: { oauth2MetadataUrl: NO_EFFECT },
  },
  'OAuth Flows Object': { used: ['implicit', 'password', 'clientCredentials', 'authorizationCode', 'deviceAuthorization'] },
} as const satisfies Record<string, Members>;

/** Reports what the object has and should not have, and what it has in vain. */
export function checkMembers(node: Node, type: keyof typeof MEMBERS): void {
  const members: Members = MEMBERS[type];
  for (const key of Object.keys(node.value)) {
    if (key.startsWith('x-') || members.used.includes(key)) continue;
    const reason = members.ignored?.[key];
    if (reason === undefined) node.context.report(unknownMember, node.pointer(key), `${type} has no member ${quote(key)}`, 'key');
    else if (reason !== NO_EFFECT) node.context.report(ignoredMember, node.pointer(key), `${key} is ignored: ${reason}`, 'key');
  }
}
