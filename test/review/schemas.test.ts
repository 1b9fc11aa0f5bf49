/** Schemas by the direction in which values go: one change a row, as it is for what is sent and for what is received. */

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { document, reviewOf } from './sides.js';

const components = `
Cat: { type: object, properties: { kind: { const: cat }, lives: { type: integer } }, required: [kind, lives] }
Dog: { type: object, properties: { kind: { const: dog }, tail: { type: boolean } }, required: [kind, tail] }
Copy: { type: object, properties: { kind: { const: dog }, tail: { type: boolean } }, required: [kind, tail] }
Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' } } }
`;

function documentWith(schema: string, side: 'request' | 'response'): object {
  const content = `content: { application/json: { schema: ${schema} } }`;
  const request =
    side === 'request'
      ? `requestBody: { required: true, ${content} }, responses: { '204': { description: ok } }`
      : `responses: { '200': { description: ok, ${content} } }`;
  return {
    ...document(`paths: { /pets: { post: { operationId: run, ${request} } } }`),
    components: { schemas: parse(components) },
  };
}

async function codes(old: string, is: string, side: 'request' | 'response'): Promise<string> {
  const report = await reviewOf(documentWith(old, side), documentWith(is, side));
  return report.changes
    .filter((change) => !change.code.startsWith('unused-'))
    .map((change) => `${change.level} ${change.code.replace(/^(sent|received)-/, '')}`)
    .join(', ');
}

const cat = `{ $ref: '#/components/schemas/Cat' }`;
const dog = `{ $ref: '#/components/schemas/Dog' }`;
const open = (members: string, required = ''): string => `{ type: object, properties: { ${members} }, required: [${required}] }`;

