/** The literal that tells a member of a union apart, where the member itself does not state it. */
import type { Discriminator, NamedSchema, Schema, SchemaId } from '../../model/schema.js';
import { code, empty, propertyKey } from '../../print/code.js';
import { type Expression, primary } from './expression.js';
import { literalType } from './literal-type.js';

interface Lookup {
  find(id: SchemaId): NamedSchema | undefined;
}

/** `{ kind: 'cat' }`; undefined where the member's own type says so already. */
export function discriminated(
  { property, mapping, fallback, optional }: Discriminator,
  index: number,
  member: Schema,
  scope: Lookup,
): Expression | undefined {
  const values = mapping.filter(({ member: selected }) => selected === index).map(({ value }) => value);
  // The fallback has values that cannot be listed.
  if (index === fallback || values.length === 0) return undefined;
  if (isPinned(member, { property, values: new Set(values), optional: optional === true }, scope, new Set())) return undefined;
  const literal = literalType({ kind: 'literal', values, at: member.at });
  return primary(code`{ ${propertyKey(property, 'type')}${optional ? code`?` : empty}: ${literal.code} }`);
}

interface Pin {
  readonly property: string;
  readonly values: ReadonlySet<string>;
  readonly optional: boolean;
}

/** Whether the property can have none but the values, and is required where it has to be there. */
function isPinned(schema: Schema, pin: Pin, scope: Lookup, seen: Set<SchemaId>): boolean {
  switch (schema.kind) {
    case 'object': {
      const found = schema.properties.find((candidate) => candidate.name === pin.property);
      return found !== undefined && (found.required || pin.optional) && isWithin(found.schema, pin.values, scope, seen);
    }
    case 'intersection':
      return schema.members.some((member) => isPinned(member, pin, scope, seen));
    case 'unevaluated':
      return isPinned(schema.base, pin, scope, seen);
    case 'reference': {
      if (seen.has(schema.to)) return false;
      seen.add(schema.to);
      const target = scope.find(schema.to);
      return target !== undefined && isPinned(target.schema, pin, scope, seen);
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
