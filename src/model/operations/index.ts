/** Operations, callbacks and webhooks of the document, in canonical order. */
import type { Pointer } from '../../diagnostics.js';
import type { Callback, Operation, SecurityRequirement, SecurityScheme, Webhook } from '../api.js';
import { toIdentifier } from '../names.js';
import type { Node } from '../node.js';
import type { Schemas } from '../schemas/index.js';
import type { LinkTargets } from './links.js';
import { Contents } from './media-types.js';
import { buildOperation, type Surroundings } from './operation.js';
import { nameSites, pathSites, type Site, sitesOf, type Unnamed } from './path-items.js';
import { ignoredMember } from './rules.js';

export interface Operations {
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Webhook[];
}

export function buildOperations(
  root: Node,
  schemas: Schemas,
  securitySchemes: readonly SecurityScheme[],
  security: readonly SecurityRequirement[],
): Operations {
  const paths = pathSites(root);
  const webhooks = root
    .entries('webhooks')
    .flatMap(([name, reference]) => incoming(reference, `on ${name}`).map((site) => ({ name, site })));
  const callbacks = paths.flatMap((owner) => callbacksOf(owner));
  // Two references to one callback are one operation to name and to build, by where it stands first.
  const received = new Map([...webhooks, ...callbacks].reverse().map(({ site }) => [site.at, site]));
  const sites = nameSites(root.context, [...paths, ...received.values()]);
  const byPointer = new Map(sites.map((site) => [site.at, site]));
  const around: Surroundings = {
    contents: new Contents(schemas),
    securitySchemes,
    security,
    targets: targetsOf(sites.slice(0, paths.length)),
  };
  const built = new Map<Pointer, readonly Operation[]>();
  const receive = ({ site }: { readonly site: Unnamed }): readonly Operation[] => {
    const known = built.get(site.at);
    if (known) return known;
    const named = byPointer.get(site.at);
    if (site.node.has('callbacks'))
      site.node.context.report(
        ignoredMember,
        site.node.pointer('callbacks'),
        'callbacks is ignored: a handler makes no calls',
        'key',
      );
    const operations = named ? [buildOperation(named, around, 'response', [])] : [];
    built.set(site.at, operations);
    return operations;
  };
  return {
    operations: sites.slice(0, paths.length).map((site) => {
      const own = callbacks.filter(({ owner }) => owner === site.at);
      const calls = own.flatMap((callback): Callback[] =>
        receive(callback).map((operation) => ({ name: callback.name, expression: callback.expression, operation })),
      );
      return buildOperation(site, around, 'request', calls);
    }),
    webhooks: webhooks.flatMap((webhook) => receive(webhook).map((operation) => ({ name: webhook.name, operation }))),
  };
}

/** A path item at the consumer's end: it has no path of ours. */
function incoming(reference: Node, name: string): readonly Unnamed[] {
  const pathItem = reference.follow();
  if (!pathItem) return [];
  const sites = sitesOf(
    reference,
    pathItem,
    { template: '', path: [], pathAt: reference.at },
    (method) => `${name} ${method.toLowerCase()}`,
  );
  // One operation is the usual case: its method adds nothing to the name.
  return sites.length === 1 ? sites.map((site) => ({ ...site, source: site.operationId ?? name, nameless: name })) : sites;
}

interface CallbackSite {
  readonly owner: string;
  readonly name: string;
  readonly expression: string;
  readonly site: Unnamed;
}

function callbacksOf(owner: Unnamed): readonly CallbackSite[] {
  return owner.node.entries('callbacks').flatMap(([name, reference]) => {
    const callback = reference.follow();
    if (!callback) return [];
    const expressions = Object.keys(callback.value)
      .filter((key) => !key.startsWith('x-') && key !== '$ref')
      .sort();
    return expressions.flatMap((expression) => {
      const item = callback.object(expression);
      const stem = `on ${toIdentifier(owner.pinned ?? owner.source, 'type')} ${name}`;
      return item ? incoming(item, stem).map((site) => ({ owner: owner.at, name, expression, site })) : [];
    });
  });
}

function targetsOf(sites: readonly Site[]): LinkTargets {
  return {
    byOperationId: new Map(sites.flatMap((site) => (site.operationId === undefined ? [] : [[site.operationId, site.name]]))),
    byPointer: new Map(sites.map((site) => [site.at, site.name])),
  };
}
