/** @see https://swagger.io/specification/v2/#parameter-object */
import type { Json } from '../../../model/schema.js';
import { assign, isObject } from '../../json-value.js';
import { unsupportedCollectionFormat } from '../../rules.js';
import type { JsonObject } from '../../source.js';
import { convertBody } from './body.js';
import type { Conversion, Tokens } from './conversion.js';
import { checkValue } from './formalities.js';

/** What describes the value, and belongs into a schema now. */
export const VALUE_KEYWORDS: readonly string[] =
  `type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems
  uniqueItems enum multipleOf x-nullable`.split(/\s+/);

/** A parameter of the path, the query or a header. A reference stays one. */
export function convertParameter(value: Json, at: Tokens, conversion: Conversion): Json {
  if (!isObject(value) || typeof value['$ref'] === 'string') return value;
  checkValue(value, at, conversion);
  if (value['schema'] !== undefined) return value;
  const { collectionFormat, ...rest } = splitValue(value, at, conversion);
  const list = value['type'] === 'array';
  return list ? { ...rest, ...styleOf(collectionFormat, value['in'], at, conversion) } : rest;
}

/** The same of a header of a response. */
export function convertHeader(value: Json, at: Tokens, conversion: Conversion): Json {
  if (!isObject(value)) return value;
  checkValue(value, at, conversion);
  const { collectionFormat, ...rest } = splitValue(value, at, conversion);
  if (value['type'] === 'array') styleOf(collectionFormat, 'header', at, conversion);
  return rest;
}

/** The keywords that describe the value, moved into `schema`. */
function splitValue(value: JsonObject, at: Tokens, conversion: Conversion): JsonObject {
  const out: { [key: string]: Json } = {};
  const schema: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value)) assign(VALUE_KEYWORDS.includes(key) ? schema : out, key, member);
  conversion.moves.add(at, ...VALUE_KEYWORDS.map((key) => ({ from: [key], to: ['schema', key] })), {
    from: [],
    to: ['schema'],
    added: true,
  });
  return { ...out, schema: plainItems(schema, at, conversion) };
}

/** `collectionFormat` of `items` says how lists in lists are written, for which there is no word any more. */
export function plainItems(schema: JsonObject, at: Tokens, conversion: Conversion): JsonObject {
  const items = schema['items'];
  if (!isObject(items) || items['collectionFormat'] === undefined) return schema;
  const { collectionFormat: _, ...rest } = items;
  if (items['type'] === 'array') {
    conversion.report(
      unsupportedCollectionFormat,
      [...at, 'items', 'collectionFormat'],
      'lists in lists are written in a way that is not known here',
    );
  }
  return { ...schema, items: plainItems(rest, [...at, 'items'], conversion) };
}

/** `csv` is what holds where nothing is said. */
export function styleOf(format: Json | undefined, place: Json | undefined, at: Tokens, conversion: Conversion): JsonObject {
  const query = place === 'query' || place === 'formData';
  const commas = query ? { style: 'form', explode: false } : { style: 'simple', explode: false };
  if (format === undefined || format === 'csv') return commas;
  if (query && format === 'multi') return { style: 'form', explode: true };
  if (query && format === 'ssv') return { style: 'spaceDelimited', explode: false };
  if (query && format === 'pipes') return { style: 'pipeDelimited', explode: false };
  const message = `${JSON.stringify(format)} is not known here${typeof place === 'string' ? ` in ${place}` : ''}; values are separated by commas`;
  conversion.report(unsupportedCollectionFormat, [...at, 'collectionFormat'], message);
  return commas;
}

/** `parameters` of the document: those that fill a body become request bodies; those of a form are written out where they are used. */
export function convertSharedParameters(parameters: JsonObject, conversion: Conversion): JsonObject {
  const plain: { [key: string]: Json } = {};
  const bodies: { [key: string]: Json } = {};
  for (const [name, value] of Object.entries(parameters)) {
    const at = ['parameters', name];
    const place = isObject(value) ? value['in'] : undefined;
    if (place === 'formData') continue;
    if (place === 'body' && isObject(value)) {
      conversion.moves.add([], { from: at, to: ['components', 'requestBodies', name] });
      assign(bodies, name, convertBody(value, at, conversion.consumes, conversion));
    } else assign(plain, name, convertParameter(value, at, conversion));
  }
  return {
    ...(Object.keys(plain).length > 0 && { parameters: plain }),
    ...(Object.keys(bodies).length > 0 && { requestBodies: bodies }),
  };
}