const rows: readonly (readonly [name: string, old: string, is: string, sent: string, received: string])[] = [
  // Spellings of one thing
  [
    'a reference instead of its target',
    dog,
    `{ type: object, properties: { kind: { const: dog }, tail: { type: boolean } }, required: [kind, tail] }`,
    '',
    '',
  ],
  ['an allOf of one', dog, `{ allOf: [${dog}] }`, '', ''],
  ['oneOf instead of anyOf', `{ anyOf: [${cat}, ${dog}] }`, `{ oneOf: [${cat}, ${dog}] }`, '', ''],
  ['members in another order', `{ anyOf: [${cat}, ${dog}] }`, `{ anyOf: [${dog}, ${cat}] }`, '', ''],
  ['a union with null beside it', `{ type: [string, 'null'] }`, `{ anyOf: [{ type: string }, { type: 'null' }] }`, '', ''],
  ['const instead of an enum of one', '{ const: a }', '{ enum: [a] }', '', ''],
  ['values in another order', '{ enum: [a, b] }', '{ enum: [b, a] }', '', ''],
  ['both booleans as values', '{ type: boolean }', '{ enum: [true, false] }', '', ''],
  [
    'an allOf joined',
    `{ allOf: [${open('a: { type: string }', 'a')}, ${open('b: { type: string }')}] }`,
    open('a: { type: string }, b: { type: string }', 'a'),
    '',
    '',
  ],
  ['an open bound of integers', '{ type: integer, exclusiveMinimum: 0 }', '{ type: integer, minimum: 1 }', '', ''],
  [
    'an unsigned format',
    '{ type: integer, format: int32 }',
    '{ type: integer, format: uint32 }',
    'breaking limit-tightened',
    'warning limit-loosened',
  ],
  [
    'a smaller unsigned format',
    '{ type: integer, format: uint32 }',
    '{ type: integer, format: uint16 }',
    'breaking limit-tightened',
    'safe limit-tightened',
  ],
  [
    'a bound that is reached no longer',
    '{ type: number, maximum: 1 }',
    '{ type: number, exclusiveMaximum: 1 }',
    'breaking limit-tightened',
    'safe limit-tightened',
  ],
  [
    'two steps in an allOf, of which one changes',
    '{ allOf: [{ type: integer, multipleOf: 2 }, { type: integer, multipleOf: 3 }] }',
    '{ allOf: [{ type: integer, multipleOf: 5 }, { type: integer, multipleOf: 3 }] }',
    'warning condition-changed',
    'warning condition-changed',
  ],
  [
    'values that a companion in an allOf takes no longer',
    '{ allOf: [{ enum: [a, bb] }, { type: string }] }',
    '{ allOf: [{ enum: [a, bb] }, { type: string, maxLength: 1 }] }',
    'breaking value-removed',
    'breaking value-removed',
  ],
  ['minLength 0', '{ type: string }', '{ type: string, minLength: 0 }', '', ''],
  [
    'the same recursion',
    `{ $ref: '#/components/schemas/Node' }`,
    `{ type: object, properties: { next: { $ref: '#/components/schemas/Node' } } }`,
    '',
    '',
  ],
  // Types
  ['another type', '{ type: string }', '{ type: integer }', 'breaking type-changed', 'breaking type-changed'],
  ['one more type', '{ type: string }', '{ type: [string, integer] }', 'safe union-member-added', 'breaking union-member-added'],
  [
    'one type less',
    '{ type: [string, integer] }',
    '{ type: string }',
    'breaking union-member-removed',
    'breaking union-member-removed',
  ],
  ['null too', '{ type: string }', `{ type: [string, 'null'] }`, 'safe null-added', 'breaking null-added'],
  ['null no more', `{ type: [string, 'null'] }`, '{ type: string }', 'breaking null-removed', 'safe null-removed'],
  ['anything', '{ type: string }', '{}', 'safe type-widened', 'breaking type-widened'],
  ['no longer anything', '{}', '{ type: string }', 'breaking type-narrowed', 'safe type-narrowed'],
  ['a form more', `{ oneOf: [${cat}] }`, `{ oneOf: [${cat}, ${dog}] }`, 'safe union-member-added', 'breaking union-member-added'],
  [
    'a form less',
    `{ oneOf: [${cat}, ${dog}] }`,
    `{ oneOf: [${cat}] }`,
    'breaking union-member-removed',
    'breaking union-member-removed',
  ],
  // Values
  ['a value more', '{ enum: [a, b] }', '{ enum: [a, b, c] }', 'safe value-added', 'warning value-added'],
  ['a value less', '{ enum: [a, b] }', '{ enum: [a] }', 'breaking value-removed', 'breaking value-removed'],
  ['another value', '{ const: a }', '{ const: b }', 'breaking type-changed', 'breaking type-changed'],
  [
    'values opened',
    '{ type: string, enum: [a, b] }',
    '{ type: string }',
    'safe enumeration-opened',
    'breaking enumeration-opened',
  ],
  [
    'values listed',
    '{ type: string }',
    '{ type: string, enum: [a, b] }',
    'breaking became-enumeration',
    'safe became-enumeration',
  ],
  // Objects
  ['an optional property', open('a: {}'), open('a: {}, b: {}'), 'safe property-added', 'safe property-added'],
  ['a required property', open('a: {}'), open('a: {}, b: {}', 'b'), 'breaking required-property-added', 'safe property-added'],
  ['an optional property less', open('a: {}, b: {}'), open('a: {}'), 'breaking property-removed', 'breaking property-removed'],
  [
    'a required property less',
    open('a: {}, b: {}', 'b'),
    open('a: {}'),
    'breaking property-removed',
    'breaking required-property-removed',
  ],
  ['required now', open('a: {}'), open('a: {}', 'a'), 'breaking property-became-required', 'safe property-became-required'],
  ['optional now', open('a: {}', 'a'), open('a: {}'), 'safe property-became-optional', 'breaking property-became-optional'],
  [
    'closed, and never open in the type',
    open('a: {}'),
    '{ type: object, properties: { a: {} }, additionalProperties: false }',
    'warning additional-properties-refused',
    '',
  ],
  [
    'a map of other values',
    '{ type: object, additionalProperties: { type: string } }',
    '{ type: object, additionalProperties: { type: integer } }',
    'breaking type-changed',
    'breaking type-changed',
  ],
  [
    'a property more in a closed object',
    '{ type: object, properties: { a: {} }, additionalProperties: false }',
    '{ type: object, properties: { a: {}, b: {} }, additionalProperties: false }',
    'safe property-added',
    'warning property-added-to-closed',
  ],
  [
    'one property demands another',
    open('a: {}, b: {}'),
    '{ type: object, properties: { a: {}, b: {} }, dependentRequired: { a: [b] } }',
    'breaking condition-added',
    'safe condition-added',
  ],
  [
    'a property deep inside',
    open(`a: ${open('b: { type: string }')}`),
    open(`a: ${open('b: { type: integer }')}`),
    'breaking type-changed',
    'breaking type-changed',
  ],
  // Arrays
  [
    'other items',
    '{ type: array, items: { type: string } }',
    '{ type: array, items: { type: integer } }',
    'breaking type-changed',
    'breaking type-changed',
  ],
  [
    'one more item demanded',
    '{ type: array, items: {}, minItems: 1 }',
    '{ type: array, items: {}, minItems: 2 }',
    'breaking limit-tightened',
    'safe limit-tightened',
  ],
  [
    'items differ from each other',
    '{ type: array, items: {} }',
    '{ type: array, items: {}, uniqueItems: true }',
    'warning limit-set',
    'safe limit-tightened',
  ],
  // Limits
  ['a limit set', '{ type: string }', '{ type: string, maxLength: 9 }', 'warning limit-set', 'safe limit-tightened'],
  [
    'a limit tightened',
    '{ type: string, maxLength: 9 }',
    '{ type: string, maxLength: 8 }',
    'breaking limit-tightened',
    'safe limit-tightened',
  ],
  [
    'a limit loosened',
    '{ type: string, maxLength: 8 }',
    '{ type: string, maxLength: 9 }',
    'safe limit-loosened',
    'warning limit-loosened',
  ],
  ['a limit gone', '{ type: string, maxLength: 8 }', '{ type: string }', 'safe limit-loosened', 'warning limit-loosened'],
  [
    'another pattern',
    '{ type: string, pattern: ^a }',
    '{ type: string, pattern: ^b }',
    'warning pattern-changed',
    'warning pattern-changed',
  ],
  [
    'another format',
    '{ type: string, format: date }',
    '{ type: string, format: date-time }',
    'breaking format-changed',
    'breaking format-changed',
  ],
  ['a format set', '{ type: string }', '{ type: string, format: date }', 'warning limit-set', 'safe limit-tightened'],
  ['whole numbers', '{ type: number }', '{ type: integer }', 'breaking number-became-integer', 'safe number-became-integer'],
  ['fractions', '{ type: integer }', '{ type: number }', 'safe integer-became-number', 'warning integer-became-number'],
  [
    'a wider format',
    '{ type: integer, format: int32 }',
    '{ type: integer, format: int64 }',
    'safe limit-loosened',
    'warning limit-loosened',
  ],
  [
    'coarser steps',
    '{ type: integer, multipleOf: 2 }',
    '{ type: integer, multipleOf: 4 }',
    'breaking limit-tightened',
    'safe limit-tightened',
  ],
  [
    'finer steps',
    '{ type: integer, multipleOf: 4 }',
    '{ type: integer, multipleOf: 2 }',
    'safe limit-loosened',
    'warning limit-loosened',
  ],
  // Defaults
  [
    'another default',
    '{ type: string, default: a }',
    '{ type: string, default: b }',
    'warning default-changed',
    'safe documentation-changed',
  ],
];

