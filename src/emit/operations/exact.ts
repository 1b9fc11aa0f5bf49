/** Which declarations have integers that a number can't hold: their JSON goes through other code. */
import type { Api } from '../../model/api.js';
import type { NamedSchema, SchemaId } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { integersName } from '../validators/index.js';
import { withExactIntegers } from '../validators/integers.js';

/** The reading and writing of its JSON, as an argument; undefined where `JSON` does. */
export function exactJson(id: SchemaId | undefined, api: Pick<Api, 'schemas'>): Code | undefined {
  const integers = exactIntegers(id, api);
  return integers && code`runtime.exact(${integers})`;
}

function exactIntegers(id: SchemaId | undefined, { schemas }: Pick<Api, 'schemas'>): Code | undefined {
  const known = found.get(schemas) ?? withExactIntegers(schemas);
  found.set(schemas, known);
  return id !== undefined && known.has(id) ? code`validators.${integersName(id)}` : undefined;
}

/** One walk over all schemas for each document. */
const found = new WeakMap<readonly NamedSchema[], ReadonlySet<string>>();
