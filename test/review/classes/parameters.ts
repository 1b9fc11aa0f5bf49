/** Parameters in the query, in headers and in cookies. */
import { type ChangeClass, callsList, listing, object } from './words.js';

const q = (schema: string, members = ''): string => `{ name: q, in: query, ${members}schema: ${schema} }`;
const strings = '{ type: array, items: { type: string } }';
const sends = (value: string): string => callsList(`, { query: { q: ${value} } }`);

type Row = readonly [change: string, old: string, is: string, consumer: string, oasdiff?: string];

/** The schema of one query parameter. */
const schemas: readonly Row[] = [
  ['A string becomes a number', '{ type: string }', '{ type: integer }', sends(`'a'`), 'request-parameter-type-changed'],
  ['A number becomes a string', '{ type: integer }', '{ type: string }', sends('1'), 'request-parameter-type-generalized'],
  ['Fractions are accepted', '{ type: integer }', '{ type: number }', sends('1'), 'request-parameter-type-generalized'],
  ['Only whole numbers are accepted', '{ type: number }', '{ type: integer }', sends('1'), 'request-parameter-type-changed'],
  ['One value becomes a list', '{ type: string }', strings, sends(`'a'`)],
  ['A list becomes one value', strings, '{ type: string }', sends(`['a']`)],
  ['Other items', strings, '{ type: array, items: { type: integer } }', sends(`['a']`)],
  ['One more type', '{ type: integer }', '{ type: [integer, string] }', sends('1'), 'request-parameter-list-of-types-widened'],
  ['One type less', '{ type: [integer, string] }', '{ type: integer }', sends(`'a'`), 'request-parameter-list-of-types-narrowed'],
  ['`null` is accepted', '{ type: string }', `{ type: [string, 'null'] }`, sends(`'a'`), 'request-parameter-became-nullable'],
  ['`null` is refused', `{ type: [string, 'null'] }`, '{ type: string }', sends('null'), 'request-parameter-became-not-nullable'],
  ['Only listed values are accepted', '{ type: string }', '{ enum: [a] }', sends(`'b'`), 'request-parameter-became-enum'],
  ['Any value is accepted instead of listed ones', '{ type: string, enum: [a] }', '{ type: string }', sends(`'a'`)],
  ['A listed value more', '{ enum: [a] }', '{ enum: [a, b] }', sends(`'a'`), 'request-parameter-enum-value-added'],
  ['A listed value less', '{ enum: [a, b] }', '{ enum: [a] }', sends(`'b'`), 'request-parameter-enum-value-removed'],
  ['A property of an object has to be sent', object('a: { type: string }'), object('a: { type: string }', 'a'), sends('{}')],
  [
    'Another default',
    '{ type: integer, default: 1 }',
    '{ type: integer, default: 2 }',
    sends('1'),
    'request-parameter-default-value-changed',
  ],
  ['A default', '{ type: integer }', '{ type: integer, default: 2 }', sends('1'), 'request-parameter-default-value-added'],
  [
    'No default any more',
    '{ type: integer, default: 1 }',
    '{ type: integer }',
    sends('1'),
    'request-parameter-default-value-removed',
  ],
  ['A maximum', '{ type: integer }', '{ type: integer, maximum: 9 }', sends('1'), 'request-parameter-max-set'],
  [
    'A lower maximum',
    '{ type: integer, maximum: 9 }',
    '{ type: integer, maximum: 8 }',
    sends('1'),
    'request-parameter-max-decreased',
  ],
  [
    'A higher maximum',
    '{ type: integer, maximum: 8 }',
    '{ type: integer, maximum: 9 }',
    sends('1'),
    'request-parameter-max-increased',
  ],
  [
    'A higher minimum',
    '{ type: integer, minimum: 0 }',
    '{ type: integer, minimum: 1 }',
    sends('1'),
    'request-parameter-min-increased',
  ],
  [
    'The minimum itself is refused',
    '{ type: number, minimum: 0 }',
    '{ type: number, exclusiveMinimum: 0 }',
    sends('1'),
    'request-parameter-exclusive-min-set',
  ],
  ['A greatest length', '{ type: string }', '{ type: string, maxLength: 9 }', sends(`'a'`), 'request-parameter-max-length-set'],
  [
    'A smaller greatest length',
    '{ type: string, maxLength: 9 }',
    '{ type: string, maxLength: 8 }',
    sends(`'a'`),
    'request-parameter-max-length-decreased',
  ],
  [
    'Fewer items',
    `{ type: array, items: {}, maxItems: 9 }`,
    `{ type: array, items: {}, maxItems: 8 }`,
    sends('[1]'),
    'request-parameter-max-items-decreased',
  ],
  ['A pattern', '{ type: string }', '{ type: string, pattern: ^a }', sends(`'a'`), 'request-parameter-pattern-added'],
  [
    'Another pattern',
    '{ type: string, pattern: ^a }',
    '{ type: string, pattern: ^b }',
    sends(`'a'`),
    'request-parameter-pattern-changed',
  ],
  [
    'A pattern that every text matches',
    '{ type: string, pattern: ^a }',
    '{ type: string, pattern: .* }',
    sends(`'a'`),
    'request-parameter-pattern-generalized',
  ],
  ['A format', '{ type: string }', '{ type: string, format: uuid }', sends(`'a'`)],
  ['A narrower format of numbers', '{ type: integer, format: int64 }', '{ type: integer, format: int32 }', sends('1')],
  ['A format of numbers that is narrower than none', '{ type: integer }', '{ type: integer, format: int32 }', sends('1')],
];

