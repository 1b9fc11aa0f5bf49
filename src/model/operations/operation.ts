/** @see https://spec.openapis.org/oas/v3.2.0#operation-object */
import { child } from '../../diagnostics.js';
import type { Callback, Operation, OperationExtensions, SecurityRequirement, SecurityScheme } from '../api.js';
import type { Schemas } from '../schemas/index.js';
import { buildRequestBody, isNamed } from './body.js';
import { documentation } from './documentation.js';
import { inputOf } from './input.js';
import { buildLinks, type LinkTargets } from './links.js';
import type { Contents, Direction } from './media-types.js';
import { buildParameters } from './parameters.js';
import type { Site } from './path-items.js';
import { buildResponses } from './responses.js';
import { methodNotSent } from './rules.js';
import { buildSecurity } from './security.js';
import { buildServers } from './servers.js';

export interface Surroundings {
  readonly contents: Contents;
  readonly securitySchemes: readonly SecurityScheme[];
  /** Of the document, for operations that say nothing. */
  readonly security: readonly SecurityRequirement[];
  readonly targets: LinkTargets;
}

/** @see https://fetch.spec.whatwg.org/#forbidden-method */
const UNSENT = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * `direction` is that of the request body. What the API sends to the consumer, a webhook or a callback, arrives like a
 * response, whatever HTTP calls it: `readOnly` members are in it, and `writeOnly` ones are not.
 */
export function buildOperation(
  site: Site,
  around: Surroundings,
  direction: Direction,
  callbacks: readonly Callback[],
): Operation {
  const { node, name, typeName, method, template, path, operationId } = site;
  const { contents } = around;
  const { schemas } = contents;
  const parameters = buildParameters(site.parametersOf, node, path, site.pathAt, schemas, direction);
  if (direction === 'request' && UNSENT.has(method))
    node.context.report(methodNotSent, node.at, `fetch does not send ${method}`, 'key');
  const keys = [`${method} ${template}`, ...(operationId === undefined ? [] : [operationId])];
  const body = buildRequestBody(node, contents, { method, keys, name: `${typeName}Body`, direction });
  const answers: Direction = direction === 'request' ? 'response' : 'request';
  return {
    name,
    typeName,
    operationId,
    method,
    path,
    template,
    tags: node.strings('tags') ?? [],
    parameters,
    body,
    responses: buildResponses(node, contents, method, typeName, answers, (response) => buildLinks(response, around.targets)),
    security: buildSecurity(node, around.securitySchemes) ?? around.security,
    servers: buildServers(node) ?? buildServers(site.serversOf),
    callbacks,
    input: declaredInput(site, schemas, inputOf(parameters, body, direction, child(node.at, 'requestBody'), schemas)),
    bytes: direction === 'request' && isNamed(keys, node.context.options.operations.streams) ? 'stream' : 'blob',
    docs: docsOf(site),
    extensions: extensionsOf(site),
    at: site.at,
  };
}

/** What is said of all operations of a path is said where an operation says nothing itself. */
function docsOf({ node, about }: Site): Operation['docs'] {
  const own = documentation(node);
  return own.summary === undefined && own.description === undefined ? { ...about, ...own } : own;
}

function declaredInput(site: Site, schemas: Schemas, input: Operation['input']): Operation['input'] {
  return { kind: 'reference', to: schemas.declare(input, `${site.typeName}Input`, site.at), at: site.at };
}

function extensionsOf(site: Site): OperationExtensions {
  const sunset = site.node.get('x-sunset');
  return typeof sunset === 'string' ? { sunset } : {};
}
