/**
 * `required` beside a reference: the members belong to the schema that is referred to, and the one beside it says only that they are there.
 * `X & { a: unknown }` would leave `a` as optional as it is in X.
 */
import type { ObjectSchema, Property, Schema, SchemaId } from '../../model/schema.js';
import { type Code, code, join } from '../../print/code.js';
import { type Expression, primary } from './expression.js';
import type { TypeScope } from './type-of.js';

/** The members of an intersection, and the types that make its members required. */
export interface Demanded {
  readonly members: readonly Schema[];
  readonly marks: readonly Expression[];
}

export function demanded(members: readonly Schema[], typeOf: (schema: Schema) => Code, scope: TypeScope): Demanded {
  const names = new Map<Schema, string[]>();
  const kept = members.map((member) => {
    if (member.kind === 'union')
      return { ...member, members: member.members.map((each) => stated(each, members, typeOf, scope)) };
    if (member.kind !== 'object' || !member.typed || !member.additionalImplied) return member;
    const left = member.properties.filter((property) => {
      if (!isBare(property)) return true;
      const owner = ownerOf(property.name, members, scope);
      if (!owner) return true;
      if (!owner.required) names.set(owner.member, [...(names.get(owner.member) ?? []), property.name]);
      return false;
    });
    return left.length === member.properties.length ? member : without(member, left);
  });
  const marks = [...names].map(([member, list]) =>
    primary(
      code`Required<Pick<${typeOf(member)}, ${join(
        list.map((each) => code`${each}`),
        ' | ',
      )}>>`,
    ),
  );
  return { members: kept, marks };
}

/** One of several forms that differ in what they require: the types of these members, where they are short. */
function stated(form: Schema, members: readonly Schema[], typeOf: (schema: Schema) => Code, scope: TypeScope): Schema {
  if (form.kind !== 'object' || !form.typed) return form;
  const properties = form.properties.map((property) => {
    const found = isBare(property)
      ? members.flatMap((member) => propertyOf(property.name, member, scope, new Set()) ?? [])[0]
      : undefined;
    if (!found) return property;
    const { docs: _, ...schema } = found.schema;
    const { text } = typeOf(schema);
    return text.length <= LONGEST && !text.includes('\n') ? { ...property, schema } : property;
  });
  return { ...form, properties };
}
const LONGEST = 60;

/** Nothing is said of the member but that it is there. */
const isBare = ({ schema, required }: Property): boolean => required && schema.kind === 'any' && !schema.docs;

function without(member: ObjectSchema, properties: readonly Property[]): Schema {
  const isEmpty = properties.length === 0 && member.patternProperties.length === 0 && !member.propertyNames;
  return isEmpty ? { kind: 'any', at: member.at } : { ...member, properties };
}

/** The reference that has the member, where all that it can be has it. */
function ownerOf(
  name: string,
  members: readonly Schema[],
  scope: TypeScope,
): { readonly member: Schema; readonly required: boolean } | undefined {
  const found = members.flatMap((member) => {
    const property = member.kind === 'reference' ? propertyOf(name, member, scope, new Set()) : undefined;
    return property ? [{ member, required: property.required }] : [];
  });
  return found.find(({ required }) => required) ?? found[0];
}

function propertyOf(name: string, schema: Schema, scope: TypeScope, seen: Set<SchemaId>): Property | undefined {
  switch (schema.kind) {
    case 'object':
      return schema.typed ? schema.properties.find((property) => property.name === name) : undefined;
    case 'unevaluated':
      return propertyOf(name, schema.base, scope, seen);
    case 'intersection': {
      const found = schema.members.flatMap((member) => propertyOf(name, member, scope, seen) ?? []);
      return found.find(({ required }) => required) ?? found[0];
    }
    case 'union': {
      const found = schema.members.map((member) => propertyOf(name, member, scope, seen));
      const [first] = found;
      return first && found.every((each) => each) ? { ...first, required: found.every((each) => each?.required) } : undefined;
    }
    case 'reference': {
      if (seen.has(schema.to)) return undefined;
      const target = scope.find(schema.to);
      return target && propertyOf(name, target.schema, scope, new Set(seen).add(schema.to));
    }
    default:
      return undefined;
  }
}
