/**
 * Walks the path items of the document and names what stands in them, before any operation is built: names come first,
 * so that links find their targets and no name depends on the order of building.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#path-item-object
 */
import { child, type Pointer, quote } from '../../diagnostics.js';
import type { OperationDocumentation, PathPart } from '../api.js';
import type { Identifier } from '../identifier.js';
import { byCodeUnits, type Context, type Node } from '../node.js';
import { documentation } from './documentation.js';
import { checkMembers } from './members.js';
import { nameFromPath, parsePath, shapeOf } from './path.js';
import { duplicateOperationId, equivalentPaths, ignoredMember, missingOperationId, numericOperationId } from './rules.js';

/** An operation before it is built. */
export interface Site {
  readonly node: Node;
  /** Where it is reached: two paths that refer to one path item have two operations. */
  readonly at: Pointer;
  /** What stands beside the operations: of the path item or, where that has none, of the object that refers to it. */
  readonly parametersOf: Node;
  readonly serversOf: Node;
  /** What the path item says of all its operations. */
  readonly about: OperationDocumentation;
  readonly method: string;
  readonly template: string;
  readonly path: readonly PathPart[];
  /** Of the key of the path, for findings about the template. */
  readonly pathAt: Pointer;
  readonly operationId: string | undefined;
  /** What the function is named after: the operationId, or `nameless`. */
  readonly source: string;
  /** Words made of method and path. */
  readonly nameless: string;
  readonly pinned: string | undefined;
  readonly name: Identifier;
  readonly typeName: Identifier;
}
export type Unnamed = Omit<Site, 'name' | 'typeName'>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;

/** Under `paths`, by path and method. */
export function pathSites(root: Node): readonly Unnamed[] {
  const { context } = root;
  const shapes = new Map<string, string>();
  return root.entries('paths', 'extensible').flatMap(([template, reference]) => {
    const pathAt = root.pointer('paths', template);
    const path = parsePath(context, template, pathAt);
    const pathItem = reference.follow();
    if (!path || !pathItem) return [];
    const shape = shapeOf(path);
    const twin = shapes.get(shape);
    if (twin !== undefined)
      context.report(equivalentPaths, pathAt, `${quote(template)} is the same path as ${quote(twin)}`, 'key');
    shapes.set(shape, template);
    return sitesOf(reference, pathItem, { template, path, pathAt }, (method) => nameFromPath(method, path));
  });
}

/** The operations of one path item. `nameless` gives the source of the name where there is no operationId. */
export function sitesOf(
  reference: Node,
  pathItem: Node,
  place: Pick<Unnamed, 'template' | 'path' | 'pathAt'>,
  nameless: (method: string) => string,
): readonly Unnamed[] {
  checkMembers(pathItem, 'Path Item Object');
  reportSiblings(reference, pathItem);
  const { summary, description } = documentation(pathItem, reference);
  const about = { ...(summary !== undefined && { summary }), ...(description !== undefined && { description }) };
  const named = METHODS.flatMap((method) => {
    const node = pathItem.object(method);
    return node ? [{ method: method.toUpperCase(), node }] : [];
  });
  const additional = pathItem.entries('additionalOperations').map(([method, node]) => ({ method, node }));
  return [...named, ...additional]
    .sort((a, b) => byCodeUnits(a.method, b.method))
    .map(({ method, node }) => {
      checkMembers(node, 'Operation Object');
      const operationId = idOf(node);
      const key = `${method} ${place.template}`.trim();
      const names = node.context.options.operations.names;
      const pinned = Object.hasOwn(names, key)
        ? names[key]
        : operationId !== undefined && Object.hasOwn(names, operationId)
          ? names[operationId]
          : undefined;
      const words = nameless(method);
      if (operationId === undefined && pinned === undefined) {
        node.context.report(missingOperationId, node.at, `${key} has no operationId`, 'key');
      }
      return {
        node,
        at: `${place.pathAt}${node.at.slice(pathItem.at.length)}`,
        parametersOf: pathItem.has('parameters') ? pathItem : reference,
        serversOf: pathItem.has('servers') ? pathItem : reference,
        about,
        method,
        ...place,
        operationId,
        source: operationId ?? words,
        nameless: words,
        pinned,
      };
    });
}

/** A path item may hold a `$ref` and parameters or servers of its own beside it; the target's count where both are there. */
function reportSiblings(reference: Node, pathItem: Node): void {
  if (reference === pathItem) return;
  for (const key of Object.keys(reference.value)) {
    const isKept = (key === 'parameters' || key === 'servers') && !pathItem.has(key);
    if (key.startsWith('x-') || BESIDE.has(key) || isKept) continue;
    reference.context.report(ignoredMember, reference.pointer(key), `${key} is ignored: $ref stands beside it`, 'key');
  }
}
const BESIDE: ReadonlySet<string> = new Set(['$ref', 'summary', 'description']);

function idOf(node: Node): string | undefined {
  const id = node.get('operationId');
  if (typeof id === 'number') {
    node.context.report(numericOperationId, node.pointer('operationId'), `the operationId ${id} is a number`);
  }
  const text = typeof id === 'number' ? String(id) : node.string('operationId');
  return text === '' ? undefined : text;
}

/** Claims the names of all operations, callbacks and webhooks at once. */
export function nameSites(context: Context, given: readonly Unnamed[]): readonly Site[] {
  const sites = withoutDuplicates(context, given);
  const functions = context.names.claimAll(sites.map(({ at, source, pinned }) => ({ source, style: 'function', at, pinned })));
  const types = context.names.claimAll(
    sites.map(({ at, source, pinned }) => ({ source: pinned ?? source, style: 'type', at, suffixes: TYPE_SUFFIXES })),
  );
  return sites.flatMap((site) => {
    const name = functions.get(site.at);
    const typeName = types.get(site.at);
    return name !== undefined && typeName !== undefined ? [{ ...site, name, typeName }] : [];
  });
}
/** `Input` is claimed with the schema that it is. */
const TYPE_SUFFIXES = ['Success', 'Error', 'Result'];

/**
 * An operationId that several operations have is nobody's: if one of them kept it, another operation that comes in front would take it
 * over, and a call of the name would silently become another call.
 */
function withoutDuplicates(context: Context, sites: readonly Unnamed[]): readonly Unnamed[] {
  const first = new Map<string, Unnamed>();
  const shared = new Set<string>();
  for (const site of sites) {
    const { operationId, pinned, node, at } = site;
    if (operationId === undefined || pinned !== undefined) continue;
    const twin = first.get(operationId);
    if (!twin) first.set(operationId, site);
    else if (twin.at !== at) {
      shared.add(operationId);
      const ofTwin = `${twin.method} ${quote(twin.template)}`;
      context.report(
        duplicateOperationId,
        child(node.at, 'operationId'),
        `${quote(operationId)} is also the operationId of ${ofTwin}: both are named after method and path`,
        'key',
      );
    }
  }
  return sites.map((site) =>
    site.pinned === undefined && site.operationId !== undefined && shared.has(site.operationId)
      ? { ...site, operationId: undefined, source: site.nameless }
      : site,
  );
}
