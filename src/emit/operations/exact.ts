/** The reading and writing of JSON with integers that a number can't hold, as an argument of whatever reads or writes it. */
import type { Api } from '../../model/api.js';
import type { NamedSchema, Schema, SchemaId } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { integersName } from '../validators/index.js';
import { integers, withExactIntegers } from '../validators/integers.js';

/** Of a declaration, by its description in `validators.ts`; undefined where `JSON` does. */
export function exactJson(id: SchemaId | undefined, { schemas }: Pick<Api, 'schemas'>): Code | undefined {
  return id !== undefined && exactIn(schemas).has(id) ? code`runtime.exact(validators.${integersName(id)})` : undefined;
}

/** Of a schema without a declaration: a parameter, a header, a property of a form. */
export function exactJsonOf(schema: Schema, { schemas }: Pick<Api, 'schemas'>): Code | undefined {
  const described = integers(schema, exactIn(schemas), code`validators.`);
  return described && code`runtime.exact(${described})`;
}

function exactIn(schemas: readonly NamedSchema[]): ReadonlySet<string> {
  const known = found.get(schemas) ?? withExactIntegers(schemas);
  found.set(schemas, known);
  return known;
}

/** One walk over all schemas for each document. */
const found = new WeakMap<readonly NamedSchema[], ReadonlySet<string>>();
