import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/model/schema.js';
import type { SchemaOptions } from '../../../src/options.js';
import { buildComponents } from './build.js';

const T = '#/components/schemas/T';

/** Every component is called T, unless there are several. */
const rows: readonly (readonly [given: Json, want: readonly string[]])[] = [
  [{ type: 'string', minLength: '1' }, [`value-of-other-type ${T}/minLength`]],
  [{ type: 'string', minLength: -1 }, [`invalid-keyword-value ${T}/minLength`]],
  [{ type: 'string', maxLength: 1.5 }, [`invalid-keyword-value ${T}/maxLength`]],
  [{ type: 'string', minLength: 3, maxLength: 2 }, [`unsatisfiable-schema ${T}`]],
  [{ type: 'number', minimum: 3, exclusiveMaximum: 3 }, [`unsatisfiable-schema ${T}`]],
  [{ type: 'number', multipleOf: 0 }, [`invalid-keyword-value ${T}/multipleOf`]],
  [{ type: 'array', minItems: 3, maxItems: 2 }, [`unsatisfiable-schema ${T}`]],
  [{ type: 'array', items: [] }, [`value-of-other-type ${T}/items`]],
  [{ type: 'array', maxContains: 2 }, [`keyword-without-effect ${T}/maxContains`]],
  [{ type: 'object', required: true }, [`unusable-member ${T}/required`]],
  [{ type: 'object', required: [1, 'a'] }, [`wrong-type ${T}/required/0`]],
  [{ type: 'object', required: ['a', 'a'] }, [`duplicate-enum-value ${T}/required/1`]],
  [{ type: 'object', required: ['unknown'] }, []],
  [{ type: 'object', properties: null }, [`unusable-member ${T}/properties`]],
  [{ type: 'object', properties: { a: null } }, [`unusable-member ${T}/properties/a`]],
  [{ type: 'object', additionalProperties: 'no' }, [`wrong-type ${T}/additionalProperties`]],
  [{ type: 'strng' }, [`invalid-keyword-value ${T}/type`]],
  [{ type: [] }, [`invalid-keyword-value ${T}/type`]],
  [{ type: ['string', 'string'] }, [`duplicate-enum-value ${T}/type/1`]],
  [{ type: 'string', minimum: 1 }, [`keyword-without-effect ${T}/minimum`]],
  [{ enum: [] }, [`empty-enum ${T}/enum`]],
  [{ enum: ['a', 'b', 'a'] }, [`duplicate-enum-value ${T}/enum/2`]],
  [{ type: 'string', enum: ['a', 1] }, [`unreachable-enum-value ${T}/enum/1`]],
  [{ allOf: [] }, [`invalid-keyword-value ${T}/allOf`]],
  [{ allOf: [{ type: 'string' }, { type: 'number' }] }, [`unsatisfiable-schema ${T}`]],
  [{ then: {} }, [`keyword-without-effect ${T}/then`]],
  [{ typ: 'string', 'x-mine': 1 }, [`unknown-keyword ${T}/typ`]],
  [{ properties: {} }, []],
  [{ properties: { a: true } }, [`implied-type ${T}`]],
  [{ items: { minLength: 1 } }, [`implied-type ${T}`, `implied-type ${T}/items`]],
  [{ not: { properties: { a: true } } }, []],
  [{ type: ['object', 'null'], allOf: [{ properties: { a: true } }] }, []],
  [{ type: 'string', nullable: true }, [`nullable-in-3.1 ${T}/nullable`]],
  [{ type: 'string', pattern: '[' }, [`invalid-pattern ${T}/pattern`]],
  [{ type: 'string', pattern: 0 }, [`invalid-pattern ${T}/pattern`]],
  [{ type: 'string', pattern: '\\Asnap-\\z' }, [`invalid-pattern ${T}/pattern`]],
  [{ type: 'string', pattern: '\\p{Print}+' }, [`invalid-pattern ${T}/pattern`]],
  [{ type: 'string', pattern: '^[\\w-.]+$' }, [`pattern-without-unicode ${T}/pattern`]],
  [{ type: 'string', pattern: '^(a+)+$' }, [`slow-pattern ${T}/pattern`]],
  [{ type: 'string', pattern: 'a*a*a*b' }, [`slow-pattern ${T}/pattern`]],
  [{ type: 'object', patternProperties: { '(': true } }, [`invalid-pattern ${T}/patternProperties/(`]],
  [{ type: 'integer', default: 'one' }, [`invalid-default ${T}/default`]],
  [{ type: 'string', format: 'date', default: 'x' }, []],
  [{ $ref: '#/components/schemas/Absent' }, [`unresolved-reference ${T}/$ref`]],
  [{ $ref: T }, [`cyclic-reference ${T}/$ref`]],
  [{ allOf: [{ $ref: T }, { type: 'object' }] }, [`cyclic-schema ${T}/allOf/0/$ref`]],
  [{ anyOf: [{ $ref: T }, { type: 'object' }] }, [`cyclic-schema ${T}/anyOf/0/$ref`]],
  [{ type: 'string', contentSchema: {} }, [`keyword-without-effect ${T}/contentSchema`]],
  [{ type: 'object', discriminator: { propertyName: 'a' } }, [`keyword-without-effect ${T}/discriminator`]],
  [{ oneOf: [{ type: 'object' }], discriminator: { propertyName: 'a' } }, [`unusable-discriminator ${T}/discriminator`]],
  [{ type: 'object', properties: { a: { $ref: T } } }, []],
  [{ type: 'object', properties: { a: { $ref: T } }, required: ['a'] }, [`endless-schema ${T}`]],
  [{ type: 'array', items: { $ref: T } }, []],
  [{ type: 'array', items: { $ref: T }, minItems: 1 }, [`endless-schema ${T}`]],
  [{ oneOf: [{ type: 'string' }, { type: 'number' }] }, []],
  [{ oneOf: [{ type: 'string' }, { type: 'string', maxLength: 3 }] }, [`overlapping-one-of ${T}/oneOf`]],
  [
    {
      oneOf: [
        { type: 'string', pattern: '^a' },
        { type: 'string', pattern: '^b' },
      ],
    },
    [`undecided-one-of ${T}/oneOf`],
  ],
  [
    {
      oneOf: [
        { type: 'string', maxLength: 3 },
        { type: 'string', maxLength: 3, description: 'again' },
      ],
    },
    [`duplicate-union-member ${T}/oneOf/1`, `overlapping-one-of ${T}/oneOf`],
  ],
  [
    {
      oneOf: [
        { type: 'integer', maximum: 3 },
        { type: 'integer', minimum: 4 },
      ],
    },
    [],
  ],
];

