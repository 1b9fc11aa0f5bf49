import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { typeOf, typeScope } from '../../../src/emit/types/index.js';
import type { Json } from '../../../src/model/schema.js';
import type { SchemaOptions } from '../../../src/options.js';
import { buildComponents, buildDocument } from '../../model/schemas/build.js';

/** The type of the component `T`. */
function typeText(
  given: Json,
  others: Readonly<Record<string, Json>> = {},
  options: Partial<SchemaOptions> = {},
): string | undefined {
  const built = buildComponents({ ...others, T: given }, { options });
  const schema = built.get('T')?.schema;
  return schema && typeOf(schema, typeScope(built)).text;
}

const rows: readonly (readonly [given: Json, want: string])[] = [
  [true, 'unknown'],
  [{}, 'unknown'],
  [{ description: 'nothing said' }, 'unknown'],
  [false, 'never'],
  [{ type: 'string' }, 'string'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: ['integer', 'number'] }, 'number'],
  [{ type: 'string', enum: ['a', 'b'] }, "'a' | 'b'"],
  [{ const: { a: [1, null] } }, '{ a: [1, null] }'],
  [{ type: 'array' }, 'unknown[]'],
  [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, '[string?, number?, ...unknown[]]'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], minItems: 1, items: false }, '[string, number?]'],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], maxItems: 1 }, '[string?]'],
  [{ type: 'object' }, '{ [key: string]: unknown }'],
  [{ type: 'object', additionalProperties: { type: 'string' } }, '{ [key: string]: string }'],
  [{ type: 'object', additionalProperties: false }, '{ [key: string]: never }'],
  [{ type: 'object', properties: { 'a-b': { type: 'string' } }, required: ['a-b', 'c'] }, "{ 'a-b': string; c: unknown }"],
  [
    { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: { type: 'string' } },
    '{ a?: number; [key: string]: string | number | undefined }',
  ],
  // Alternatives with lines of their own, among others.
  [
    {
      type: 'object',
      properties: { a: { enum: ['b', 'c'], 'x-enum-descriptions': ['The b.', ''] } },
      required: ['a'],
      additionalProperties: { type: 'number' },
    },
    "{\n  a: \n    /** The b. */\n    | 'b'\n    | 'c';\n  [key: string]: \n    | number\n    /** The b. */\n    | 'b'\n    | 'c';\n}",
  ],
  [
    { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'number' } },
    "{ [key in 'a' | 'b']?: number }",
  ],
  [{ type: 'string', format: 'binary' }, 'Blob'],
  [{ minLength: 1, type: ['string', 'number'] }, 'number | string'],
  [
    { allOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { $ref: '#/components/schemas/U' }] },
    '{ a?: string } & U',
  ],
  [
    { type: 'object', properties: { a: { type: 'string', description: 'The first.' }, b: { type: 'string' } } },
    '{\n  /** The first. */\n  a?: string;\n  b?: string;\n}',
  ],
  // Assertions without a type let other types pass, and the type says so.
  [{ minLength: 1, minimum: 2 }, 'unknown'],
  [{ required: ['a'] }, '{ a: unknown } | string | number | boolean | null | unknown[]'],
  // Types that go without saying are stated, and those that something else states are not asked again.
  [{ properties: { a: true } }, '{ a?: unknown }'],
  [{ items: { type: 'string' } }, 'string[]'],
  [{ type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] }, '{ a: unknown } | { b: unknown }'],
  [{ type: ['object', 'null'], allOf: [{ properties: { a: { type: 'string' } } }] }, '{ a?: string } | null'],
  [{ $ref: '#/components/schemas/U', type: 'object' }, 'U'],
  // What is refused is taken away.
  [{ not: { type: 'string' } }, 'number | boolean | unknown[] | { [key: string]: unknown } | null'],
  [{ not: { type: 'number' }, minLength: 1 }, 'string | boolean | unknown[] | { [key: string]: unknown } | null'],
  [{ type: ['string', 'null'], not: { type: 'null' } }, 'string'],
  [{ enum: ['a', 'b', 'c'], not: { const: 'b' } }, "'a' | 'c'"],
  [{ not: {} }, 'never'],
  // Objects that say the same together are one.
  [
    {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } } },
        { type: 'object', properties: { b: { type: 'string' } }, required: ['a'] },
      ],
    },
    '{ a: string; b?: string }',
  ],
  [
    { allOf: [{ type: 'object', additionalProperties: false }, { $ref: '#/components/schemas/U' }] },
    '{ [key: string]: never } & U',
  ],
  [{ allOf: [{ type: 'string', minLength: 1 }, { maxLength: 2 }] }, 'string'],
  // Unions.
  [{ anyOf: [{ type: 'string' }, { type: 'string', format: 'date' }, { type: 'null' }] }, 'string | null'],
  [{ oneOf: [{ $ref: '#/components/schemas/U' }, { type: 'null' }] }, 'U | null'],
  [{ anyOf: [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, { type: 'boolean' }] }, 'string | number | boolean'],
  [{ type: 'string', anyOf: [{ type: 'number' }, { minLength: 1 }] }, 'string'],
  [{ enum: ['a', 'b'], 'x-enum-descriptions': ['The first.', ''] }, "\n  /** The first. */\n  | 'a'\n  | 'b'"],
  // Conditions.
  [{ if: { type: 'string' }, then: { const: 'a' }, else: { type: 'number' } }, "string & 'a' | number"],
  [{ type: 'object', properties: { a: { type: 'string' } }, unevaluatedProperties: false }, '{ a?: string }'],
  [
    {
      type: 'object',
      properties: { a: { type: 'string' } },
      patternProperties: { '^x-': { type: 'number' } },
      additionalProperties: false,
    },
    '{ a?: string; [key: string]: number | string | undefined }',
  ],
  [
    { type: 'object', properties: { __proto__x: true, constructor: { type: 'string' } } },
    '{ __proto__x?: unknown; constructor?: string }',
  ],
  [{ type: 'object', properties: { "it's */": { type: 'string' } } }, "{ 'it\\'s */'?: string }"],
  [{ $ref: '#/components/schemas/U/properties/u', description: 'sibling' }, 'UU'],
  // `required` beside a reference makes its members required, with their types.
  [{ allOf: [{ $ref: '#/components/schemas/U' }, { required: ['u'] }] }, "U & Required<Pick<U, 'u'>>"],
  [
    { allOf: [{ $ref: '#/components/schemas/U' }, { required: ['u', 'v'], properties: { w: { type: 'null' } } }] },
    "U & { v: unknown; w?: null } & Required<Pick<U, 'u'>>",
  ],
  [
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { enum: ['c'], description: 'The b.' } },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    },
    "{\n  a?: string;\n  /** The b. */\n  b?: 'c';\n} & ({ a: string } | { b: 'c' })",
  ],
  [{ $ref: '#/components/schemas/U', anyOf: [{ required: ['u'] }, { required: ['v'] }] }, 'U & ({ u: string } | { v: unknown })'],
  // What only states types beside what has others narrows it, and is gone.
  [
    {
      allOf: [
        { type: 'object', properties: { a: { type: ['string', 'null'] }, b: { enum: [1, null] }, c: { enum: ['x'] } } },
        { type: 'object', properties: { a: { type: 'string' }, b: { type: 'integer' }, c: { type: ['string', 'null'] } } },
      ],
    },
    "{ a?: string; b?: 1; c?: 'x' }",
  ],
  [{ allOf: [{ $ref: '#/components/schemas/U' }, { type: 'object', example: {} }] }, 'U'],
  [{ $ref: '#/components/schemas/U', type: 'object', minProperties: 1 }, 'U'],
  [{ $ref: '#/components/schemas/N', maxLength: 2, type: 'string' }, 'N'],
  [{ $ref: '#/components/schemas/L', type: 'array', uniqueItems: true }, 'L'],
  [{ $ref: '#/components/schemas/V', required: ['u', 'v'] }, "V & Required<Pick<V, 'u'>>"],
  [{ allOf: [{ $ref: '#/components/schemas/V' }, { required: ['v'] }] }, 'V'],
  [{ $ref: '#/components/schemas/W', required: ['u'] }, "W & Required<Pick<W, 'u'>>"],
  [{ $ref: '#/components/schemas/X', required: ['u'] }, '{ u: unknown } & X'],
];

