/** Which declarations have integers that a number can't hold: their JSON goes through other code. */
import type { Api } from '../../model/api.js';
import type { NamedSchema, SchemaId } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { integersName } from '../validators/index.js';
import { withExactIntegers } from '../validators/integers.js';

/** The description of the integers in `validators.ts`; undefined where numbers do. */
export function exactIntegers(id: SchemaId | undefined, { schemas }: Pick<Api, 'schemas'>): Code | undefined {
  const known = found.get(schemas) ?? withExactIntegers(schemas);
  found.set(schemas, known);
  return id !== undefined && known.has(id) ? code`validators.${integersName(id)}` : undefined;
}

/** One walk over all schemas for each document. */
const found = new WeakMap<readonly NamedSchema[], ReadonlySet<string>>();
