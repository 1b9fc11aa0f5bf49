/** The document becomes an `Api`; everything that it says wrong becomes a finding. */
import { type Checked, quote } from '../diagnostics.js';
import type { Source } from '../load/source.js';
import type { Options } from '../options.js';
import type { Api, Tag } from './api.js';
import { Findings } from './findings.js';
import { Names } from './names.js';
import { type Context, Node } from './node.js';
import { documentation, titled } from './operations/documentation.js';
import { buildOperations } from './operations/index.js';
import { checkMembers } from './operations/members.js';
import { duplicateTag } from './operations/rules.js';
import { buildSecurity, buildSecuritySchemes } from './operations/security.js';
import { buildServers } from './operations/servers.js';
import { checkUnused } from './operations/unused.js';
import { nameCollision } from './rules.js';
import { Schemas } from './schemas/index.js';

/**
 * Never throws because of a document: what cannot be understood is left out of the `Api`, with a finding.
 * Where a finding is of level error the `Api` is not fit for output, but it can still be compared.
 *
 * `twins`: whether properties that say the same in several places may share a schema. Its places are then those of the first of them, which
 * is enough for output (`Property.twin`); who asks where something stands wants them apart.
 */
export function buildApi(source: Source, options: Options, twins: 'apart' | 'shared' = 'apart'): Checked<Api> {
  const findings = new Findings();
  const names = new Names();
  const context: Context = {
    source,
    options,
    names,
    followed: new Set(),
    findings,
    report: (rule, at, message, on) => findings.add({ rule, at, message, ...(on && { on }) }),
  };
  const root = Node.of(context, '#', source.document);
  return { value: root ? buildRoot(root, twins) : EMPTY, findings: findings.list };
}

function buildRoot(root: Node, twins: 'apart' | 'shared'): Api {
  const { context } = root;
  checkMembers(root, 'OpenAPI Object');
  const info = root.object('info');
  const elsewhere = root.object('externalDocs')?.string('url');
  const components = root.object('components');
  if (info) checkMembers(info, 'Info Object');
  if (components) checkMembers(components, 'Components Object');

  const schemas = new Schemas(context, twins === 'shared' && context.source.isPlain);
  schemas.declareComponents();
  const securitySchemes = buildSecuritySchemes(components);
  const security = buildSecurity(root, securitySchemes) ?? [];
  const { operations, webhooks } = buildOperations(root, schemas, securitySchemes, security);
  const api: Api = {
    docs: {
      ...(info && titled(documentation(info), info.string('title'))),
      ...(elsewhere !== undefined && { externalDocs: elsewhere }),
    },
    servers: buildServers(root) ?? [],
    securitySchemes,
    schemas: schemas.finish(),
    operations,
    webhooks,
    tags: buildTags(root),
  };
  if (components) checkUnused(components);
  for (const { at, source, wanted, given } of context.names.collisions) {
    context.report(nameCollision, at, `${quote(source)} would be called ${wanted}, which is taken: it is called ${given}`, 'key');
  }
  return api;
}

function buildTags(root: Node): readonly Tag[] {
  const seen = new Set<string>();
  return root.objects('tags').flatMap((node): Tag[] => {
    const tag = buildTag(node);
    if (!tag) return [];
    if (seen.has(tag.name)) root.context.report(duplicateTag, node.at, `the tag ${quote(tag.name)} is declared twice`);
    else seen.add(tag.name);
    return [tag];
  });
}

function buildTag(node: Node): Tag | undefined {
  checkMembers(node, 'Tag Object');
  const name = node.string('name');
  return name === undefined ? undefined : { name, docs: titled(documentation(node), undefined) };
}

const EMPTY: Api = { docs: {}, servers: [], securitySchemes: [], schemas: [], operations: [], webhooks: [], tags: [] };
