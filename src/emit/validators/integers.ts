/** Where a schema has integers that a number can't hold: config `int64` as `bigint` or `string`. The JSON codecs are told by this. */
import type { Identifier } from '../../model/identifier.js';
import type { NamedSchema, Schema } from '../../model/schema.js';
import { eachChild } from '../../model/schemas/walk.js';
import { type Code, code, derived, empty, join, literal, propertyKey } from '../../print/code.js';

/** The schemas that lead to such an integer, over any references. One walk for each document, whoever asks. */
export function withExactIntegers(schemas: readonly NamedSchema[]): ReadonlySet<string> {
  const known = exactIn.get(schemas) ?? search(schemas);
  exactIn.set(schemas, known);
  return known;
}
const exactIn = new WeakMap<readonly NamedSchema[], ReadonlySet<string>>();

function search(schemas: readonly NamedSchema[]): ReadonlySet<string> {
  const users = new Map<string, Identifier[]>();
  const work: Identifier[] = [];
  for (const { id, schema } of schemas) {
    let isDirect = false;
    walk(schema, (each) => {
      if (each.kind === 'number' && each.as !== 'number') isDirect = true;
      if (each.kind !== 'reference') return;
      const known = users.get(each.to);
      if (known) known.push(id);
      else users.set(each.to, [id]);
    });
    if (isDirect) work.push(id);
  }
  const found = new Set<string>();
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const user of users.get(next) ?? []) work.push(user);
  }
  return found;
}
function walk(schema: Schema, visit: (schema: Schema) => void): void {
  visit(schema);
  eachChild(schema, (each) => walk(each, visit));
}

/** The name of the description in `validators.ts`. */
export const integersName = (id: Identifier): Code => derived('', id, '$integers');

/** The description as an expression; undefined where the schema has none. `prefix`: the module of `validators.ts` where the expression stands elsewhere. */
export function integers(schema: Schema, exact: ReadonlySet<string>, prefix: Code = empty): Code | undefined {
  const of = (each: Schema): Code | undefined => integers(each, exact, prefix);
  const also = (members: readonly Schema[]): Code | undefined => {
    const list = members.flatMap((each) => of(each) ?? []);
    return list.length > 0 ? code`{ also: [${join(list, ', ')}] }` : undefined;
  };
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'literal':
    case 'null':
    case 'boolean':
    case 'string':
    case 'binary':
    case 'not':
      return undefined;
    case 'reference':
      return exact.has(schema.to) ? code`() => ${prefix}${integersName(schema.to)}` : undefined;
    case 'number':
      return schema.as === 'number' ? undefined : literal(schema.as);
    case 'array': {
      const prefix = schema.prefixItems.map(of);
      const items = of(schema.items);
      const parts = [
        ...(prefix.some(Boolean)
          ? [
              code`prefix: [${join(
                prefix.map((each) => each ?? code`undefined`),
                ', ',
              )}]`,
            ]
          : []),
        ...(items ? [code`items: ${items}`] : []),
      ];
      return parts.length > 0 ? code`{ ${join(parts, ', ')} }` : undefined;
    }
    case 'object': {
      const members = schema.properties.flatMap((property) => {
        const inner = of(property.schema);
        return inner ? [code`${propertyKey(property.name, 'value')}: ${inner}`] : [];
      });
      const others = of(schema.additionalProperties);
      const byPattern = also(schema.patternProperties.map((each) => each.schema));
      const dependent = schema.dependentSchemas.flatMap((each) => of(each.schema) ?? []);
      const rest = others ?? byPattern;
      const parts = [
        ...(members.length > 0 ? [code`properties: { ${join(members, ', ')} }`] : []),
        ...(rest ? [code`others: ${rest}`] : []),
        ...(dependent.length > 0 ? [code`also: [${join(dependent, ', ')}]`] : []),
      ];
      return parts.length > 0 ? code`{ ${join(parts, ', ')} }` : undefined;
    }
    case 'union':
    case 'intersection':
      return also(schema.members);
    case 'conditional':
      return also([schema.then, schema.else]);
    case 'unevaluated':
      return also([schema.base]);
    default:
      return schema satisfies never;
  }
}
