/** Changes that know what a document is: members of the specification in wrong places, references to anywhere, values of wrong types. */
import type { Json } from '../../src/model/schema.js';
import type { Random } from './random.js';

type Map = { [key: string]: Json };
type Holder = Map | Json[];

/** A copy with 1 to 4 changes. */
export function mutate(document: Json, random: Random): Json {
  const copy = structuredClone(document);
  for (let left = 1 + random.below(4); left > 0; left--) change(copy, random);
  return copy;
}

function change(document: Json, random: Random): void {
  const places = holdersOf(document);
  const place = random.of(places);
  if (!place) return;
  const { holder } = place;
  const keys = Object.keys(holder);
  const key = random.of(keys) ?? '';
  const other = random.of(places);
  switch (random.below(8)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case 1:
      set(holder, key, leaf(random));
      break;
    // A part of the document where another one stands: a response as a schema, a path as a parameter.
    case 2:
      set(holder, key, structuredClone(other?.holder ?? null));
      break;
    case 3:
      set(holder, random.of(KEYWORDS) ?? '', random.below(2) ? leaf(random) : structuredClone(other?.holder ?? null));
      break;
    case 4:
      set(holder, key, { $ref: referenceTo(other?.path ?? [], random) });
      break;
    case 5:
      rename(holder, key, random.below(2) ? (random.of(NAMES) ?? '') : (random.of(Object.keys(other?.holder ?? {})) ?? ''));
      break;
    case 6:
      set(holder, key, [member(holder, key) ?? null]);
      break;
    default:
      set(holder, key, { [random.of(KEYWORDS) ?? '']: member(holder, key) ?? null });
  }
}

function holdersOf(document: Json): readonly { readonly holder: Holder; readonly path: readonly string[] }[] {
  const found: { holder: Holder; path: readonly string[] }[] = [];
  const visit = (value: Json, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    // The copy is this module's own: it may be written to.
    found.push({ holder: value as Holder, path });
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(document, []);
  return found;
}

const member = (holder: Holder, key: string): Json | undefined =>
  Array.isArray(holder) ? holder[Number(key)] : Object.hasOwn(holder, key) ? holder[key] : undefined;

function set(holder: Holder, key: string, value: Json): void {
  if (Array.isArray(holder)) holder[/^\d+$/.test(key) ? Number(key) : holder.length] = value;
  else Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function rename(holder: Holder, key: string, to: string): void {
  const value = member(holder, key);
  if (Array.isArray(holder) || value === undefined) return;
  Reflect.deleteProperty(holder, key);
  set(holder, to, value);
}

function referenceTo(path: readonly string[], random: Random): string {
  const pointer = path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return random.below(8)
    ? `#${pointer}`
    : (random.of(['', '#', '#/', '#x', 'other.yaml', '#/%', '#/components/schemas', 'http://127.0.0.1:1/']) ?? '');
}

function leaf(random: Random): Json {
  const kind = random.below(4);
  if (kind === 0) return random.of(NAMES) ?? '';
  if (kind === 1) return random.of(KEYWORDS) ?? '';
  if (kind === 2) return random.of([0, -0, -1, 1, 0.1, 1e21, 1e308, 2 ** 53, -(2 ** 63), 5e-324]) ?? 0;
  return random.of<Json>([null, true, false, '', [], {}, [[]], [null], { '': '' }]) ?? null;
}

const NAMES = [
  ...[
    '__proto__',
    'constructor',
    'then',
    'default',
    'await',
    'toString',
    'Promise',
    'undefined',
    '',
    ' ',
    '0',
    '-1',
    'x-extra',
    '$',
    '$ref',
  ],
  ...[
    '{id}',
    '/{id}/{id}',
    '/pets/{',
    '2XX',
    '999',
    '*/*',
    'application/json; charset=utf-8',
    'multipart/form-data',
    'text/event-stream',
  ],
  ...[
    '*/',
    '`$',
    "'",
    '\\',
    '\u2028',
    '\ud800',
    '🦄',
    'a'.repeat(300),
    '#/components/schemas/Pet',
    '(a+)+$',
    '[',
    '(?<=a)b',
    '\\p{L}',
    'int64',
  ],
];

const KEYWORDS =
  `$ref $id $schema $anchor $dynamicRef $dynamicAnchor $defs $comment type enum const properties required additionalProperties
  patternProperties propertyNames minProperties maxProperties dependentRequired dependentSchemas unevaluatedProperties items prefixItems
  contains minContains maxContains minItems maxItems uniqueItems unevaluatedItems allOf anyOf oneOf not if then else discriminator propertyName
  mapping defaultMapping format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf nullable readOnly
  writeOnly deprecated default example examples title description contentMediaType contentEncoding contentSchema string number integer
  object array null boolean parameters requestBody responses callbacks security servers tags operationId content schema itemSchema encoding
  headers links style explode allowReserved name in path query header cookie querystring get put post delete patch query
  additionalOperations components schemas securitySchemes paths webhooks info openapi swagger definitions`.split(/\s+/);
