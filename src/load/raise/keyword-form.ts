/**
 * The form of the keywords of one schema, as far as no later stage asks: those that nobody reads, and in OpenAPI 3.0 and
 * Swagger 2.0 the words that only JSON Schema 2020-12 has. They are read all the same, for what the author means is clear.
 *
 * @see https://spec.openapis.org/oas/v3.0.4#schema-object
 */
import type { Rule } from '../../diagnostics.js';
import { describe } from '../../model/node.js';
import type { Json } from '../../model/schema.js';
import { isObject } from '../json-value.js';
import { keywordOfOtherDialect, missingMember, mistypedMember } from '../rules.js';
import type { JsonObject } from '../source.js';
import type { Dialect } from './dialect.js';

/** `keys` are below the schema. */
export type Report = (rule: Rule, keys: readonly string[], message: string, on?: 'key' | 'value') => void;

export function checkKeywords(schema: JsonObject, dialect: Dialect, report: Report): void {
  for (const key of Object.keys(schema)) {
    const held = schema[key];
    const expected = UNREAD.get(key);
    if (held === undefined) continue;
    if (expected !== undefined && !isOf(expected, held))
      report(mistypedMember, [key], `expected ${EXPECTED[expected]}, found ${describe(held)}`);
    if (key === 'externalDocs' && isObject(held) && held['url'] === undefined)
      report(missingMember, [key], 'expected a member url, which has to be there');
    if (key === 'examples' && isObject(held))
      report(keywordOfOtherDialect, [key], 'a map of examples is the form of media types; its values are read as the examples');
    if (key !== 'xml' || !isObject(held)) continue;
    for (const [name, value] of Object.entries(held)) {
      const type = XML.get(name);
      if (type !== undefined && !isOf(type, value))
        report(mistypedMember, [key, name], `expected ${EXPECTED[type]}, found ${describe(value)}`);
    }
  }
  if (isOpenApi(dialect)) checkOpenApi(schema, dialect, report);
}

/** True where only `additionalProperties` may be true or false instead of a schema. */
export const isOpenApi = (dialect: Dialect): dialect is '2.0' | '3.0' => dialect === '2.0' || dialect === '3.0';

function checkOpenApi(schema: JsonObject, dialect: '2.0' | '3.0', report: Report): void {
  const here = dialect === '2.0' ? 'Swagger 2.0' : 'OpenAPI 3.0';
  for (const key of Object.keys(schema)) {
    if (!LATER.has(key) && !(dialect === '2.0' && LATER_THAN_SWAGGER.has(key))) continue;
    report(keywordOfOtherDialect, [key], `${key} is no keyword of ${here}; it is read as JSON Schema 2020-12 has it`, 'key');
  }
  const { type, items, required } = schema;
  if (type === 'null' || Array.isArray(type))
    report(keywordOfOtherDialect, ['type'], `${type === 'null' ? 'null is no type' : 'a list of types is not'} of ${here}`);
  if (type === 'array' && items === undefined)
    report(keywordOfOtherDialect, ['type'], `${here} asks for items beside the type array; they may be anything`);
  if (Array.isArray(required) && required.length === 0)
    report(keywordOfOtherDialect, ['required'], `${here} asks for one name at least; nothing is required`);
  for (const key of ['exclusiveMinimum', 'exclusiveMaximum']) {
    if (typeof schema[key] === 'number')
      report(keywordOfOtherDialect, [key], `${here} expects true or false here; the number is read as the bound`);
  }
}

type Type = 'text' | 'flag' | 'object';
const EXPECTED = { text: 'a string', flag: 'true or false', object: 'an object' } as const;

function isOf(type: Type, value: Json): boolean {
  return type === 'object' ? isObject(value) : typeof value === (type === 'text' ? 'string' : 'boolean');
}

const UNREAD: ReadonlyMap<string, Type> = new Map<string, Type>([
  ...['$id', '$schema', '$anchor', '$dynamicAnchor', '$comment'].map((key) => [key, 'text'] as const),
  ...['readOnly', 'writeOnly'].map((key) => [key, 'flag'] as const),
  ...['xml', '$defs', 'definitions', '$vocabulary'].map((key) => [key, 'object'] as const),
]);
const XML: ReadonlyMap<string, Type> = new Map<string, Type>([
  ...['name', 'namespace', 'prefix', 'nodeType'].map((key) => [key, 'text'] as const),
  ...['attribute', 'wrapped'].map((key) => [key, 'flag'] as const),
]);
const LATER = new Set(
  `const prefixItems patternProperties propertyNames contains minContains maxContains if then else examples $defs
  dependentRequired dependentSchemas unevaluatedProperties unevaluatedItems contentEncoding contentMediaType contentSchema
  $dynamicRef`.split(/\s+/),
);
const LATER_THAN_SWAGGER = new Set(['oneOf', 'anyOf', 'not', 'nullable', 'writeOnly', 'deprecated']);
