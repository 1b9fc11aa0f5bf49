/** @see https://spec.openapis.org/oas/v3.2.0#responses-object */
import { quote } from '../../diagnostics.js';
import type { Link, Response, StatusKey } from '../api.js';
import type { Node } from '../node.js';
import { documentation, titled } from './documentation.js';
import { buildHeaders } from './headers.js';
import { stemOf } from './inline-names.js';
import type { Contents, Direction } from './media-types.js';
import { checkMembers } from './members.js';
import { contentNotReceived, invalidStatus, missingResponses } from './rules.js';

/** Exact statuses ascending, then ranges, then `default`. `linksOf` resolves what only the whole document can. */
export function buildResponses(
  operation: Node,
  contents: Contents,
  method: string,
  typeName: string,
  direction: Direction,
  linksOf: (response: Node) => readonly Link[],
): readonly Response[] {
  const known = new Set<StatusKey>();
  const responses = operation.entries('responses', 'extensible').flatMap(([key, reference]): Response[] => {
    const status = statusOf(key);
    if (status === undefined) {
      const at = operation.pointer('responses', key);
      operation.context.report(
        invalidStatus,
        at,
        `expected a status from 100 to 599, 1XX to 5XX or default, found ${quote(key)}`,
        'key',
      );
      return [];
    }
    // In the order of code units `4XX` comes before `4xx`.
    if (known.has(status)) {
      const message = `${quote(key)} is left out: ${status} stands beside it`;
      operation.context.report(invalidStatus, operation.pointer('responses', key), message, 'key');
      return [];
    }
    known.add(status);
    if (String(status) !== key)
      operation.context.report(invalidStatus, operation.pointer('responses', key), `${quote(key)} is read as ${status}`, 'key');
    const node = reference.follow();
    if (!node) return [];
    checkMembers(node, 'Response Object');
    const stem = stemOf(node.at, `${typeName}${status === 'default' ? 'Default' : status}`);
    const headers = buildHeaders(node, contents.schemas, direction);
    return [
      {
        status,
        content: isBodiless(status, method) ? nothing(node) : contents.of(node, direction, stem),
        headers,
        headersType: contents.headersOf(node, headers, direction, stem),
        links: linksOf(node),
        docs: titled(documentation(node, reference), undefined),
        at: node.at,
      },
    ];
  });
  if (responses.length === 0)
    operation.context.report(missingResponses, operation.at, 'expected `responses` to document an answer');
  return responses.sort((a, b) => rank(a.status) - rank(b.status));
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1 */
const isBodiless = (status: StatusKey, method: string): boolean =>
  method === 'HEAD' || status === '1XX' || (typeof status === 'number' && (status < 200 || [204, 205, 304].includes(status)));

function nothing(node: Node): readonly [] {
  if (node.entries('content').length > 0)
    node.context.report(contentNotReceived, node.pointer('content'), 'this answer comes without a body', 'key');
  return [];
}

function statusOf(key: string): StatusKey | undefined {
  if (key === 'default') return key;
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  switch (key.toUpperCase()) {
    case '1XX':
      return '1XX';
    case '2XX':
      return '2XX';
    case '3XX':
      return '3XX';
    case '4XX':
      return '4XX';
    case '5XX':
      return '5XX';
    default:
      return undefined;
  }
}

const rank = (status: StatusKey): number =>
  status === 'default' ? 2_000 : typeof status === 'string' ? 1_000 + Number(status.charAt(0)) : status;
