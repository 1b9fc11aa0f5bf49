/** @see https://spec.openapis.org/oas/v3.2.0#link-object */
import { type Pointer, quote } from '../../diagnostics.js';
import type { Link, Parameter } from '../api.js';
import type { Identifier } from '../identifier.js';
import type { Node } from '../node.js';
import { documentation, titled } from './documentation.js';
import { checkMembers } from './members.js';
import { ignoredMember, unresolvedLink } from './rules.js';

/** The operations of the document by what a link may call them. */
export interface LinkTargets {
  readonly byOperationId: ReadonlyMap<string, Identifier>;
  readonly byPointer: ReadonlyMap<Pointer, Identifier>;
}

/** By name; a link that leads to no operation of the document is a finding and is left out. */
export function buildLinks(response: Node, targets: LinkTargets): readonly Link[] {
  return response.entries('links').flatMap(([name, reference]): Link[] => {
    const node = reference.follow();
    if (!node) return [];
    checkMembers(node, 'Link Object');
    const operation = targetOf(node, targets);
    if (operation === undefined) return [];
    return [
      {
        name,
        operation,
        parameters: parametersOf(node),
        requestBody: node.get('requestBody'),
        docs: titled(documentation(node, reference), undefined),
        at: node.at,
      },
    ];
  });
}

function targetOf(node: Node, targets: LinkTargets): Identifier | undefined {
  const id = node.string('operationId');
  const reference = node.string('operationRef');
  if (id !== undefined && reference !== undefined)
    node.context.report(
      ignoredMember,
      node.pointer('operationRef'),
      'operationRef is ignored: operationId stands beside it',
      'key',
    );
  const found = id !== undefined ? targets.byOperationId.get(id) : referred(node, reference ?? '', targets);
  if (found === undefined) {
    const key = id !== undefined ? 'operationId' : 'operationRef';
    const at = node.has(key) ? node.pointer(key) : node.at;
    node.context.report(unresolvedLink, at, `${quote(id ?? reference ?? '')} is no operation of this document`);
  }
  return found;
}

/** By the way that the reference spells, which can lead through a path item that is itself a reference; else by where it ends. */
function referred(node: Node, reference: string, targets: LinkTargets): Identifier | undefined {
  const spelt = targets.byPointer.get(decoded(reference));
  if (spelt !== undefined || reference === '') return spelt;
  const resolved = node.context.source.resolve(reference, node.at);
  return 'at' in resolved ? targets.byPointer.get(resolved.at) : undefined;
}

/** In a URI the braces of a path are percent-encoded. */
function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** `query.limit` names the place as well; a bare name leaves it to the operation. */
function parametersOf(node: Node): Link['parameters'] {
  const map = node.object('parameters');
  if (!map) return [];
  return Object.keys(map.value)
    .sort()
    .flatMap((key) => {
      const value = map.get(key);
      if (value === undefined) return [];
      const [, place, name] = /^(path|query|header|cookie|querystring)\.(.+)$/.exec(key) ?? [];
      return [{ name: name ?? key, in: isPlace(place) ? place : undefined, value }];
    });
}

const isPlace = (text: string | undefined): text is Parameter['in'] =>
  text === 'path' || text === 'query' || text === 'header' || text === 'cookie' || text === 'querystring';
