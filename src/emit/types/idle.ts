/** Members of an intersection that print as a bare type which another member has anyway: `string & Name` is `Name`. */
import type { Schema } from '../../model/schema.js';
import { type Find, typesOf } from '../../model/schemas/analyse/types-of.js';
import { NONE, NUMBER, type Types } from '../../model/schemas/types.js';

export function withoutIdleTypes(members: readonly Schema[], find: Find): readonly Schema[] {
  const kept = [...members];
  for (const member of members) {
    const bare = bareTypes(member, find);
    const isHad = bare !== NONE && kept.some((other) => other !== member && (typesOf(other, find) & ~bare) === 0);
    if (isHad) kept.splice(kept.indexOf(member), 1);
  }
  return kept;
}

/** The types of a schema of whose assertions the type shows nothing but these. */
function bareTypes(schema: Schema, find: Find): Types {
  switch (schema.kind) {
    case 'string':
      return schema.typed && !schema.format?.branded ? typesOf(schema, find) : NONE;
    case 'number':
      return schema.typed && schema.as === 'number' ? NUMBER : NONE;
    case 'array': {
      const isBare = schema.items.kind === 'any' && schema.prefixItems.length === 0 && schema.maxItems !== 0 && !schema.iterable;
      return schema.typed && isBare ? typesOf(schema, find) : NONE;
    }
    case 'object': {
      const isBare = schema.additionalImplied && schema.properties.length + schema.patternProperties.length === 0;
      return schema.typed && isBare && !schema.propertyNames ? typesOf(schema, find) : NONE;
    }
    default:
      return NONE;
  }
}
