/**
 * The kinds of value that each key of a config takes, as data: what checks a config, completes its docs and suggests its keys.
 * Its type walks `Options`, so that a key that is added there and forgotten here does not compile.
 */
import { IDENTIFIER } from '../model/names.js';
import type { Options } from '../options.js';

export type Shape =
  | { readonly kind: 'string'; readonly what?: string; readonly pattern?: RegExp }
  | { readonly kind: 'number'; readonly minimum: number; readonly what: string }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly of: Shape; readonly keys: string }
  | { readonly kind: 'group'; readonly members: Readonly<Record<string, Shape>>; readonly required: readonly string[] }
  /** Told apart by the value of `kind`. */
  | { readonly kind: 'variants'; readonly variants: Readonly<Record<string, Shape & { readonly kind: 'group' }>> }
  | { readonly kind: 'either'; readonly first: Shape; readonly second: Shape };

type Members<T> = { readonly [K in keyof T]-?: Shape };

const text: Shape = { kind: 'string' };
const identifier: Shape = {
  kind: 'string',
  what: 'an identifier of ASCII, at most 100 characters long',
  pattern: IDENTIFIER,
};
const texts: Shape = { kind: 'list', of: text };
const yesOrNo: Shape = { kind: 'boolean' };
/** The empty one is the whole body; where the others lead is judged beside the document. */
const pointer: Shape = { kind: 'string', what: 'a JSON Pointer, such as "/data/next"', pattern: /^/ };
const words = (...list: string[]): Shape => ({ kind: 'word', words: list });
const count = (what: string, minimum = 0): Shape => ({ kind: 'number', minimum, what });
function group<T>(members: Members<T>, required: readonly (keyof T & string)[] = []): Shape & { readonly kind: 'group' } {
  return { kind: 'group', members, required };
}

const annotateOrAssert = words('annotate', 'assert');

export const configShape: Shape & { readonly kind: 'group' } = group<Options>(
  {
    input: { kind: 'string', what: 'a path or a URL' },
    output: { kind: 'string', what: 'a folder' },
    overlays: texts,
    filter: group<Options['filter']>({
      tags: texts,
      excludeTags: texts,
      paths: texts,
      excludePaths: texts,
      operations: texts,
      excludeOperations: texts,
    }),
    metaSchema: yesOrNo,
    references: group<Options['references']>({ folders: texts, hosts: texts, timeout: count('milliseconds', 1) }),
    limits: group<Options['limits']>({ size: count('bytes', 1), depth: count('levels', 1), nodes: count('nodes', 1) }),
    schemas: group<Options['schemas']>({
      int64: words('number', 'bigint', 'string'),
      formats: { kind: 'either', first: annotateOrAssert, second: { kind: 'map', of: annotateOrAssert, keys: 'formats' } },
      brands: yesOrNo,
      overlappingOneOf: words('any-of', 'exact'),
      openEnums: words('never', 'responses'),
      impliedType: words('infer', 'letter'),
      nullable: words('honour', 'ignore'),
      slowPatterns: words('skip', 'check'),
      names: { kind: 'map', of: identifier, keys: 'component names' },
    }),
    operations: group<Options['operations']>({
      names: { kind: 'map', of: identifier, keys: 'operations' },
      requireBody: texts,
      streams: texts,
      undeclaredPathParameters: words('string', 'refuse'),
    }),
    session: group<NonNullable<Options['session']>>(
      { refresh: text, request: pointer, access: pointer, rotated: pointer, scheme: text, format: text },
      ['refresh', 'request', 'access', 'rotated'],
    ),
    pagination: { kind: 'map', of: paginationShape(), keys: 'operations' },
    paths: yesOrNo,
    splitAbove: count('schemas and operations', 1),
    recheck: yesOrNo,
    diagnostics: group<Options['diagnostics']>({
      levels: { kind: 'map', of: words('error', 'warning', 'info', 'off'), keys: 'codes' },
      deny: texts,
      maxWarnings: count('warnings'),
    }),

    review: group<Options['review']>({
      levels: { kind: 'map', of: words('breaking', 'warning', 'safe', 'off'), keys: 'rules' },
      ignore: {
        kind: 'list',
        of: group<Options['review']['ignore'][number]>({ fingerprint: text, reason: text, expires: text }, [
          'fingerprint',
          'reason',
        ]),
      },
      grace: yesOrNo,
    }),
  },
  ['input'],
);

function paginationShape(): Shape {
  type Variant<K extends string> = Extract<Options['pagination'][string], { readonly kind: K }>;
  const kind = text;
  return {
    kind: 'variants',
    variants: {
      'next-link': group<Variant<'next-link'>>({ kind, next: pointer, items: pointer }, ['kind', 'next', 'items']),
      cursor: group<Variant<'cursor'>>({ kind, parameter: text, next: pointer, items: pointer }, [
        'kind',
        'parameter',
        'next',
        'items',
      ]),
      offset: group<Variant<'offset'>>({ kind, offset: text, limit: text, items: pointer, total: pointer }, [
        'kind',
        'offset',
        'limit',
        'items',
      ]),
    },
  };
}
