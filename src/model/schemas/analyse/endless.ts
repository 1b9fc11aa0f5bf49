/** Schemas that require a value of themselves inside a value of themselves: only an endless value could be valid. */
import { type Pointer, quote } from '../../../diagnostics.js';
import type { Context } from '../../node.js';
import type { Schema, SchemaId } from '../../schema.js';
import { namesWhere } from '../fixed-point.js';
import { endlessSchema } from '../rules.js';

interface Draft {
  readonly id: SchemaId;
  readonly source: string;
  readonly at: Pointer;
  readonly schema: Schema;
}

/** The least fixed point of "has a finite value", which errs on the side of yes; what is outside of it has none. Cycles are said already. */
export function reportEndless(context: Context, drafts: readonly Draft[], cyclic: ReadonlySet<SchemaId>): void {
  const finite = namesWhere(drafts, hasFinite, cyclic);
  for (const { id, source, at, schema } of drafts) {
    // What merely leads to such a schema is not at fault.
    if (finite.has(id) || schema.kind === 'reference') continue;
    context.report(endlessSchema, at, `a value of ${quote(source)} must hold another one, and so on without end`);
  }
}

function hasFinite(schema: Schema, finite: ReadonlySet<SchemaId>): boolean {
  switch (schema.kind) {
    case 'reference':
      return finite.has(schema.to);
    case 'object':
      return !schema.typed || schema.properties.every((property) => !property.required || hasFinite(property.schema, finite));
    case 'array': {
      const { minItems = 0, prefixItems, items } = schema;
      if (!schema.typed) return true;
      return (
        prefixItems.slice(0, minItems).every((item) => hasFinite(item, finite)) &&
        (minItems <= prefixItems.length || hasFinite(items, finite))
      );
    }
    case 'union':
      return schema.members.some((member) => hasFinite(member, finite));
    case 'intersection':
      return schema.members.every((member) => hasFinite(member, finite));
    case 'unevaluated':
      return hasFinite(schema.base, finite);
    // `never` is empty, and so is `type: string` with an impossible length: not for want of an end, and said elsewhere.
    default:
      return true;
  }
}
