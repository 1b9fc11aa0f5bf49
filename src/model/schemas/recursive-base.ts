/**
 * A schema that lists its heirs in a `oneOf` while they inherit it by `allOf`: by the letter each holds itself, and nothing could be
 * valid or invalid. What is meant is plain: an heir inherits what stands beside the union.
 */
import { quote } from '../../diagnostics.js';
import type { Context } from '../node.js';
import type { Schema, SchemaId, UnionSchema } from '../schema.js';
import type { Declaration, Declarations } from './declarations.js';
import { recursiveBase } from './rules.js';
import { conjunction } from './shape.js';

/** Gives what heirs inherit a declaration of its own, and returns these declarations. To be called once, when all components are drafted. */
export function partRecursiveBases(context: Context, declarations: Declarations): readonly Declaration[] {
  return declarations.components().flatMap((base) => {
    const draft = declarations.draft(base.id);
    if (!draft) return [];
    const parts = partsOf(draft);
    const listed = new Set(
      parts
        .filter(isUnion)
        .flatMap(({ members }) => members.flatMap((member) => (member.kind === 'reference' ? [member.to] : []))),
    );
    const heirs = [...listed].filter((heir) => partsOf(declarations.draft(heir)).some((part) => leadsTo(part, base.id)));
    if (heirs.length === 0) return [];
    const shared = declarations.adopt(
      conjunction(
        parts.filter((part) => !isUnion(part)),
        base.at,
      ),
      `${base.id}Base`,
      base.at,
    );
    for (const heir of heirs) {
      const inherited = declarations.draft(heir);
      if (!inherited) continue;
      const replaced = partsOf(inherited).map((part): Schema => (leadsTo(part, base.id) ? { ...part, to: shared.id } : part));
      const whole = conjunction(replaced, inherited.at);
      declarations.redraft(heir, inherited.docs ? { ...whole, docs: inherited.docs } : whole);
    }
    const names = heirs.map((heir) => quote(declarations.get(heir)?.source ?? heir)).join(', ');
    context.report(recursiveBase, base.at, `lists ${names} and is inherited by them: they inherit what stands beside the union`);
    return [shared];
  });
}

const isUnion = (schema: Schema): schema is UnionSchema => schema.kind === 'union' && schema.mode !== 'types';

type Reference = Extract<Schema, { kind: 'reference' }>;
const leadsTo = (schema: Schema, id: SchemaId): schema is Reference => schema.kind === 'reference' && schema.to === id;

function partsOf(schema: Schema | undefined): readonly Schema[] {
  if (!schema) return [];
  return schema.kind === 'intersection' ? schema.members : [schema];
}
