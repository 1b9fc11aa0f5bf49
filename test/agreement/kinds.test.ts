/** Schemas of the kinds at which implementations differ: what they accept and what they refuse, by the letter of JSON Schema 2020-12. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/schema.js';
import { type Subjects, subjectsOf } from './subjects.js';

interface Row {
  readonly schema: object;
  readonly accepts: readonly Json[];
  readonly refuses: readonly Json[];
}
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const parsed = (text: string): Json => JSON.parse(text);
const closed = { type: 'object', unevaluatedProperties: false };

const rows: Readonly<Record<string, Row>> = {
  Base: {
    schema: { type: 'object', properties: { id: { type: 'string' }, child: ref('Extended') }, required: ['id'] },
    accepts: [{ id: 'a' }],
    refuses: [{}],
  },
  Extended: {
    schema: { allOf: [ref('Base'), { type: 'object', properties: { n: { type: 'integer' } } }] },
    accepts: [{ id: 'a', child: { id: 'b', n: 1 } }],
    refuses: [{ id: 'a', child: { id: 'b', n: 'c' } }, { n: 1 }],
  },
  ClosedBase: {
    schema: { allOf: [ref('Base')], properties: { x: true }, unevaluatedProperties: false },
    accepts: [{ id: 'a', x: 1 }],
    refuses: [{ id: 'a', y: 1 }],
  },
  // A member that any value passes still evaluates what another member has named.
  ThroughAnything: {
    schema: { ...closed, anyOf: [{ properties: { p: { const: 1 } } }, true] },
    accepts: [{}, { p: 1 }],
    refuses: [{ p: 2 }, { q: 1 }],
  },
  ThroughIf: {
    schema: {
      ...closed,
      if: { properties: { k: { const: 1 } }, required: ['k'] },
      then: { properties: { b: true } },
      else: { properties: { c: true } },
    },
    accepts: [{ k: 1, b: 1 }, { c: 1 }, {}],
    refuses: [{ k: 2, c: 1 }, { k: 1, c: 1 }, { b: 1 }, parsed('{"__proto__":1}'), { toString: 1 }],
  },
  ThroughOneOf: {
    schema: {
      type: 'object',
      oneOf: [
        { properties: { a: true }, required: ['a'] },
        { properties: { b: true }, required: ['b'] },
      ],
      unevaluatedProperties: { type: 'number' },
    },
    accepts: [{ a: 'x' }, { b: 'x', c: 1 }],
    refuses: [{ a: 1, b: 1 }, { a: 1, c: 'x' }, {}],
  },
  ThroughDependent: {
    schema: { ...closed, properties: { a: true }, dependentSchemas: { a: { properties: { b: true } } } },
    accepts: [{ a: 1, b: 1 }, { a: 1 }],
    refuses: [{ b: 1 }],
  },
  NotThroughNot: {
    schema: { ...closed, not: { not: { properties: { a: true }, required: ['a'] } } },
    accepts: [],
    refuses: [{}, { a: 1 }],
  },
  ThroughContains: {
    schema: { type: 'array', prefixItems: [{ type: 'string' }], contains: { type: 'integer' }, unevaluatedItems: false },
    accepts: [
      ['a', 1],
      ['a', 1, 2],
    ],
    refuses: [[], ['a'], ['a', 1, true]],
  },
  NotThroughFailedIf: {
    schema: {
      type: 'array',
      allOf: [{ prefixItems: [true, { type: 'string' }] }],
      if: { prefixItems: [{ const: 1 }] },
      then: { prefixItems: [true, true, { type: 'null' }] },
      unevaluatedItems: { type: 'boolean' },
    },
    accepts: [
      [1, 'x', null, true],
      [2, 'x', true],
    ],
    refuses: [
      [2, 'x', null],
      [1, 'x', true],
    ],
  },
  Node: {
    schema: {
      $id: 'https://example.com/node',
      $dynamicAnchor: 'node',
      type: 'object',
      properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } },
    },
    accepts: [{ data: 1, children: [{ other: 1 }] }],
    refuses: [{ children: [1] }],
  },
  StrictNode: {
    schema: { $id: 'https://example.com/strict', $dynamicAnchor: 'node', $ref: 'node', unevaluatedProperties: false },
    accepts: [{ data: 1, children: [{ data: 2 }] }],
    refuses: [{ data: 1, children: [{ other: 1 }] }],
  },
  Patterns: {
    schema: {
      type: 'object',
      properties: { foo: { type: 'array', maxItems: 3 }, bar: { type: 'array' } },
      patternProperties: { 'f.o': { minItems: 2 } },
      additionalProperties: { type: 'integer' },
    },
    accepts: [{ foo: [1, 2] }, { fxo: [1, 2] }, { bar: [] }, { quux: 3 }, { fxo: 'no array' }],
    refuses: [{ foo: [] }, { foo: [1, 2, 3, 4] }, { fxo: [] }, { quux: 'x' }],
  },
  Inherited: {
    schema: parsedObject(
      '{"type":"object","required":["__proto__","constructor","toString"],"properties":{"__proto__":{"type":"number"},"toString":{"type":"object","required":["length"]}}}',
    ),
    accepts: [parsed('{"__proto__":1,"constructor":"x","toString":{"length":1}}')],
    refuses: [
      {},
      parsed('{"__proto__":"x","constructor":"x","toString":{"length":1}}'),
      { constructor: 'x', toString: { length: 1 } },
      parsed('{"__proto__":1,"constructor":"x","toString":{}}'),
    ],
  },
  DeepEnum: {
    schema: { enum: [[1, { a: [null, 'x'] }], { b: { c: [true] } }, 6, null, false, {}, [0]] },
    accepts: [[1, { a: [null, 'x'] }], { b: { c: [true] } }, 6, null, false, {}, [0]],
    refuses: [[1, { a: [null, 'y'] }], { b: { c: [true, 1] } }, 0, true, [], [false], { b: null }],
  },
  Unique: {
    schema: { type: 'array', uniqueItems: true },
    accepts: [
      [1, true],
      [0, false],
      [[1], [true]],
      [{ a: 1 }, { a: true }],
      ['1', 1],
      [null, 0, false, ''],
    ],
    refuses: [
      [1, 1],
      [0, -0],
      [[0], [-0]],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  },
  Cents: { schema: { type: 'number', multipleOf: 0.01 }, accepts: [0.07, 19.99, 1e300, 0], refuses: [1.005, 1e-8, 5e-324] },
  Tiny: { schema: { type: 'number', multipleOf: 1e-8 }, accepts: [1e-8, 12345678.9, 9007199254740991], refuses: [1.5e-8] },
  Thirds: { schema: { type: 'number', multipleOf: 0.3 }, accepts: [0.3, 0.9, 1.2], refuses: [1, 9007199254740991] },
  Between: {
    schema: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1e-300 },
    accepts: [1e-301, 5e-324],
    refuses: [0, -0, 1e-300],
  },
  Length: {
    schema: { type: 'string', minLength: 2, maxLength: 3 },
    accepts: ['ab', '\u{1f600}\u{1f600}\u{1f600}'],
    refuses: ['a', '\u{1f600}', 'abcd', '\ud83d'],
  },
  Several: {
    schema: { type: ['string', 'integer', 'null'], minLength: 2, minimum: 4 },
    accepts: ['ab', 4, null],
    refuses: ['a', 3, 4.5, true, []],
  },
  Contained: {
    schema: { type: 'array', contains: { type: 'integer', minimum: 5 }, minContains: 0, maxContains: 2 },
    accepts: [[], [5, 6], [1, 2, 3]],
    refuses: [[5, 6, 7]],
  },
  OnlyThen: { schema: { then: { type: 'string' }, else: false }, accepts: [1, 'x', null], refuses: [] },
  Nested: {
    schema: { if: { type: 'string' }, then: { minLength: 2 }, else: { if: { type: 'number' }, then: { minimum: 3 } } },
    accepts: ['ab', 3, null, []],
    refuses: ['a', 2],
  },
  NotBoth: {
    schema: { type: 'object', not: { required: ['a', 'b'] } },
    accepts: [{ a: 1 }, { b: 1 }, {}],
    refuses: [{ a: 1, b: 1 }],
  },
  Dependent: {
    schema: { type: 'object', dependentRequired: { a: [] }, dependentSchemas: { b: true, c: false } },
    accepts: [{ a: 1 }, { b: 1 }],
    refuses: [{ c: 1 }],
  },
  Both: {
    schema: {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
        { type: 'object', properties: { b: { type: 'string' } } },
      ],
    },
    accepts: [{ a: 'x' }, {}],
    refuses: [{ b: 'x' }, { a: 1 }],
  },
};

/** `__proto__` in a literal would be no member. */
function parsedObject(text: string): object {
  return Object(JSON.parse(text));
}

describe('schemas of every kind', () => {
  let subjects: Subjects['list'] = [];
  beforeAll(async () => {
    const schemas = Object.fromEntries(Object.entries(rows).map(([name, { schema }]) => [name, schema]));
    const document = { openapi: '3.1.0', info: { title: 'kinds', version: '1' }, paths: {}, components: { schemas } };
    subjects = (await subjectsOf(document, { impliedType: 'letter', overlappingOneOf: 'exact' })).list;
  });
  test.each(Object.entries(rows))('%s', (name, { accepts, refuses }) => {
    const validator = subjects.find(({ named }) => named.source === name)?.validator;
    expect(validator).toBeDefined();
    const verdicts = (values: readonly Json[]) =>
      values.map((value) => [JSON.stringify(value), validator?.is(value), validator?.validate(value).issues === undefined]);
    expect(verdicts(accepts)).toEqual(accepts.map((value) => [JSON.stringify(value), true, true]));
    expect(verdicts(refuses)).toEqual(refuses.map((value) => [JSON.stringify(value), false, false]));
  });
});
