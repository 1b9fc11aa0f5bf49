/** The literal that tells a member of a union apart, where the member itself does not state it. */
import type { Discriminator, NamedSchema, Schema, SchemaId } from '../../model/schema.js';
import { code, propertyKey } from '../../print/code.js';
import { type Expression, primary } from './expression.js';
import { literalType } from './literal-type.js';

interface Lookup {
  find(id: SchemaId): NamedSchema | undefined;
}

/** `{ kind: 'cat' }`; undefined where the member's own type says so already. */
export function discriminated(
  { property, mapping }: Discriminator,
  index: number,
  member: Schema,
  scope: Lookup,
): Expression | undefined {
  const values = mapping.filter(({ member: selected }) => selected === index).map(({ value }) => value);
  if (values.length === 0 || isPinned(member, property, new Set(values), scope, new Set())) return undefined;
  const literal = literalType({ kind: 'literal', values, at: member.at });
  return primary(code`{ ${propertyKey(property, 'type')}: ${literal.code} }`);
}

/** Whether the property is required and can have none but the values. */
function isPinned(schema: Schema, property: string, values: ReadonlySet<string>, scope: Lookup, seen: Set<SchemaId>): boolean {
  switch (schema.kind) {
    case 'object': {
      const found = schema.properties.find((candidate) => candidate.name === property);
      return found?.required === true && isWithin(found.schema, values, scope, seen);
    }
    case 'intersection':
      return schema.members.some((member) => isPinned(member, property, values, scope, seen));
    case 'unevaluated':
      return isPinned(schema.base, property, values, scope, seen);
    case 'reference': {
      if (seen.has(schema.to)) return false;
      seen.add(schema.to);
      const target = scope.find(schema.to);
      return target !== undefined && isPinned(target.schema, property, values, scope, seen);
    }
    default:
      return false;
  }
}

function isWithin(schema: Schema, values: ReadonlySet<string>, scope: Lookup, seen: Set<SchemaId>): boolean {
  if (schema.kind === 'literal')
    return !schema.open && schema.values.every((value) => typeof value === 'string' && values.has(value));
  if (schema.kind === 'intersection') return schema.members.some((member) => isWithin(member, values, scope, seen));
  if (schema.kind !== 'reference' || seen.has(schema.to)) return false;
  const target = scope.find(schema.to);
  return target !== undefined && isWithin(target.schema, values, scope, new Set(seen).add(schema.to));
}