test.each(rows)('%s', async (_name, old, is, sent, received) => {
  const documented = (said: string): string =>
    said
      .split(', ')
      .filter((part) => part !== 'safe documentation-changed')
      .join(', ');
  expect(documented(await codes(old, is, 'request')), 'sent').toBe(sent);
  expect(await codes(old, is, 'response'), 'received').toBe(received);
});

test('a change in a shared schema is one cause with all its places', async () => {
  const with_ = (properties: string): object => ({
    ...document(`paths:
  /a: { get: { operationId: a, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
  /b: { get: { operationId: b, responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } } } } }
components: { schemas: { Pet: { type: object, properties: { ${properties} } } } }`),
  });
  const report = await reviewOf(with_('name: { type: string }, age: { type: integer }'), with_('name: { type: string }'));
  expect(report.changes).toMatchObject([
    {
      code: 'received-property-removed',
      where: '#/components/schemas/Pet',
      also: ['GET /a', 'GET /b'],
      symbol: "Pet['age']",
      before: 'number',
    },
  ]);
});

test('the same change in many copies is one cause', async () => {
  const with_ = (properties: string): object => {
    const response = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { ${properties} } } } } } }`;
    return document(`paths: { /a: { get: { operationId: a, ${response} } }, /b: { get: { operationId: b, ${response} } } }`);
  };
  const report = await reviewOf(with_('id: { type: string }'), with_('id: { type: string }, waap: { type: boolean }'));
  expect(report.changes).toMatchObject([{ code: 'received-property-added', where: 'GET /a', also: ['GET /b'] }]);
});

test('the values that select a form are values of its property', async () => {
  const mapped = (value: string): object =>
    document(`