const U = { type: 'object', properties: { u: { type: 'string' } } };
const reference = { $ref: '#/components/schemas/U' };
const others = {
  U,
  V: { allOf: [reference, { type: 'object', required: ['v'], properties: { v: { type: 'number' } } }] },
  W: { oneOf: [reference, { $ref: '#/components/schemas/V' }] },
  N: { type: 'string' },
  L: { type: 'array', items: { type: 'number' } },
  X: { oneOf: [reference, { type: 'object', additionalProperties: { type: 'number' } }] },
};

describe('types', () => {
  test.each(rows)('%j is %s', (given, want) => {
    expect(typeText(given, others)).toBe(want);
  });

  test.each<[Partial<SchemaOptions>, Json, string]>([
    [{ int64: 'bigint' }, { type: 'integer', format: 'int64' }, 'bigint'],
    [{ int64: 'string' }, { type: ['integer', 'null'], format: 'int64' }, 'string | null'],
    [{ int64: 'bigint' }, { type: 'integer', format: 'int32' }, 'number'],
    [
      { brands: true },
      { type: 'array', items: { type: 'string', format: 'uuid' } },
      "(string & { readonly __format: 'uuid' })[]",
    ],
    [{ impliedType: 'letter' }, { properties: { a: true } }, '{ a?: unknown } | string | number | boolean | null | unknown[]'],
    [{ nullable: 'ignore' }, { type: 'string', nullable: true }, 'string'],
    [{ nullable: 'honour' }, { $ref: '#/components/schemas/U', nullable: true }, 'U | null'],
  ])('with %j, %j is %s', (options, given, want) => {
    expect(typeText(given, { U: { type: 'string' } }, options)).toBe(want);
  });

  test('the one-member union of a reference and an example is the reference', () => {
    const document = parse(readFileSync(new URL('../../../spec/iam_api.yaml', import.meta.url), 'utf8'));
    const built = buildDocument(document);
    const scope = typeScope(built);
    const types = Object.fromEntries(built.schemas.map(({ id, schema }) => [id, typeOf(schema, scope).text]));
    expect(types).toEqual({
      AccessToken: 'string',
      RefreshRequest: '{ refresh: RefreshToken }',
      RefreshToken: 'string',
      RefreshTokenError: 'ValidationError',
      Token: '{ access: AccessToken; refresh: RefreshToken }',
      ValidationError:
        '{\n  /** This object contains error descriptions per field from your request. */\n  errors?: { [key: string]: string[] };\n}',
    });
    expect(built.findings).toEqual([]);
  });
});
