/** @see https://spec.openapis.org/oas/v3.2.0#request-body-object */
import type { RequestBody } from '../api.js';
import type { Node } from '../node.js';
import { documentation, titled } from './documentation.js';
import { stemOf } from './inline-names.js';
import type { Contents, Direction } from './media-types.js';
import { checkMembers } from './members.js';
import { bodyNotSent, emptyContent, optionalBody } from './rules.js';

export interface BodyPlace {
  readonly method: string;
  /** operationId and `METHOD /path`, for the config's `operations.requireBody`. */
  readonly keys: readonly string[];
  /** The stem of inline names, `CreatePetBody`. */
  readonly name: string;
  readonly direction: Direction;
}

/** `fetch` has no way to send a body with these. */
const BODILESS = new Set(['GET', 'HEAD', 'TRACE']);

export function buildRequestBody(operation: Node, contents: Contents, place: BodyPlace): RequestBody | undefined {
  const reference = operation.object('requestBody');
  const node = reference?.follow();
  if (!reference || !node) return undefined;
  if (place.direction === 'request' && BODILESS.has(place.method)) {
    node.context.report(bodyNotSent, reference.at, `a ${place.method} request cannot carry a body`);
    return undefined;
  }
  checkMembers(node, 'Request Body Object');
  const content = contents.of(node, place.direction, stemOf(node.at, place.name), true);
  if (content.length === 0) {
    node.context.report(emptyContent, node.at, 'expected `content` to name a media type');
    return undefined;
  }
  return {
    required: isRequired(node, place),
    content,
    docs: titled(documentation(node, reference), undefined),
    at: node.at,
  };
}

/** Whether a list of the config names an operation. */
export const isNamed = (keys: readonly string[], list: readonly string[]): boolean =>
  list.includes('*') || keys.some((key) => list.includes(key));

function isRequired(node: Node, place: BodyPlace): boolean {
  if (node.boolean('required') === true) return true;
  if (isNamed(place.keys, node.context.options.operations.requireBody)) return true;
  // What the API sends to the consumer is read as leniently as it is documented; there is nothing to configure.
  if (place.direction === 'request') {
    node.context.report(
      optionalBody,
      node.has('required') ? node.pointer('required') : node.at,
      'the request body may be left out',
    );
  }
  return false;
}