describe('what is wrong or guessed is reported at its place', () => {
  test.each(rows)('%j', (given, want) => {
    expect(buildComponents({ T: given }).reported).toEqual(want);
  });

  const optional: readonly (readonly [Json, Partial<SchemaOptions>, readonly string[]])[] = [
    [{ properties: { a: true } }, { impliedType: 'letter' }, []],
    [{ type: 'string', nullable: true }, { nullable: 'ignore' }, [`ignored-nullable ${T}/nullable`]],
  ];
  test.each(optional)('%j with %j', (given, options, want) => {
    expect(buildComponents({ T: given }, { options }).reported).toEqual(want);
  });

  test('references that only go round are one finding, wherever they begin', () => {
    const built = buildComponents({ A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } });
    expect(built.reported).toEqual(['cyclic-reference #/components/schemas/A/$ref']);
  });

  test('an unknown keyword is reported once, however often it stands', () => {
    const built = buildComponents({ A: { typ: 1 }, B: { typ: 2 } });
    expect(built.findings).toHaveLength(1);
  });

  test('a thousand levels are no depth', () => {
    let schema: Json = { type: 'string' };
    for (let i = 0; i < 1_000; i++)
      schema = i % 2 ? { type: 'array', items: schema } : { type: 'object', properties: { a: schema } };
    const built = buildComponents({ T: schema });
    expect(built.findings).toEqual([]);
    expect(built.schemas.length).toBeGreaterThan(10);
  });

  test('a long chain of references is no depth', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [`S${i}`, { $ref: `#/components/schemas/S${i + 1}` }]),
    );
    const built = buildComponents({ ...chain, S5000: { type: 'string' } });
    expect(built.findings).toEqual([]);
    expect(built.schemas).toHaveLength(5_001);
  });
});
