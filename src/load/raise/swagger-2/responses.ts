/** @see https://swagger.io/specification/v2/#response-object */
import type { Json } from '../../../model/schema.js';
import { assign, isObject } from '../../json-value.js';
import type { Conversion, Tokens } from './conversion.js';
import { checkLater } from './formalities.js';
import { convertHeader } from './parameters.js';

/** A response without `schema` has no content; one with `type: file` has bytes. A reference stays one. */
export function convertResponse(value: Json, at: Tokens, produces: readonly string[], conversion: Conversion): Json {
  if (!isObject(value) || typeof value['$ref'] === 'string') return value;
  checkLater(value, ['content'], at, conversion);
  const { schema, headers, examples, ...rest } = value;
  const content: { [key: string]: Json } = {};
  if (schema !== undefined) {
    const bytes = isObject(schema) && schema['type'] === 'file';
    for (const type of produces.length > 0 ? produces : [bytes ? 'application/octet-stream' : 'application/json']) {
      const example = isObject(examples) && Object.hasOwn(examples, type) ? examples[type] : undefined;
      assign(content, type, example === undefined ? { schema } : { schema, example });
      conversion.moves.add(
        at,
        { from: ['schema'], to: ['content', type, 'schema'] },
        { from: ['examples', type], to: ['content', type, 'example'] },
      );
    }
  }
  return {
    ...rest,
    ...(headers !== undefined && { headers: convertHeaders(headers, [...at, 'headers'], conversion) }),
    ...(schema !== undefined && { content }),
  };
}

function convertHeaders(value: Json, at: Tokens, conversion: Conversion): Json {
  if (!isObject(value)) return value;
  const out: { [key: string]: Json } = {};
  for (const [name, header] of Object.entries(value)) assign(out, name, convertHeader(header, [...at, name], conversion));
  return out;
}
