/** What one file holds that resolving references needs. Filled while the file is walked; pointers are the author's. */
import type { Pointer } from '../../diagnostics.js';
import { resolveUri } from '../references/uri.js';
import type { JsonObject } from '../source.js';
import { type Dialect, dialectOf, hasIdentifiers } from './dialect.js';
import type { Kind } from './grammar.js';

/** A reference as the author wrote it; pointers are the author's. */
export interface Reference {
  readonly reference: string;
  /** Of the object that holds it. */
  readonly at: Pointer;
  readonly kind: Kind;
  /** The base URI in force there, where it is not that of the file. */
  readonly base: string | undefined;
}

export interface Registry {
  /** All but those to components of the same file. */
  readonly references: Reference[];
  /** Schema resources: their `$id` against the base in force. */
  readonly identifiers: { readonly at: Pointer; readonly uri: string }[];
  readonly anchors: {
    readonly at: Pointer;
    readonly name: string;
    readonly dynamic: boolean;
    readonly base: string | undefined;
  }[];
  /** Schemas with a `$schema` of their own. */
  readonly strict: Set<Pointer>;
  /** Those among them whose `$schema` is no published one: what it lists decides which keywords they have. */
  readonly metaSchemas: { readonly at: Pointer; readonly declared: string; readonly base: string | undefined }[];
  /** Numbers that were rounded when they were read. */
  readonly inexact: Pointer[];
}

/** What is in force where a schema stands. */
export interface Scope {
  readonly dialect: Dialect;
  /** Where it is not the URI of the file. */
  readonly base: string | undefined;
  /** Under a `$schema`: read by the letter. */
  readonly strict: boolean;
}

/**
 * Notes `$schema`, `$id` and the anchors of a schema, where its dialect has them, and gives what is in force inside it.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8
 */
export function enterResource(schema: JsonObject, at: () => Pointer, outer: Scope, uri: string, registry: Registry): Scope {
  if (!hasIdentifiers(outer.dialect)) return outer;
  let { dialect, base, strict } = outer;
  const declared = schema['$schema'];
  if (typeof declared === 'string') {
    const known = dialectOf(declared);
    if (!known) registry.metaSchemas.push({ at: at(), declared, base });
    dialect = known ?? '2020-12';
    strict = true;
    registry.strict.add(at());
    if (!hasIdentifiers(dialect)) return { dialect, base, strict };
  }
  const id = schema[dialect === 'draft-04' ? 'id' : '$id'];
  const alone = typeof schema['$ref'] !== 'string' || dialect === '2020-12' || dialect === '2019-09';
  if (typeof id === 'string' && alone) {
    if (id.startsWith('#')) registry.anchors.push({ at: at(), name: id.slice(1), dynamic: false, base });
    else {
      base = resolveUri(id, base ?? uri) ?? base;
      if (base !== undefined) registry.identifiers.push({ at: at(), uri: base });
    }
  }
  for (const [key, dynamic] of ANCHORS) {
    const name = schema[key];
    if (typeof name === 'string') registry.anchors.push({ at: at(), name, dynamic, base });
  }
  return dialect === outer.dialect && base === outer.base && strict === outer.strict ? outer : { dialect, base, strict };
}

const ANCHORS = [
  ['$anchor', false],
  ['$dynamicAnchor', true],
] as const;
