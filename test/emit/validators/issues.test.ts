/** One fault, one issue: where it is, which keyword has it, and in the order of the value. */
import { beforeAll, describe, expect, test } from 'vitest';
import { documentOf, type Emitted, emit, issuesOf, short } from './emitted.js';

const schemas = {
  Token: {
    type: 'object',
    required: ['refresh', 'access'],
    properties: { refresh: { $ref: '#/components/schemas/Text' }, access: { type: 'string' } },
  },
  Text: { type: 'string' },
  Errors: {
    type: 'object',
    properties: { errors: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } } },
  },
  User: {
    type: 'object',
    required: ['login', 'email'],
    properties: {
      login: { type: 'string', minLength: 2, maxLength: 3, pattern: '^a' },
      email: { type: ['string', 'null'], format: 'email' },
    },
  },
  Closed: { type: 'object', required: ['a'], properties: { a: { type: 'integer', minimum: 1 } }, additionalProperties: false },
  Tuple: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 1 },
  Pet: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } },
  },
  Cat: { type: 'object', required: ['kind', 'lives'], properties: { kind: { type: 'string' }, lives: { type: 'integer' } } },
  Dog: {
    type: 'object',
    required: ['kind', 'tricks'],
    properties: { kind: { type: 'string' }, tricks: { type: 'array', items: { type: 'string' } } },
  },
  Shape: {
    anyOf: [
      { type: 'object', required: ['radius'], properties: { radius: { type: 'number' } }, additionalProperties: false },
      { type: 'object', required: ['width', 'height'], properties: { width: { type: 'number' }, height: { type: 'number' } } },
      { type: 'string', enum: ['none'] },
    ],
  },
  Node: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, next: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] } },
  },
  Awkward: {
    type: 'object',
    required: ['a/b', '~', 'properties', '__proto__', 'toString', ''],
    properties: Object.fromEntries(
      ['a/b', '~', 'properties', '__proto__', 'toString', ''].map((name) => [name, { type: 'string' }]),
    ),
    additionalProperties: { type: 'boolean' },
  },
  Many: {
    type: 'object',
    properties: {
      x: { type: 'number', multipleOf: 0.01, exclusiveMaximum: 1 },
      u: { type: 'array', uniqueItems: true, contains: { const: 1 } },
    },
  },
  Named: { type: 'object', propertyNames: { maxLength: 2 }, minProperties: 1, dependentRequired: { a: ['b'] } },
  Both: {
    allOf: [
      { $ref: '#/components/schemas/Cat' },
      { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    ],
  },
  // The same is asked twice, and once with more words.
  Twice: { allOf: [{ $ref: '#/components/schemas/Ab' }, { $ref: '#/components/schemas/Ba' }] },
  Ab: { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { type: 'string' } } },
  Ba: { type: 'object', required: ['a'], properties: { b: { type: 'string' } } },
  Target: { oneOf: [{ $ref: '#/components/schemas/ByName' }, { $ref: '#/components/schemas/ById' }] },
  ByName: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
  ById: { type: 'object', required: ['id'], properties: { id: { type: 'array', items: { type: 'string' } } } },
  NotText: { not: { type: 'string' } },
  Exact: { oneOf: [{ type: 'integer' }, { minimum: 2, type: 'number' }] },
};
const own = JSON.parse('{"a/b":1,"~":1,"properties":1,"__proto__":1,"toString":1,"":1}') as unknown;