paths: { /pet: { get: { operationId: getPet, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } } }
components: { schemas: {
  Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { ${value}: Cat, dog: Dog } } },
  Cat: { type: object, properties: { kind: { type: string } }, required: [kind] },
  Dog: { type: object, properties: { kind: { type: string } }, required: [kind] } } }`);
  const report = await reviewOf(mapped('cat'), mapped('feline'));
  expect(report.changes).toMatchObject([
    { code: 'received-type-changed', symbol: "Cat['kind']", before: "'cat'", after: "'feline'" },
  ]);
});

test('a chain of 5,000 schemas differs at its end', async () => {
  const chainTo = (type: string): object => ({
    ...document(
      `paths: { /x: { get: { operationId: x, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } } }`,
    ),
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: 5_000 }, (_, i) => {
          const next = i === 4_999 ? { type } : { $ref: `#/components/schemas/S${i + 1}` };
          return [`S${i}`, { type: 'object', required: ['next'], properties: { next } }];
        }),
      ),
    },
  });
  const { changes } = await reviewOf(chainTo('string'), chainTo('integer'));
  expect(changes.map(({ code, symbol }) => `${code} ${symbol}`)).toEqual(["received-type-changed S4999['next']"]);
});

test('a chain of 3,000 unions differs at its end', async () => {
  const chainTo = (type: string): object => ({
    ...document(
      `paths: { /x: { get: { operationId: x, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } } }`,
    ),
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: 3_000 }, (_, i) => {
          const next = i === 2_999 ? { type } : { $ref: `#/components/schemas/S${i + 1}` };
          const form = (name: string): object => ({ type: 'object', required: [name], properties: { [name]: next } });
          return [`S${i}`, { anyOf: [form('a'), form('b')] }];
        }),
      ),
    },
  });
  const { changes } = await reviewOf(chainTo('string'), chainTo('integer'));
  expect(new Set(changes.map(({ code }) => code))).toEqual(new Set(['received-type-changed']));
});

test('unions that name each other are compared in no time', async () => {
  const web = (last: string): object => ({
    ...document(
      `paths: { /x: { get: { operationId: x, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/U0' } } } } } } } }`,
    ),
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: 26 }, (_, i) => {
          const others = [1, 2].map((step) => ({ $ref: `#/components/schemas/U${Math.min(i + step, 25)}` }));
          const own = { type: 'object', required: [`p${i}`], properties: { [`p${i}`]: { type: i === 25 ? last : 'string' } } };
          return [`U${i}`, { anyOf: i === 25 ? [own, { type: 'string' }] : [own, ...others] }];
        }),
      ),
    },
  });
  const { changes } = await reviewOf(web('string'), web('integer'));
  expect(changes.map(({ code }) => code)).toEqual(['received-type-changed']);
});

test('recursive schemas differ where they differ', async () => {
  const tree = (size: string): object =>
    document(`
paths: { /tree: { get: { operationId: tree, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Node' } } } } } } } }
components: { schemas: { Node: { type: object, properties: { size: { type: ${size} }, children: { type: array, items: { $ref: '#/components/schemas/Node' } } } } } }`);
  const report = await reviewOf(tree('integer'), tree('string'));
  expect(report.changes).toMatchObject([
    { code: 'received-type-changed', symbol: "Node['size']", before: 'number', after: 'string' },
  ]);
});
