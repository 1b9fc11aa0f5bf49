/** Schemas of what the caller receives, on the body of a response. */
import { bird, type ChangeClass, cat, dog, object, reads, receiving } from './words.js';

const a = (schema: string): string => object(`a: ${schema}`, 'a');
const ab = 'a: { type: string }, b: { type: string }';
const text = reads('const text: string = body.a; console.log(text);');
const shows = reads('console.log(body.a);');
const strings = (members = ''): string => `{ type: array, items: { type: string }${members} }`;
const map = (schema: string, members = ''): string => `{ type: object, additionalProperties: ${schema}${members} }`;
const length = reads('console.log(body.length);');

type Row = readonly [change: string, old: string, is: string, consumer: string, oasdiff?: string];
const rows: readonly Row[] = [
  // Properties
  ['A property is added', a('{ type: string }'), object(ab, 'a'), shows, 'response-optional-property-added'],
  [
    'An optional property is removed',
    object(ab, 'a'),
    a('{ type: string }'),
    reads('console.log(body.b);'),
    'response-optional-property-removed',
  ],
  [
    'A required property is removed',
    object(ab, 'a, b'),
    a('{ type: string }'),
    reads('console.log(body.b);'),
    'response-required-property-removed',
  ],
  [
    'A property is renamed',
    object('result: { type: string }', 'result'),
    object('results: { type: string }', 'results'),
    reads('console.log(body.result);'),
  ],
  [
    'A property becomes optional',
    a('{ type: string }'),
    object('a: { type: string }'),
    text,
    'response-property-became-optional',
  ],
  [
    'A property becomes required',
    object('a: { type: string }'),
    a('{ type: string }'),
    reads('console.log(body.a?.length);'),
    'response-property-became-required',
  ],
  [
    'A property becomes `writeOnly`',
    object(ab, 'a, b'),
    object('a: { type: string }, b: { type: string, writeOnly: true }', 'a, b'),
    reads('console.log(body.b);'),
    'response-required-property-became-write-only',
  ],
  [
    'A property becomes `readOnly`',
    a('{ type: string }'),
    a('{ type: string, readOnly: true }'),
    text,
    'response-required-property-became-read-only',
  ],
  [
    'A property is deprecated',
    a('{ type: string }'),
    a('{ type: string, deprecated: true }'),
    text,
    'response-property-deprecated',
  ],
  // Types and values
  ['Another type', a('{ type: string }'), a('{ type: integer }'), text, 'response-property-type-changed'],
  ['One more type', a('{ type: string }'), a('{ type: [string, integer] }'), text, 'response-property-list-of-types-widened'],
  [
    'One type less',
    a('{ type: [string, integer] }'),
    a('{ type: string }'),
    reads(`if (typeof body.a === 'number') console.log(body.a.toFixed());`),
    'response-property-list-of-types-narrowed',
  ],
  ['Any value', a('{ type: string }'), a('{}'), text, 'response-property-type-generalized'],
  ['`null` may come', a('{ type: string }'), a(`{ type: [string, 'null'] }`), text, 'response-property-became-nullable'],
  ['`nullable` in a document of 3.1', a('{ type: string }'), a('{ type: string, nullable: true }'), text],
  [
    '`null` no longer comes',
    a(`{ type: [string, 'null'] }`),
    a('{ type: string }'),
    reads('console.log(body.a?.length);'),
    'response-property-became-not-nullable',
  ],
  ['Fractions may come', a('{ type: integer }'), a('{ type: number }'), reads('console.log(body.a.toFixed());')],
  ['Only whole numbers come', a('{ type: number }'), a('{ type: integer }'), reads('console.log(body.a.toFixed());')],
  ['A listed value more', a('{ enum: [x, y] }'), a('{ enum: [x, y, z] }'), text, 'response-property-enum-value-added'],
  [
    'A listed value less',
    a('{ enum: [x, y] }'),
    a('{ enum: [x] }'),
    reads(`if (body.a === 'y') console.log(body);`),
    'response-property-enum-value-removed',
  ],
  [
    'Values that are not listed',
    a('{ type: string, enum: [x, y] }'),
    a('{ type: string }'),
    reads(`const one: 'x' | 'y' = body.a; console.log(one);`),
  ],
  ['Only listed values', a('{ type: string }'), a('{ type: string, enum: [x, y] }'), text],
  [
    'Another constant',
    a('{ const: x }'),
    a('{ const: y }'),
    reads(`if (body.a === 'x') console.log(body);`),
    'response-property-const-changed',
  ],
  // Forms
  [
    'A form more',
    `{ oneOf: [${cat}, ${dog}] }`,
    `{ oneOf: [${cat}, ${dog}, ${bird}] }`,
    reads(`if (body.kind === 'cat') console.log(body.lives); else console.log(body.tail);`),
    'response-body-one-of-added',
  ],
  [
    'A form less',
    `{ oneOf: [${cat}, ${dog}] }`,
    `{ oneOf: [${cat}] }`,
    reads(`if (body.kind === 'dog') console.log(body.tail);`),
    'response-body-one-of-removed',
  ],
  [
    'One of several forms',
    cat,
    `{ oneOf: [${cat}, ${dog}] }`,
    reads('console.log(body.lives);'),
    'response-body-wrapped-in-one-of',
  ],
  [
    'A list or a page',
    strings(),
    `{ oneOf: [${strings()}, ${object(`results: ${strings()}`, 'results')}] }`,
    reads('console.log(body.map((one) => one.length));'),
  ],
  [
    '`anyOf` becomes `oneOf`',
    `{ anyOf: [${cat}, ${dog}] }`,
    `{ oneOf: [${cat}, ${dog}] }`,
    reads(`if (body.kind === 'cat') console.log(body.lives);`),
  ],
  [
    'A part of an `allOf` more',
    a('{ type: string }'),
    `{ allOf: [${a('{ type: string }')}, ${object('b: { type: string }', 'b')}] }`,
    shows,
    'response-body-all-of-added',
  ],
  [
    'A part of an `allOf` less',
    `{ allOf: [${a('{ type: string }')}, ${object('b: { type: string }', 'b')}] }`,
    a('{ type: string }'),
    reads('console.log(body.b);'),
    'response-body-all-of-removed',
  ],
  // Objects and lists
  [
    'Properties of other names are documented',
    a('{ type: string }'),
    map('true', ', properties: { a: { type: string } }, required: [a]'),
    shows,
  ],
  [
    'Properties of other names are undocumented',
    map('true', ', properties: { a: { type: string } }'),
    object('a: { type: string }'),
    reads(`console.log(body['b']);`),
  ],
  [
    'Values of a map may be `null`',
    map('{ type: string }'),
    map(`{ type: [string, 'null'] }`),
    reads(`const one = body['a']; if (one !== undefined) console.log(one.length);`),
  ],
  [
    'Properties of some names are undocumented',
    `{ type: object, patternProperties: { '^x': { type: string } } }`,
    object('a: { type: string }'),
    reads(`console.log(body['x']);`),
    'response-body-pattern-property-removed',
  ],
  [
    'Items may be `null`',
    strings(),
    `{ type: array, items: { type: [string, 'null'] } }`,
    reads('console.log(body.map((one) => one.length));'),
  ],
  [
    'One position of a list more',
    '{ type: array, prefixItems: [{ type: string }], minItems: 1 }',
    '{ type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 2 }',
    reads('console.log(body[0].length);'),
    'response-body-prefix-items-added',
  ],
  // Limits and conditions
  [
    'A limit is wider',
    a('{ type: string, maxLength: 8 }'),
    a('{ type: string, maxLength: 9 }'),
    text,
    'response-property-max-length-increased',
  ],
  ['A limit is gone', a('{ type: integer, maximum: 8 }'), a('{ type: integer }'), shows],
  ['A limit is tighter', a('{ type: string, maxLength: 9 }'), a('{ type: string, maxLength: 8 }'), text],
  ['A wider format of numbers', a('{ type: integer, format: int32 }'), a('{ type: integer, format: int64 }'), shows],
  ['No format of numbers any more', a('{ type: integer, format: int32 }'), a('{ type: integer }'), shows],
  [
    'Steps that are no multiples of each other',
    a('{ type: integer, multipleOf: 4 }'),
    a('{ type: integer, multipleOf: 6 }'),
    shows,
    'response-property-multiple-of-changed',
  ],
  ['Another format', a('{ type: string, format: date }'), a('{ type: string, format: date-time }'), text],
  ['No format any more', a('{ type: string, format: date }'), a('{ type: string }'), text],
  [
    'Another pattern',
    a('{ type: string, pattern: ^a }'),
    a('{ type: string, pattern: ^b }'),
    text,
    'response-property-pattern-changed',
  ],
  ['Items may be the same', strings(', uniqueItems: true'), strings(), length, 'response-body-unique-items-unset'],
  [
    'An item need not be there any more',
    strings(', contains: { const: x }'),
    strings(),
    length,
    'response-body-contains-removed',
  ],
  [
    'A condition no longer holds',
    `{ type: object, properties: { ${ab} }, dependentRequired: { a: [b] } }`,
    object(ab),
    reads('console.log(body.b);'),
    'response-body-dependent-required-removed',
  ],
  [
    'Another default',
    a('{ type: string, default: x }'),
    a('{ type: string, default: y }'),
    text,
    'response-property-default-value-changed',
  ],
];

const mapping = (values: string): string =>
  `{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { ${values} } } }`;
const kinds = ['Cat', 'Dog']
  .map((name) => `${name}: { type: object, properties: { kind: { type: string } }, required: [kind] }`)
  .join(', ');

export const received: readonly ChangeClass[] = [
  ...rows.map(([change, old, is, consumer, oasdiff]) => ({
    change,
    old: receiving(old),
    is: receiving(is),
    consumer,
    ...(oasdiff && { oasdiff }),
  })),
  {
    change: 'Another value selects a form',
    old: receiving(mapping('cat: Cat, dog: Dog'), kinds),
    is: receiving(mapping('feline: Cat, dog: Dog'), kinds),
    consumer: reads(`if (body.kind === 'cat') console.log(body);`),
    oasdiff: 'response-body-discriminator-mapping-changed',
  },
];