const rows: readonly (readonly [schema: keyof typeof schemas, value: unknown, issues: readonly string[]])[] = [
  ['Token', { access: 'a', refresh: 'r' }, []],
  ['Token', 5, [' /type: expected object, received number']],
  ['Token', [], [' /type: expected object, received array']],
  [
    'Token',
    {},
    ['/access /required: expected string, received nothing', '/refresh /required: expected string, received nothing'],
  ],
  [
    'Token',
    { refresh: null, access: 1 },
    [
      '/refresh /properties/refresh/$ref/type: expected string, received null',
      '/access /properties/access/type: expected string, received number',
    ],
  ],
  ['Token', { access: undefined, refresh: 'r' }, ['/access /required: expected string, received nothing']],
  [
    'Errors',
    { errors: { a: ['x', 1, null], 'b/c': {} } },
    [
      '/errors/a/1 /properties/errors/additionalProperties/items/type: expected string, received number',
      '/errors/a/2 /properties/errors/additionalProperties/items/type: expected string, received null',
      '/errors/b~1c /properties/errors/additionalProperties/type: expected array, received object',
    ],
  ],
  [
    'User',
    { login: 'b', email: null },
    [
      '/login /properties/login/minLength: expected at least 2 characters, received string',
      '/login /properties/login/pattern: expected a match of ^a, received string',
    ],
  ],
  ['User', { login: 'a😀😀', email: 'x@example.com' }, []],
  [
    'User',
    { login: 'a😀😀😀', email: 'x' },
    [
      '/login /properties/login/maxLength: expected at most 3 characters, received string',
      '/email /properties/email/format: expected email, received string',
    ],
  ],
  ['User', { login: 'ab', email: 4 }, ['/email /properties/email/type: expected string or null, received number']],
  [
    'Closed',
    { b: 1, a: 0 },
    [
      '/b /additionalProperties: expected no such member, received number',
      '/a /properties/a/minimum: expected at least 1, received number',
    ],
  ],
  ['Closed', { a: 1.5 }, ['/a /properties/a/type: expected integer, received number']],
  ['Closed', { a: 1e300 }, []],
  ['Closed', { a: Number.NaN }, ['/a /properties/a/type: expected integer, received number']],
  ['Tuple', [], [' /minItems: expected at least 1 item, received array']],
  [
    'Tuple',
    ['a', 'b', 3],
    [' /items: expected at most 2 items, received array', '/1 /prefixItems/1/type: expected integer, received string'],
  ],
  ['Pet', { kind: 'cat', lives: 'nine' }, ['/lives /oneOf/0/$ref/properties/lives/type: expected integer, received string']],
  [
    'Pet',
    { kind: 'dog', tricks: [1] },
    ['/tricks/0 /oneOf/1/$ref/properties/tricks/items/type: expected string, received number'],
  ],
  ['Pet', { kind: 'cow' }, ['/kind /discriminator: expected "cat" or "dog", received string']],
  ['Pet', null, [' /type: expected object, received null']],
  ['Shape', { radius: 'x' }, ['/radius /anyOf/0/properties/radius/type: expected number, received string']],
  ['Shape', { width: 1 }, ['/height /anyOf/1/required: expected number, received nothing']],
  ['Shape', 'square', [' /anyOf: expected object or "none", received string']],
  ['Shape', true, [' /anyOf: expected object or "none", received boolean']],
  [
    'Node',
    { name: 'a', next: { name: 'b', next: { name: 1 } } },
    [
      '/next/next/name /properties/next/anyOf/0/$ref/properties/next/anyOf/0/$ref/properties/name/type: expected string, received number',
    ],
  ],
  [
    'Awkward',
    own,
    ['/a~1b', '/~0', '/properties', '/__proto__', '/toString', '/'].map(
      (at) => `${at} /properties${at}/type: expected string, received number`,
    ),
  ],
  [
    'Awkward',
    {},
    ['/', '/__proto__', '/a~1b', '/properties', '/toString', '/~0'].map(
      (at) => `${at} /required: expected string, received nothing`,
    ),
  ],
  ['Many', { x: 0.07, u: [1, { a: [1] }, { a: [2] }] }, []],
  [
    'Many',
    {
      x: 1.005,
      u: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
    [
      '/x /properties/x/exclusiveMaximum: expected less than 1, received number',
      '/x /properties/x/multipleOf: expected a multiple of 0.01, received number',
      '/u /properties/u/contains: expected at least 1 item of the kind that it must contain, received array',
      '/u /properties/u/uniqueItems: expected no two equal items, received array',
    ],
  ],
  ['Named', {}, [' /minProperties: expected at least 1 member, received object']],
  [
    'Named',
    { a: 1, ccc: 2 },
    [
      '/ccc /propertyNames/maxLength: expected at most 2 characters, received string',
      '/b /dependentRequired: expected a value, received nothing',
    ],
  ],
  ['Both', 'x', [' /allOf/0/$ref/type: expected object, received string']],
  [
    'Twice',
    { b: 1 },
    [
      '/b /allOf/0/$ref/properties/b/type: expected string, received number',
      '/a /allOf/0/$ref/required: expected string, received nothing',
    ],
  ],
  ['Target', { id: [1] }, ['/id/0 /oneOf/1/$ref/properties/id/items/type: expected string, received number']],
  ['Both', { kind: 'cat', lives: 1 }, ['/name /allOf/1/required: expected string, received nothing']],
  ['NotText', 'x', [' /type: expected number, boolean, array, object or null, received string']],
  ['Exact', 2, [' /oneOf: expected exactly one of the alternatives, received number']],
  ['Exact', 1.5, [' /oneOf/1/minimum: expected at least 2, received number']],
];

describe('issues', () => {
  let validators: Emitted;
  beforeAll(async () => {
    validators = await emit(documentOf(schemas), { schemas: { formats: 'assert' } });
  });

  test.each(rows.map((row, i) => [i, ...row] as const))('%i %s %j', (_, schema, value, expected) => {
    const validator = validators[schema];
    expect(short(issuesOf(validator, value))).toEqual(expected);
    expect(validator?.is(value)).toBe(expected.length === 0);
  });

  test('hold paths with indexes as numbers, and never the value', () => {
    const issues = issuesOf(validators['Errors'], { errors: { a: ['x', { secret: 'payload' }] } });
    expect(issues).toEqual([
      {
        message: 'expected string, received object',
        path: ['errors', 'a', 1],
        pointer: '/errors/a/1',
        keyword: 'type',
        schemaPath: '/properties/errors/additionalProperties/items/type',
        expected: 'string',
        received: 'object',
      },
    ]);
  });
});
