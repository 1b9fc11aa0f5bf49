import { describe, expect, test } from 'vitest';
import { typeScope } from '../../src/emit/types/index.js';
import type { Json } from '../../src/model/schema.js';
import { typeText } from '../../src/review/judge/text.js';
import { buildComponents } from '../model/schemas/build.js';

const long = ['a', 'b', 'c'].map((letter) => letter.repeat(40));
const longText = long.map((value) => `'${value}'`).join(' | ');
const rows: readonly (readonly [given: Json, want: string])[] = [
  [{ enum: long }, longText],
  [{ type: 'object', properties: { a: { enum: long } } }, `{ a?: ${longText} }`],
  [{ type: 'array', items: { enum: long } }, `(${longText})[]`],
  [{ enum: ['a', ' \n | b  c'] }, "'a' | ' \\n | b  c'"],
  [{ enum: ['a', 'b'], 'x-enum-descriptions': ['The a.', 'The b.'] }, "'a' | 'b'"],
  [
    {
      type: 'object',
      properties: {
        a: { type: 'string', format: 'date-time', description: 'When.' },
        b: { type: 'integer', format: 'int64' },
        c: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
      },
    },
    '{ a?: string; b?: number; c?: string }',
  ],
];

describe('types in a report', () => {
  test.each(rows)('%j is on one line, without comments', (given, want) => {
    const built = buildComponents({ T: given });
    expect(typeText(built.get('T')?.schema, typeScope(built))).toBe(want);
  });
  test('a brand is part of the type', () => {
    const built = buildComponents({ T: { type: 'string', format: 'uuid' } }, { options: { brands: true } });
    expect(typeText(built.get('T')?.schema, typeScope(built))).toBe("string & { readonly __format: 'uuid' }");
  });
});
