/** Where a schema has integers that a number can't hold: config `int64` as `bigint` or `string`. The JSON codecs are told by this. */
import type { Identifier } from '../../model/identifier.js';
import type { NamedSchema, Schema, SchemaId } from '../../model/schema.js';
import { eachChild } from '../../model/schemas/walk.js';
import { type Code, code, derived, empty, join, literal, propertyKey, regex } from '../../print/code.js';
import { evaluatedBy } from './evaluated.js';

export interface ExactIntegers {
  /** Whether a declaration leads to such an integer, over any references. */
  has(id: SchemaId): boolean;
  schemaOf(id: SchemaId): Schema | undefined;
}

/** One walk for each document, whoever asks. */
export function withExactIntegers(schemas: readonly NamedSchema[]): ExactIntegers {
  const known = exactIn.get(schemas) ?? exactIntegers(schemas);
  exactIn.set(schemas, known);
  return known;
}
const exactIn = new WeakMap<readonly NamedSchema[], ExactIntegers>();

function exactIntegers(schemas: readonly NamedSchema[]): ExactIntegers {
  const found = search(schemas);
  const byId = new Map(schemas.map(({ id, schema }) => [id, schema]));
  return { has: (id) => found.has(id), schemaOf: (id) => byId.get(id) };
}

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
/** What `integers` describes: below `not` nothing that is valid has a type, and names of members are no numbers. */
function walk(schema: Schema, visit: (schema: Schema) => void): void {
  if (schema.kind === 'not') return;
  visit(schema);
  const names = schema.kind === 'object' ? schema.propertyNames : undefined;
  eachChild(schema, (each) => {
    if (each !== names) walk(each, visit);
  });
}

/** The name of the description in `validators.ts`. */
export const integersName = (id: Identifier): Code => derived('', id, '$integers');

/** The description as an expression; undefined where the schema has none. `prefix`: the module of `validators.ts` where the expression stands elsewhere. */
export function integers(schema: Schema, exact: ExactIntegers, prefix: Code = empty): Code | undefined {
  const of = (each: Schema): Code | undefined => integers(each, exact, prefix);
  const also = (members: readonly Schema[]): Code | undefined => alsoOf(members.map(of));
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
      const contained = schema.contains && of(schema.contains.schema);
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
        ...(contained ? [code`also: [{ items: ${contained} }]`] : []),
      ];
      return parts.length > 0 ? code`{ ${join(parts, ', ')} }` : undefined;
    }
    case 'object': {
      const others = of(schema.additionalProperties);
      const patterns = schema.patternProperties.map(({ pattern, schema: each }) => ({ pattern, inner: of(each) }));
      const hasPatterns = others !== undefined || patterns.some(({ inner }) => inner);
      // What is named and has none keeps `others` off.
      const members = schema.properties.flatMap(({ name, schema: each }) => {
        const inner = of(each);
        return inner || others ? [code`${propertyKey(name, 'value')}: ${inner ?? code`undefined`}`] : [];
      });
      const matching = patterns.map(
        ({ pattern, inner }) => code`[${regex(pattern.source, pattern.flags)}, ${inner ?? code`undefined`}]`,
      );
      const dependent = schema.dependentSchemas.flatMap((each) => of(each.schema) ?? []);
      const parts = [
        ...(members.length > 0 ? [code`properties: { ${join(members, ', ')} }`] : []),
        ...(hasPatterns && matching.length > 0 ? [code`patterns: [${join(matching, ', ')}]`] : []),
        ...(others ? [code`others: ${others}`] : []),
        ...(dependent.length > 0 ? [code`also: [${join(dependent, ', ')}]`] : []),
      ];
      return parts.length > 0 ? code`{ ${join(parts, ', ')} }` : undefined;
    }
    case 'union':
    case 'intersection':
      return also(schema.members);
    case 'conditional':
      return also([schema.if, schema.then, schema.else]);
    case 'unevaluated':
      return alsoOf([of(schema.base), ...leftOver(schema, of, exact)]);
    default:
      return schema satisfies never;
  }
}

function alsoOf(descriptions: readonly (Code | undefined)[]): Code | undefined {
  const list = descriptions.filter((each) => each !== undefined);
  return list.length > 0 ? code`{ also: [${join(list, ', ')}] }` : undefined;
}

/** Of the members and items that nothing else in the schema evaluates. What is named in a part of it counts as evaluated, whether or not the part applies. */
function leftOver(
  { base, properties, items }: Extract<Schema, { kind: 'unevaluated' }>,
  of: (schema: Schema) => Code | undefined,
  exact: ExactIntegers,
): readonly Code[] {
  const [others, beyond] = [properties && of(properties), items && of(items)];
  if (!others && !beyond) return [];
  const { names, patterns, length, takesMembers, takesItems } = evaluatedBy(base, (id) => exact.schemaOf(id));
  const named = [...names].map((key) => code`${propertyKey(key, 'value')}: undefined`);
  const matching = patterns.map((pattern) => code`[${regex(pattern.source, pattern.flags)}, undefined]`);
  const prefix = Array.from({ length }, () => code`undefined`);
  return [
    ...(others && !takesMembers
      ? [code`{ properties: { ${join(named, ', ')} }, patterns: [${join(matching, ', ')}], others: ${others} }`]
      : []),
    ...(beyond && !takesItems ? [code`{ prefix: [${join(prefix, ', ')}], items: ${beyond} }`] : []),
  ];
}
