/**
 * One schema of an older draft of JSON Schema (04, 06, 07, 2019-09) to 2020-12. Its members have been raised before.
 *
 * @see https://json-schema.org/draft/2020-12/release-notes
 */
import type { Json } from '../../model/schema.js';
import { isObject } from '../json-value.js';
import { keywordOfOtherDialect, olderDialect, referenceSiblings } from '../rules.js';
import type { JsonObject } from '../source.js';
import { ignoresSiblings } from './dialect.js';
import type { SchemaContext } from './openapi-schema.js';

type Draft = { [key: string]: Json };

export function raiseDraftSchema(schema: JsonObject, context: SchemaContext): JsonObject {
  const declared = schema['$schema'];
  if (typeof declared === 'string')
    context.report(olderDialect, ['$schema'], `read as ${context.dialect}, and raised to 2020-12`);
  if (typeof schema['$ref'] === 'string' && ignoresSiblings(context.dialect)) return referenceAlone(schema, context);
  let out = withTuples(schema, context);
  out = withDependencies(out, context);
  if (context.dialect === 'draft-04') out = withDraft4Words(out);
  for (const key of ['$recursiveRef', '$recursiveAnchor']) {
    if (out[key] !== undefined)
      context.report(keywordOfOtherDialect, [key], `${key} is read as a plain reference to the schema resource`, 'key');
  }
  if (out['$recursiveRef'] === '#') {
    const { $recursiveRef: _, ...rest } = out;
    out = { ...rest, $ref: '#' };
  }
  return out;
}

function referenceAlone(schema: JsonObject, context: SchemaContext): JsonObject {
  const out: Draft = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$ref' || key === 'definitions' || key === '$schema' || key === '$comment') out[key] = value;
    else context.report(referenceSiblings, [key], `${key} has no effect beside $ref and is left out`, 'key');
  }
  return out;
}

/** `items: [a, b]` with `additionalItems` becomes `prefixItems` with `items`. */
function withTuples(schema: JsonObject, context: SchemaContext): JsonObject {
  if (schema['additionalItems'] === undefined && !Array.isArray(schema['items'])) return schema;
  const { items, additionalItems, ...rest } = schema;
  if (!Array.isArray(items)) {
    return items === undefined ? rest : { ...rest, items };
  }
  context.moved({ from: ['items'], to: ['prefixItems'] });
  if (additionalItems === undefined) return { ...rest, prefixItems: items };
  context.moved({ from: ['additionalItems'], to: ['items'] });
  return { ...rest, prefixItems: items, items: additionalItems };
}

/** `dependencies` holds both what are `dependentRequired` and `dependentSchemas` now. */
function withDependencies(schema: JsonObject, context: SchemaContext): JsonObject {
  const { dependencies, ...rest } = schema;
  if (!isObject(dependencies)) return schema;
  const schemas: Draft = {};
  const required: Draft = {};
  for (const [key, value] of Object.entries(dependencies)) {
    const target = Array.isArray(value) || typeof value === 'string' ? 'dependentRequired' : 'dependentSchemas';
    context.moved({ from: ['dependencies', key], to: [target, key] });
    if (target === 'dependentRequired') required[key] = typeof value === 'string' ? [value] : value;
    else schemas[key] = value;
  }
  return {
    ...rest,
    ...(Object.keys(schemas).length > 0 && { dependentSchemas: schemas }),
    ...(Object.keys(required).length > 0 && { dependentRequired: required }),
  };
}

/** `exclusiveMinimum: true` beside `minimum`, and `id`. */
function withDraft4Words(schema: JsonObject): JsonObject {
  const out: Draft = { ...schema };
  for (const [exclusive, bound] of BOUNDS) {
    if (typeof out[exclusive] !== 'boolean') continue;
    const limit = out[bound];
    const excluded = out[exclusive];
    delete out[exclusive];
    if (!excluded || limit === undefined) continue;
    out[exclusive] = limit;
    delete out[bound];
  }
  if (typeof out['id'] === 'string' && out['$id'] === undefined) {
    out['$id'] = out['id'];
    delete out['id'];
  }
  return out;
}
const BOUNDS = [
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
] as const;
