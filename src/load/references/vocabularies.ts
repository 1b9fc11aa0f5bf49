/**
 * Which vocabularies a meta-schema that an author wrote takes in: a schema under it has the keywords of those, and no others.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2
 */
import { quote } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { isObject } from '../json-value.js';
import type { Vocabulary } from '../source.js';

/** `refused`: a vocabulary that the meta-schema demands and that is not known. `unknown`: why the meta-schema says nothing. */
export type Declared =
  | { readonly vocabularies: ReadonlySet<Vocabulary> }
  | { readonly refused: string }
  | { readonly unknown: string };

export function vocabulariesOf(metaSchema: Json | undefined): Declared {
  const listed = isObject(metaSchema) ? metaSchema['$vocabulary'] : undefined;
  if (!isObject(listed)) return { unknown: 'has no `$vocabulary`' };
  const vocabularies = new Set<Vocabulary>();
  for (const [uri, required] of Object.entries(listed)) {
    const known = KNOWN.get(uri);
    if (known) for (const vocabulary of known) vocabularies.add(vocabulary);
    else if (required === true && !OPENAPI.test(uri)) return { refused: uri };
  }
  // A meta-schema without the core is none; whoever reads a schema reads that.
  if (vocabularies.size === 0)
    return { unknown: `lists no vocabulary that is known, only ${Object.keys(listed).map(quote).join(', ')}` };
  return { vocabularies };
}

/** Keywords of OpenAPI are read wherever they stand. */
const OPENAPI = /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/vocab\/base$/;

const NEWEST = 'https://json-schema.org/draft/2020-12/vocab/';
const BEFORE = 'https://json-schema.org/draft/2019-09/vocab/';
const KNOWN: ReadonlyMap<string, readonly Vocabulary[]> = new Map<string, readonly Vocabulary[]>([
  [`${NEWEST}core`, ['core']],
  [`${NEWEST}applicator`, ['applicator']],
  [`${NEWEST}unevaluated`, ['unevaluated']],
  [`${NEWEST}validation`, ['validation']],
  [`${NEWEST}meta-data`, ['meta-data']],
  [`${NEWEST}format-annotation`, ['format-annotation']],
  [`${NEWEST}format-assertion`, ['format-assertion']],
  [`${NEWEST}content`, ['content']],
  [`${BEFORE}core`, ['core']],
  [`${BEFORE}applicator`, ['applicator', 'unevaluated']],
  [`${BEFORE}validation`, ['validation']],
  [`${BEFORE}meta-data`, ['meta-data']],
  [`${BEFORE}format`, ['format-annotation']],
  [`${BEFORE}content`, ['content']],
]);
