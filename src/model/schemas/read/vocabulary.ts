/**
 * Keywords by the vocabulary that gives them their meaning. A schema whose meta-schema leaves a vocabulary out has none of its keywords.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.1
 */
import { type Pointer, quote } from '../../../diagnostics.js';
import type { JsonObject, Vocabulary } from '../../../load/source.js';
import type { Context } from '../../node.js';
import { keywordOutsideVocabulary } from '../rules.js';

/** The schema object with the keywords that it has. */
export function withinVocabularies(context: Context, at: Pointer, schema: JsonObject): JsonObject {
  const vocabularies = context.source.vocabulariesAt(at);
  if (!vocabularies) return schema;
  const outside = Object.keys(schema).filter((keyword) => {
    const giving = GIVING.get(keyword);
    return giving !== undefined && !giving.some((vocabulary) => vocabularies.has(vocabulary));
  });
  for (const keyword of outside) {
    const [vocabulary = ''] = GIVING.get(keyword) ?? [];
    const message = `${keyword} asserts nothing here: the meta-schema leaves the vocabulary ${quote(vocabulary)} out`;
    context.report(keywordOutsideVocabulary, `${at}/${keyword}`, message, 'key');
  }
  if (outside.length === 0) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !outside.includes(keyword)));
}

/** `core` is always there. */
const KEYWORDS: readonly (readonly [Vocabulary, string])[] = [
  [
    'applicator',
    `prefixItems items contains additionalProperties properties patternProperties dependentSchemas propertyNames
    if then else allOf anyOf oneOf not`,
  ],
  ['unevaluated', 'unevaluatedItems unevaluatedProperties'],
  [
    'validation',
    `type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
    maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired`,
  ],
  ['meta-data', 'title description default deprecated readOnly writeOnly examples'],
  ['format-annotation', 'format'],
  ['format-assertion', 'format'],
  ['content', 'contentEncoding contentMediaType contentSchema'],
];
const GIVING = new Map<string, Vocabulary[]>();
for (const [vocabulary, keywords] of KEYWORDS) {
  for (const keyword of keywords.split(/\s+/)) GIVING.set(keyword, [...(GIVING.get(keyword) ?? []), vocabulary]);
}