/** Parameter Objects. */
const whole: readonly Row[] = [
  ['An optional parameter is added', '', q('{ type: string }'), callsList(''), 'new-optional-request-parameter'],
  [
    'A required parameter is added',
    '',
    q('{ type: string }', 'required: true, '),
    callsList(''),
    'new-required-request-parameter',
  ],
  ['A parameter is removed', q('{ type: string }'), '', sends(`'a'`), 'request-parameter-removed'],
  ['A parameter is renamed', q('{ type: string }'), '{ name: search, in: query, schema: { type: string } }', sends(`'a'`)],
  [
    'A required parameter is renamed',
    q('{ type: string }', 'required: true, '),
    '{ name: search, in: query, required: true, schema: { type: string } }',
    sends(`'a'`),
  ],
  [
    'A parameter becomes required',
    q('{ type: string }'),
    q('{ type: string }', 'required: true, '),
    callsList(''),
    'request-parameter-became-required',
  ],
  [
    'A parameter becomes required and has a default',
    q('{ type: string, default: a }'),
    q('{ type: string, default: a }', 'required: true, '),
    callsList(''),
  ],
  [
    'A parameter becomes optional',
    q('{ type: string }', 'required: true, '),
    q('{ type: string }'),
    sends(`'a'`),
    'request-parameter-became-optional',
  ],
  ['From the query to a header', q('{ type: string }'), '{ name: q, in: header, schema: { type: string } }', sends(`'a'`)],
  [
    'A header is spelt in another case',
    '{ name: X-Trace, in: header, schema: { type: string } }',
    '{ name: x-trace, in: header, schema: { type: string } }',
    callsList(`, { headers: { 'X-Trace': 'a' } }`),
  ],
  ['A required cookie is added', '', '{ name: c, in: cookie, required: true, schema: { type: string } }', callsList('')],
  ['A list is no longer repeated but separated by commas', q(strings), q(strings, 'explode: false, '), sends(`['a']`)],
  ['`explode` of a single value', q('{ type: string }'), q('{ type: string }', 'explode: false, '), sends(`'a'`)],
  ['Another separator', q(strings, 'explode: false, '), q(strings, 'explode: false, style: pipeDelimited, '), sends(`['a']`)],
  [
    'Reserved characters may stay as they are',
    q('{ type: string }'),
    q('{ type: string }', 'allowReserved: true, '),
    sends(`'a'`),
  ],
  [
    'Reserved characters may no longer stay as they are',
    q('{ type: string }', 'allowReserved: true, '),
    q('{ type: string }'),
    sends(`'a'`),
  ],
  [
    'An object becomes JSON',
    q(object('a: { type: string }')),
    `{ name: q, in: query, content: { application/json: { schema: ${object('a: { type: string }')} } } }`,
    sends(`{ a: 'b' }`),
  ],
  [
    'A parameter is deprecated',
    q('{ type: string }'),
    q('{ type: string }', 'deprecated: true, '),
    sends(`'a'`),
    'request-parameter-deprecated',
  ],
  [
    'Parameters in another order',
    `${q('{ type: string }')}, { name: r, in: query, schema: { type: integer } }`,
    `{ name: r, in: query, schema: { type: integer } }, ${q('{ type: string }')}`,
    sends(`'a'`),
  ],
];

export const parameters: readonly ChangeClass[] = [
  ...whole,
  ...schemas.map(([change, old, is, ...others]): Row => [change, q(old), q(is), ...others]),
].map(([change, old, is, consumer, oasdiff]) => ({
  change,
  old: listing(old),
  is: listing(is),
  consumer,
  ...(oasdiff && { oasdiff }),
}));
