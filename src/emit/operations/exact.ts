/** The reading and writing of JSON with integers that a number can't hold, as an argument of whatever reads or writes it. */
import type { Api } from '../../model/api.js';
import type { Schema, SchemaId } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { integers, integersName, withExactIntegers } from '../validators/integers.js';

/** Of a declaration, by its description in `validators.ts`; undefined where `JSON` does. */
export function exactJson(id: SchemaId | undefined, { schemas }: Pick<Api, 'schemas'>): Code | undefined {
  return id !== undefined && withExactIntegers(schemas).has(id) ? code`runtime.exact(validators.${integersName(id)})` : undefined;
}

/** Of a schema without a declaration: a parameter, a header, a property of a form. */
export function exactJsonOf(schema: Schema, { schemas }: Pick<Api, 'schemas'>): Code | undefined {
  const described = integers(schema, withExactIntegers(schemas), code`validators.`);
  return described && code`runtime.exact(${described})`;
}
