/** What a JSON Pointer into a body leads to, by the body's schema. */
import { tokensOf } from '../../diagnostics.js';
import type { Api } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import { partsOf } from '../operations/shapes.js';

/** Undefined where it leads nowhere; through `null` and through the members of unions and intersections. */
export function schemaAt(schema: Schema, pointer: string, api: Pick<Api, 'schemas'>): Schema | undefined {
  let found: Schema | undefined = schema;
  for (const name of tokensOf(pointer)) found = found && memberOf(found, name, api);
  return found;
}

function memberOf(schema: Schema, name: string, api: Pick<Api, 'schemas'>): Schema | undefined {
  for (const one of partsOf(schema, api)) {
    if (one.kind !== 'object') continue;
    const property = one.properties.find((candidate) => candidate.name === name);
    if (property) return property.schema;
    if (!one.additionalImplied && one.additionalProperties.kind !== 'never') return one.additionalProperties;
  }
  return undefined;
}

/** The items of a list; undefined for what can't be one. */
export function itemsAt(schema: Schema, pointer: string, api: Pick<Api, 'schemas'>): Schema | undefined {
  const found = schemaAt(schema, pointer, api);
  const list = found && partsOf(found, api).find((one) => one.kind === 'array');
  return list?.kind === 'array' ? list.items : undefined;
}

/** Whether a value there can be of one of these kinds. */
export function canBe(schema: Schema | undefined, kinds: readonly Schema['kind'][], api: Pick<Api, 'schemas'>): boolean {
  return schema !== undefined && partsOf(schema, api).some((one) => one.kind === 'any' || kinds.includes(one.kind));
}
