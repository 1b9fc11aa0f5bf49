/** Schemas of what the caller sends, on the body of a request. */
import { bird, type ChangeClass, callsCreate, cat, dog, object, sending } from './words.js';

const sends = (value: string): string => callsCreate(`, { body: ${value} }`);
const a = (schema: string): string => object(`a: ${schema}`);
const ab = 'a: { type: string }, b: { type: string }';
const strings = (members = ''): string => `{ type: array, items: { type: string }${members} }`;
const map = (schema: string, members = ''): string => `{ type: object, additionalProperties: ${schema}${members} }`;
const closed = (properties: string): string => `{ type: object, properties: { ${properties} }, additionalProperties: false }`;
const x = sends(`{ a: 'x' }`);

type Row = readonly [change: string, old: string, is: string, consumer: string, oasdiff?: string];
const rows: readonly Row[] = [
  // Properties
  ['An optional property is added', a('{ type: string }'), object(ab), x, 'new-optional-request-property'],
  ['A required property is added', a('{ type: string }'), object(ab, 'b'), x, 'new-required-request-property'],
  [
    'A required property with a default is added',
    a('{ type: string }'),
    object('a: { type: string }, b: { type: string, default: y }', 'b'),
    x,
    'new-required-request-property-with-default',
  ],
  ['A property is removed', object(ab), a('{ type: string }'), sends(`{ a: 'x', b: 'y' }`), 'request-property-removed'],
  ['A property is removed where others are refused', closed(ab), closed('a: { type: string }'), sends(`{ a: 'x', b: 'y' }`)],
  [
    'A required property is renamed',
    object('user_id: { type: string }', 'user_id'),
    object('userId: { type: string }', 'userId'),
    sends(`{ user_id: 'x' }`),
  ],
  [
    'A property becomes required',
    object('a: { type: string }'),
    object('a: { type: string }', 'a'),
    sends('{}'),
    'request-property-became-required',
  ],
  [
    'A property becomes optional',
    object('a: { type: string }', 'a'),
    object('a: { type: string }'),
    x,
    'request-property-became-optional',
  ],
  [
    'A property becomes `readOnly`',
    object(ab),
    object('a: { type: string }, b: { type: string, readOnly: true }'),
    sends(`{ a: 'x', b: 'y' }`),
    'request-optional-property-became-read-only',
  ],
  [
    'A required property that was `readOnly` has to be sent',
    object('a: { type: string }, b: { type: string, readOnly: true }', 'b'),
    object(ab, 'b'),
    x,
    'request-required-property-became-not-read-only',
  ],
  [
    'A required property that is `readOnly` is added',
    a('{ type: string }'),
    object('a: { type: string }, b: { type: string, readOnly: true }', 'b'),
    x,
  ],
  [
    'A property becomes `writeOnly`',
    a('{ type: string }'),
    a('{ type: string, writeOnly: true }'),
    x,
    'request-optional-property-became-write-only',
  ],
  [
    'A property deep inside has to be sent',
    object(`n: ${a('{ type: string }')}`),
    object(`n: ${object('a: { type: string }', 'a')}`),
    sends('{ n: {} }'),
  ],
  // Types and values
  ['Another type', a('{ type: string }'), a('{ type: integer }'), x, 'request-property-type-changed'],
  [
    'One type less',
    a('{ type: [string, integer] }'),
    a('{ type: string }'),
    sends('{ a: 1 }'),
    'request-property-list-of-types-narrowed',
  ],
  ['Any value', a('{ type: string }'), a('{}'), x, 'request-property-type-generalized'],
  ['No longer any value', a('{}'), a('{ type: string }'), sends('{ a: 1 }')],
  [
    '`null` is refused',
    a(`{ type: [string, 'null'] }`),
    a('{ type: string }'),
    sends('{ a: null }'),
    'request-property-became-not-nullable',
  ],
  ['`null` is accepted', a('{ type: string }'), a(`{ type: [string, 'null'] }`), x, 'request-property-became-nullable'],
  ['Fractions are refused', a('{ type: number }'), a('{ type: integer }'), sends('{ a: 1 }')],
  ['Only listed values', a('{ type: string }'), a('{ enum: [x] }'), sends(`{ a: 'y' }`), 'request-property-became-enum'],
  ['A listed value less', a('{ enum: [x, y] }'), a('{ enum: [x] }'), sends(`{ a: 'y' }`), 'request-property-enum-value-removed'],
  ['A listed value more', a('{ enum: [x] }'), a('{ enum: [x, y] }'), x, 'request-property-enum-value-added'],
  ['Another constant', a('{ const: x }'), a('{ const: y }'), x, 'request-property-const-changed'],
  ['A constant', a('{ type: string }'), a('{ type: string, const: y }'), x, 'request-property-const-added'],
  ['No constant any more', a('{ const: x }'), a('{ type: string }'), x, 'request-property-const-removed'],
  // Forms
  [
    'A form more',
    `{ oneOf: [${cat}, ${dog}] }`,
    `{ oneOf: [${cat}, ${dog}, ${bird}] }`,
    sends(`{ kind: 'cat', lives: 9 }`),
    'request-body-one-of-added',
  ],
  [
    'A form less',
    `{ oneOf: [${cat}, ${dog}] }`,
    `{ oneOf: [${cat}] }`,
    sends(`{ kind: 'dog', tail: true }`),
    'request-body-one-of-removed',
  ],
  [
    'One of several forms',
    cat,
    `{ oneOf: [${cat}, ${dog}] }`,
    sends(`{ kind: 'cat', lives: 9 }`),
    'request-body-wrapped-in-one-of',
  ],
  ['`anyOf` becomes `oneOf`', `{ anyOf: [${cat}, ${dog}] }`, `{ oneOf: [${cat}, ${dog}] }`, sends(`{ kind: 'cat', lives: 9 }`)],
  [
    '`anyOf` becomes `allOf`',
    `{ anyOf: [${object('a: { type: string }', 'a')}, ${object('b: { type: string }', 'b')}] }`,
    `{ allOf: [${object('a: { type: string }', 'a')}, ${object('b: { type: string }', 'b')}] }`,
    x,
  ],
  [
    '`allOf` with something required',
    a('{ type: string }'),
    `{ allOf: [${a('{ type: string }')}, ${object('b: { type: string }', 'b')}] }`,
    x,
    'request-body-all-of-added',
  ],
  [
    '`allOf` with a remark',
    a('{ type: string }'),
    `{ allOf: [${a('{ type: string }')}, { description: a remark }] }`,
    x,
    'request-body-all-of-added-annotation-only',
  ],
  [
    'A part of an `allOf` is gone',
    `{ allOf: [${a('{ type: string }')}, ${object('b: { type: string }')}] }`,
    a('{ type: string }'),
    sends(`{ a: 'x', b: 'y' }`),
    'request-body-all-of-removed',
  ],
  // Objects and lists
  [
    'Properties of other names, undocumented so far, are refused',
    a('{ type: string }'),
    closed('a: { type: string }'),
    x,
    'request-body-unevaluated-properties-added',
  ],
  [
    'Properties of other names are refused',
    map('true', ', properties: { a: { type: string } }'),
    closed('a: { type: string }'),
    sends(`{ a: 'x', b: 1 }`),
  ],
  [
    'Properties of other names are undocumented',
    map('true', ', properties: { a: { type: string } }'),
    a('{ type: string }'),
    sends(`{ a: 'x', b: 1 }`),
  ],
  [
    'Properties of other names are accepted',
    closed('a: { type: string }'),
    map('true', ', properties: { a: { type: string } }'),
    x,
  ],
  ['Other values of a map', map('{ type: [string, integer] }'), map('{ type: string }'), sends('{ a: 1 }')],
  [
    'A pattern of names',
    map('{ type: string }'),
    map('{ type: string }', `, propertyNames: { pattern: ^x }`),
    x,
    'request-body-property-names-added',
  ],
  [
    'Properties of some names have a schema',
    map('{ type: string }'),
    map('{ type: string }', `, patternProperties: { '^x': { type: string, maxLength: 3 } }`),
    x,
    'request-body-pattern-property-added',
  ],
  [
    'Fewer properties',
    map('{}', ', maxProperties: 9'),
    map('{}', ', maxProperties: 8'),
    x,
    'request-body-max-properties-decreased',
  ],
  [
    'Positions of a list have types',
    '{ type: array }',
    '{ type: array, prefixItems: [{ type: string }] }',
    sends('[1]'),
    'request-body-prefix-items-added',
  ],
  ['Another item has to be there', strings(), strings(', contains: { const: x }'), sends(`['y']`), 'request-body-contains-added'],
  [
    'Another item has to be there twice',
    strings(', contains: { const: x }'),
    strings(', contains: { const: x }, minContains: 2'),
    sends(`['x']`),
    'request-body-min-contains-increased',
  ],
  // Limits and conditions
  ['A limit is set', a('{ type: string }'), a('{ type: string, maxLength: 9 }'), x, 'request-property-max-length-set'],
  [
    'A limit is tighter',
    a('{ type: string, maxLength: 9 }'),
    a('{ type: string, maxLength: 8 }'),
    x,
    'request-property-max-length-decreased',
  ],
  [
    'A limit is wider',
    a('{ type: string, maxLength: 8 }'),
    a('{ type: string, maxLength: 9 }'),
    x,
    'request-property-max-length-increased',
  ],
  [
    'Steps that are no multiples of each other',
    a('{ type: integer, multipleOf: 4 }'),
    a('{ type: integer, multipleOf: 6 }'),
    sends('{ a: 12 }'),
    'request-property-multiple-of-changed',
  ],
  ['Items have to differ', strings(), strings(', uniqueItems: true'), sends(`['x']`), 'request-body-unique-items-set'],
  ['A format', a('{ type: string }'), a('{ type: string, format: email }'), x],
  ['Another format', a('{ type: string, format: date }'), a('{ type: string, format: date-time }'), x],
  [
    'Text that holds something else',
    a('{ type: string }'),
    a('{ type: string, contentEncoding: base64 }'),
    x,
    'request-property-content-encoding-changed',
  ],
  [
    '`format: byte` becomes `contentEncoding: base64`',
    a('{ type: string, format: byte }'),
    a('{ type: string, contentEncoding: base64 }'),
    x,
  ],
  [
    'One property demands another',
    object(ab),
    `{ type: object, properties: { ${ab} }, dependentRequired: { a: [b] } }`,
    x,
    'request-body-dependent-required-added',
  ],
  [
    'A condition',
    object(ab),
    `{ type: object, properties: { ${ab} }, if: { required: [a] }, then: { required: [b] } }`,
    x,
    'request-body-if-added',
  ],
  [
    'A condition is gone',
    `{ type: object, properties: { ${ab} }, if: { required: [a] }, then: { required: [b] } }`,
    object(ab),
    x,
    'request-body-if-removed',
  ],
  [
    'Something is forbidden',
    a('{ type: string }'),
    `{ type: object, properties: { a: { type: string } }, not: { required: [b] } }`,
    x,
  ],
  [
    'Another default',
    a('{ type: string, default: x }'),
    a('{ type: string, default: y }'),
    x,
    'request-property-default-value-changed',
  ],
];

export const sent: readonly ChangeClass[] = rows.map(([change, old, is, consumer, oasdiff]) => ({
  change,
  old: sending(old),
  is: sending(is),
  consumer,
  ...(oasdiff && { oasdiff }),
}));
