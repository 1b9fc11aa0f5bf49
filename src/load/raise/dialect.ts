/** The dialects of schemas that are read here, and what tells them. */

/** `2.0`, `3.0`: OpenAPI's own. `2020-12`: OpenAPI 3.1 and later. The drafts: by `$schema` only. */
export type Dialect = '2.0' | '3.0' | '2020-12' | '2019-09' | 'draft-07' | 'draft-06' | 'draft-04';

/** Undefined where the URI is not known. */
export function dialectOf(uri: string): Dialect | undefined {
  const plain = uri.replace(/#$/, '').replace(/^http:/, 'https:');
  const draft = /^https:\/\/json-schema\.org\/draft-0([467])\/(?:hyper-)?schema$/.exec(plain)?.[1];
  if (draft === '4') return 'draft-04';
  if (draft === '6') return 'draft-06';
  if (draft === '7') return 'draft-07';
  if (plain === 'https://json-schema.org/draft/2020-12/schema') return '2020-12';
  if (plain === 'https://json-schema.org/draft/2019-09/schema') return '2019-09';
  if (/^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/(?:dialect|schema)/.test(plain)) return '2020-12';
  return undefined;
}

/** In these, what stands beside a `$ref` has no effect. */
export function ignoresSiblings(dialect: Dialect): boolean {
  return dialect !== '2020-12' && dialect !== '2019-09';
}

/** In these, a schema may be a resource of its own, with a base URI. */
export function hasIdentifiers(dialect: Dialect): boolean {
  return dialect !== '2.0' && dialect !== '3.0';
}
