/** What a conjunction of schemas says of an object as a whole, gathered through references. */
import type { ObjectSchema, Schema, SchemaId } from '../../schema.js';
import type { Find } from './types-of.js';

export interface Facts {
  /** Each of which a value must meet: no intersection, no reference that could be followed. */
  readonly conjuncts: readonly Schema[];
  readonly required: ReadonlySet<string>;
  /** Schemas that a member must meet if it is there. */
  readonly members: ReadonlyMap<string, readonly Schema[]>;
  /** The objects that name all members they take. */
  readonly closed: readonly ObjectSchema[];
}

/** Whether every object that meets the schema has the member; false where it could not be told. */
export function isRequired(schema: Schema, name: string, find: Find, depth = 0): boolean {
  const { required, conjuncts } = factsOf(schema, find);
  if (required.has(name)) return true;
  if (depth === DEEPEST) return false;
  return conjuncts.some(
    (conjunct) => conjunct.kind === 'union' && conjunct.members.every((member) => isRequired(member, name, find, depth + 1)),
  );
}
const DEEPEST = 5;

export function factsOf(schema: Schema, find: Find): Facts {
  const conjuncts: Schema[] = [];
  const required = new Set<string>();
  const members = new Map<string, Schema[]>();
  const closed: ObjectSchema[] = [];
  const entered = new Set<SchemaId>();
  const pending: Schema[] = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'intersection') pending.push(...next.members);
    else if (next.kind === 'unevaluated') pending.push(next.base);
    else if (next.kind === 'reference') {
      const target = entered.has(next.to) ? undefined : find(next.to);
      entered.add(next.to);
      if (target) pending.push(target);
    } else conjuncts.push(next);
  }
  for (const conjunct of conjuncts) {
    if (conjunct.kind !== 'object') continue;
    for (const property of conjunct.properties) {
      if (property.required) required.add(property.name);
      const known = members.get(property.name);
      if (known) known.push(property.schema);
      else members.set(property.name, [property.schema]);
    }
    if (conjunct.additionalProperties.kind === 'never' && conjunct.patternProperties.length === 0) closed.push(conjunct);
  }
  return { conjuncts, required, members, closed };
}
