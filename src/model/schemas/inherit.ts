/**
 * A `discriminator` in a schema that others inherit by `allOf`, with no union beside it: the property of an heir can have only the
 * values that select the heir or one of its own heirs. By the letter of JSON Schema nothing follows from it; the
 * specification's examples mean this.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#discriminator-object
 */
import { type Pointer, quote } from '../../diagnostics.js';
import { byCodeUnits, type Context, isObject } from '../node.js';
import type { ObjectSchema, Schema, SchemaId } from '../schema.js';
import { isRequired } from './analyse/facts.js';
import type { Declaration, Declarations } from './declarations.js';
import type { RawDiscriminator } from './read/discriminator.js';
import { canBeString, ownValue, targetOf } from './refine/mapping.js';
import { inheritedDiscriminator, unusableDiscriminator } from './rules.js';
import { conjunction } from './shape.js';

/** Puts the property's values into the drafts of all heirs, and gives the discriminators that have some. To be called once, when all components are drafted. */
export function inheritDiscriminators(
  context: Context,
  declarations: Declarations,
  discriminators: ReadonlyMap<Pointer, RawDiscriminator>,
): ReadonlySet<RawDiscriminator> {
  const components = declarations.components();
  const bases = components.flatMap((base) => {
    const raw = discriminators.get(base.at);
    return raw ? [{ base, raw }] : [];
  });
  const inherited = new Set<RawDiscriminator>();
  if (bases.length === 0) return inherited;
  const heirs = heirsOf(components, context, declarations);
  for (const { base, raw } of bases) {
    const values = valuesOf(raw, context, declarations);
    const draftOfBase = declarations.draft(base.id);
    if (draftOfBase && !canBeString(draftOfBase, raw.property, (id) => declarations.draft(id))) {
      context.report(unusableDiscriminator, raw.at, `${quote(raw.property)} is no string in ${quote(base.source)}`);
      inherited.add(raw);
      continue;
    }
    const required = draftOfBase !== undefined && isRequired(draftOfBase, raw.property, (id) => declarations.draft(id));
    for (const heir of descendants(base.id, heirs)) {
      inherited.add(raw);
      const declaration = declarations.get(heir);
      const draft = declarations.draft(heir);
      if (!declaration || !draft) continue;
      const own = [heir, ...descendants(heir, heirs)].flatMap((id) => values(id)).sort(byCodeUnits);
      context.report(
        inheritedDiscriminator,
        declaration.at,
        `${quote(raw.property)} is held to ${own.map(quote).join(', ')}, as ${quote(base.source)} says`,
      );
      const held = conjunction(
        [...(draft.kind === 'intersection' ? draft.members : [draft]), pin(raw.property, own, required, raw.at)],
        draft.at,
      );
      declarations.redraft(heir, draft.docs ? { ...held, docs: draft.docs } : held);
    }
  }
  return inherited;
}

function valuesOf(raw: RawDiscriminator, context: Context, declarations: Declarations): (id: SchemaId) => readonly string[] {
  const stated = new Map<SchemaId, string[]>();
  for (const { value, to } of raw.mapping) {
    const id = targetOf(to, raw, { context, declarations });
    if (id !== undefined) stated.set(id, [...(stated.get(id) ?? []), value]);
  }
  return (id) => {
    const declaration = declarations.get(id);
    return stated.get(id) ?? [declaration ? ownValue(declaration, context) : id];
  };
}

/** By parent, those whose `allOf` names it. A component that is a reference is no heir, but another name of what it refers to. */
function heirsOf(
  components: readonly Declaration[],
  { source }: Context,
  declarations: Declarations,
): ReadonlyMap<SchemaId, readonly SchemaId[]> {
  const heirs = new Map<SchemaId, SchemaId[]>();
  const others = new Map<SchemaId, SchemaId>();
  for (const { id, at } of components) {
    const draft = declarations.draft(id);
    const value = source.get(at);
    if (draft?.kind === 'reference' && isObject(value) && value['$ref'] !== undefined) others.set(id, draft.to);
  }
  const original = (name: SchemaId): SchemaId => {
    let id = name;
    const seen = new Set<SchemaId>();
    for (let to = others.get(id); to !== undefined && !seen.has(to); to = others.get(id)) {
      seen.add(to);
      id = to;
    }
    return id;
  };
  for (const { id } of components) {
    if (others.has(id)) continue;
    const draft = declarations.draft(id);
    const parts = draft?.kind === 'unevaluated' ? [draft.base] : draft ? [draft] : [];
    for (const part of parts.flatMap((each) => (each.kind === 'intersection' ? each.members : [each]))) {
      if (part.kind !== 'reference') continue;
      const parent = original(part.to);
      heirs.set(parent, [...(heirs.get(parent) ?? []), id]);
    }
  }
  return heirs;
}

function descendants(of: SchemaId, heirs: ReadonlyMap<SchemaId, readonly SchemaId[]>): readonly SchemaId[] {
  const found = new Set<SchemaId>();
  const pending = [...(heirs.get(of) ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === of || found.has(next)) continue;
    found.add(next);
    pending.push(...(heirs.get(next) ?? []));
  }
  return [...found].sort(byCodeUnits);
}

function pin(name: string, values: readonly string[], required: boolean, at: Pointer): ObjectSchema {
  const literal: Schema = { kind: 'literal', values, at };
  return {
    kind: 'object',
    at,
    typed: false,
    properties: [{ name, schema: literal, required, at }],
    patternProperties: [],
    additionalProperties: { kind: 'any', at },
    additionalImplied: true,
    dependentRequired: [],
    dependentSchemas: [],
  };
}
