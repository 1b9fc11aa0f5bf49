/** Keywords about arrays. @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1 */
import type { ArraySchema } from '../../schema.js';
import { keywordWithoutEffect, unsatisfiable } from '../rules.js';
import { count, optional, type Reading, schemas } from './reading.js';

export const ARRAY_KEYWORDS = [
  ...(['items', 'prefixItems', 'contains', 'minContains', 'maxContains', 'minItems', 'maxItems', 'uniqueItems'] as const),
] as const;

export function readArray(reading: Reading, typed: boolean): ArraySchema {
  const { node } = reading;
  const items = optional(reading, 'items');
  const minItems = count(node, 'minItems');
  const maxItems = count(node, 'maxItems');
  const contains = readContains(reading);
  if (minItems !== undefined && maxItems !== undefined && minItems > maxItems) {
    node.context.report(unsatisfiable, node.at, `no array has at least ${minItems} and at most ${maxItems} items`);
  }
  return {
    kind: 'array',
    at: node.at,
    typed,
    prefixItems: schemas(reading, 'prefixItems'),
    items: items ?? { kind: 'any', at: node.at },
    itemsImplied: items === undefined,
    uniqueItems: node.boolean('uniqueItems') ?? false,
    ...(contains && { contains }),
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

function readContains(reading: Reading): ArraySchema['contains'] | undefined {
  const { node } = reading;
  const schema = optional(reading, 'contains');
  const min = count(node, 'minContains');
  const max = count(node, 'maxContains');
  if (!schema) {
    for (const keyword of ['minContains', 'maxContains']) {
      if (node.has(keyword))
        node.context.report(keywordWithoutEffect, node.pointer(keyword), `${keyword} waits for contains`, 'key');
    }
    return undefined;
  }
  if (max !== undefined && (min ?? 1) > max) {
    node.context.report(unsatisfiable, node.at, `contains asks for at least ${min ?? 1} and at most ${max} items`);
  }
  return { schema, min: min ?? 1, ...(max !== undefined && { max }) };
}
