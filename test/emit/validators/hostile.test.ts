/** Values that nobody sends in good faith: an answer or an issue, never an exception. */
import { beforeAll, describe, expect, test } from 'vitest';
import { documentOf, type Emitted, emit, issuesOf } from './emitted.js';

const schemas = {
  Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' }, name: { type: 'string' } } },
  Tree: {
    anyOf: [
      { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      { type: 'object', additionalProperties: { $ref: '#/components/schemas/Tree' } },
      { type: 'string' },
    ],
  },
  Unique: { type: 'array', uniqueItems: true },
  Numbers: { type: 'array', items: { type: 'number' } },
  Bag: {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string', minLength: 1 } },
    additionalProperties: { type: 'number' },
  },
  Slug: { type: 'string', maxLength: 63, pattern: '^[a-z0-9]+[-.\\w]*[a-z0-9]+$' },
  // As FastAPI has it for decimals.
  Decimal: { type: 'string', pattern: '^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$' },
  Constant: { const: { a: [1, { b: null }] } },
};

const chain = (levels: number, end: unknown): unknown => {
  let value = end;
  for (let i = 0; i < levels; i++) value = { next: value };
  return value;
};
const nested = (levels: number): unknown => {
  let value: unknown = [];
  for (let i = 0; i < levels; i++) value = [value];
  return value;
};
const cycle = (): unknown => {
  const value: Record<string, unknown> = {};
  value['next'] = value;
  return value;
};
const trap = (): never => {
  throw new Error('secret');
};
const getter = (): unknown => Object.defineProperty({}, 'a', { enumerable: true, get: trap });
const proxy = (): unknown =>
  new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap });
const revoked = (): unknown => {
  const { proxy: value, revoke } = Proxy.revocable({}, {});
  revoke();
  return value;
};

const rows: readonly (readonly [
  name: string,
  schema: keyof typeof schemas,
  value: () => unknown,
  isValid: boolean,
  keyword?: string,
])[] = [
  ['a text that its pattern would take minutes for', 'Slug', () => `${'a'.repeat(50_000)}!`, false, 'maxLength'],
  ['a short text that is none by a slow pattern', 'Decimal', () => '1.2.3', false, 'pattern'],
  ['a short text that is one', 'Decimal', () => '-001.50', true],
  ['a long text for a slow pattern', 'Decimal', () => `${'0'.repeat(50_000)}!`, true],
  ['a cycle', 'Node', cycle, false, 'depth'],
  ['100,000 levels of objects', 'Node', () => chain(100_000, 1), false, 'depth'],
  ['100,000 levels of arrays', 'Tree', () => nested(100_000), false, 'depth'],
  ['1,000 levels that are right', 'Node', () => chain(1_000, {}), true],
  ['1,000 levels with a fault at the end', 'Node', () => chain(1_000, { name: 1 }), false, 'type'],
  ['20 levels of alternatives with a fault at the end', 'Tree', () => JSON.parse(`${'['.repeat(20)}1${']'.repeat(20)}`), false],
  ['equal items of 100,000 levels', 'Unique', () => [nested(100_000), nested(100_000)], false],
  ['a getter that throws', 'Bag', getter, false, 'access'],
  ['a proxy that throws', 'Bag', proxy, false, 'access'],
  ['a revoked proxy', 'Bag', revoked, false, 'access'],
  ['a proxy for a constant', 'Constant', proxy, false],
  ['an array with holes', 'Numbers', () => sparse(1, 3), false, 'type'],
  ['NaN', 'Numbers', () => [Number.NaN], false, 'type'],
  ['infinities', 'Numbers', () => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], false, 'type'],
  ['an object without a prototype', 'Bag', () => Object.assign(Object.create(null), { a: 'x', b: 1 }), true],
  ['what parsers make of __proto__', 'Bag', () => JSON.parse('{"a":"x","__proto__":"y"}'), false, 'type'],
  ['a function', 'Bag', () => trap, false, 'type'],
  ['a symbol', 'Bag', () => Symbol('a'), false, 'type'],
  ['a bigint', 'Numbers', () => [1n], false, 'type'],
];

/** A list with a hole in the middle. */
function sparse(first: number, last: number): unknown[] {
  const list: unknown[] = [first];
  list[2] = last;
  return list;
}

describe('hostile values', () => {
  let validators: Emitted;
  beforeAll(async () => {
    validators = await emit(documentOf(schemas));
  });

  for (const [name, schema, value, isValid, keyword] of rows) {
    test(name, () => {
      const validator = validators[schema];
      const given = value();
      expect(validator?.is(given)).toBe(isValid);
      const issues = issuesOf(validator, given);
      expect(issues === undefined).toBe(isValid);
      if (keyword !== undefined) expect(issues?.map((issue) => issue.keyword)).toContain(keyword);
      expect(JSON.stringify(issues ?? [])).not.toContain('secret');
    });
  }

  test('100,000 members of the wrong type take a moment, not a minute', () => {
    const members = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 'x']));
    expect(issuesOf(validators['Bag'], members)).toHaveLength(100_001);
  });
  test('validation does not change the value', () => {
    const value = { next: { name: 1, extra: sparse(1, 2) } };
    const copy = structuredClone(value);
    validators['Node']?.validate(value);
    expect(value).toEqual(copy);
  });
  test('functions need no object before them', () => {
    const { is, validate, assert } = validators['Node'] ?? {};
    expect([is?.({}), validate?.(1)]).toEqual([true, expect.objectContaining({ issues: expect.any(Array) })]);
    expect(() => assert?.(1)).toThrow(' expected object, received number');
    expect(validators['Node']?.['~standard']).toMatchObject({ version: 1, vendor: 'specwright' });
  });
});
