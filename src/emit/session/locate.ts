/** What a JSON Pointer into a body leads to, by the body's schema. */
import { tokensOf } from '../../diagnostics.js';
import type { Api } from '../../model/api.js';
import type { Property, Schema } from '../../model/schema.js';
import { resolved } from '../operations/shapes.js';

export interface Place {
  /** The members on the way, the last one is the token's. */
  readonly path: readonly string[];
  /** False where the last member may be absent. */
  readonly required: boolean;
  /** Names of required members beside the way, as pointers: who builds such a value has to give them too. */
  readonly others: readonly string[];
}

/** Follows the pointer; a string, in a sentence, where it does not lead to a string member by way of required ones. */
export function locate(api: Api, schema: Schema, pointer: string): Place | string {
  const path = segments(pointer);
  if (path.length === 0) return `${pointer === '' ? 'the empty pointer' : pointer} is no JSON Pointer to a member`;
  const others: string[] = [];
  let present = schema;
  let way = '';
  let required = true;
  for (const name of path) {
    if (!required) return `${way} may be absent`;
    const properties = propertiesOf(api, present);
    if (!properties) return `${way === '' ? 'the body' : way} is no object`;
    const found = properties.filter((property) => property.name === name);
    const [first] = found;
    if (!first) return `${way === '' ? 'the body' : way} has no member ${name}`;
    for (const property of properties) if (property.required && property.name !== name) others.push(`${way}/${property.name}`);
    // What `required` alone mentions is still optional in the type that has it.
    required = found.some((property) => property.required && !property.additional);
    present = first.schema;
    way += `/${name}`;
  }
  if (!isString(api, present)) return `${way} is no string`;
  return { path, required, others };
}

/** RFC 6901, with or without the `#` of a URI fragment. */
function segments(pointer: string): readonly string[] {
  const text = pointer.startsWith('#') ? pointer.slice(1) : pointer;
  return text.startsWith('/') ? tokensOf(text) : [];
}

/** All properties of an object, those of the members of an intersection together; undefined for what need not be an object. */
export function propertiesOf(api: Api, schema: Schema): readonly Property[] | undefined {
  const target = resolved(schema, api);
  if (target.kind === 'object' && target.typed) return target.properties;
  if (target.kind !== 'intersection') return undefined;
  const members = target.members.flatMap((member) => propertiesOf(api, member) ?? []);
  return members.length > 0 ? members : undefined;
}

function isString(api: Api, schema: Schema): boolean {
  const target = resolved(schema, api);
  if (target.kind === 'string') return target.typed;
  return target.kind === 'intersection' && target.members.some((member) => isString(api, member));
}
