import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { typeOf, typeScope } from '../../../src/emit/types/index.js';
import type { Json } from '../../../src/model/schema.js';
import { buildComponents, buildDocument } from '../../model/schemas/build.js';

/** The type of the component `T`. */
function typeText(given: Json, others: Readonly<Record<string, Json>> = {}): string | undefined {
  const built = buildComponents({ ...others, T: given });
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
];

describe('types', () => {
  test.each(rows)('%j is %s', (given, want) => {
    expect(typeText(given, { U: { type: 'object', properties: { u: { type: 'string' } } } })).toBe(want);
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
