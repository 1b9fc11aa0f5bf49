/** Builds schemas for rows of tests. */
import type { Finding } from '../../../src/diagnostics.js';
import type { JsonObject, Source } from '../../../src/load/source.js';
import { Findings } from '../../../src/model/findings.js';
import { Names } from '../../../src/model/names.js';
import { type Context, Node } from '../../../src/model/node.js';
import type { Json, NamedSchema } from '../../../src/model/schema.js';
import { type Carrier, type Direction, Schemas } from '../../../src/model/schemas/index.js';
import { defaults, type SchemaOptions } from '../../../src/options.js';
import { documentOf, sourceOf } from './source.js';

export interface Built {
  readonly schemas: readonly NamedSchema[];
  readonly findings: readonly Finding[];
  /** `code at`, in the order of reporting. */
  readonly reported: readonly string[];
  get(id: string): NamedSchema | undefined;
}

export interface How {
  readonly options?: Partial<SchemaOptions>;
  /** Pointers to build besides the components. */
  readonly uses?: readonly (readonly [at: string, direction: Direction, carrier?: Carrier])[];
}

export const buildComponents = (schemas: Readonly<Record<string, Json>>, how: How = {}): Built =>
  buildDocument(documentOf(schemas), how);

export const buildDocument = (document: JsonObject, how: How = {}): Built => buildSource(sourceOf(document), how);

export function buildSource(source: Source, { options = {}, uses = [] }: How = {}): Built {
  const findings = new Findings();
  const context: Context = {
    source,
    options: { ...defaults, input: source.document, output: '', schemas: { ...defaults.schemas, ...options } },
    names: new Names(),
    followed: new Set(),
    findings,
    report: (rule, at, message, on) => findings.add({ rule, at, message, ...(on && { on }) }),
  };
  const schemas = new Schemas(context, false);
  schemas.declareComponents();
  for (const [at, direction, carrier] of uses) {
    const key = at.slice(at.lastIndexOf('/') + 1);
    const above = at.slice(0, -key.length - 1);
    const owner = Node.of(context, above, source.get(above));
    if (!owner) throw new Error(`there is no object at ${above}`);
    schemas.build(owner, key, direction, carrier);
  }
  const named = schemas.finish();
  return {
    schemas: named,
    findings: findings.list,
    reported: findings.list.map(({ rule, at }) => `${rule.code} ${at}`),
    get: (id) => named.find((schema) => schema.id === id),
  };
}
