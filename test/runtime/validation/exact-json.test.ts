import { describe, expect, test } from 'vitest';
import { type Integers, parseExact, stringifyExact } from '../../../templates/runtime/validation/exact-json.js';

const node: Integers = { properties: { id: 'bigint', text: 'string', next: () => node }, others: { items: 'bigint' } };
const rows: readonly (readonly [text: string, integers: Integers, value: unknown])[] = [
  ['9007199254740993', 'bigint', 9007199254740993n],
  ['5', 'bigint', 5n],
  ['-9223372036854775808', 'string', '-9223372036854775808'],
  ['{"id":18446744073709551615,"n":12345678901234567890}', node, { id: 18446744073709551615n, n: 12345678901234567000 }],
  [
    '{"id":1,"next":{"id":9007199254740995,"text":9007199254740997}}',
    node,
    { id: 1n, next: { id: 9007199254740995n, text: '9007199254740997' } },
  ],
  ['{"many":[9007199254740993,1]}', node, { many: [9007199254740993n, 1n] }],
  [
    '{"s":"9007199254740993","a":"=x","\\u0062":"\\" 12345678901234567 \\\\"}',
    node,
    { s: '9007199254740993', a: '=x', b: '" 12345678901234567 \\' },
  ],
  ['{"":9007199254740993}', { properties: { '': 'bigint' } }, { '': 9007199254740993n }],
  ['{"id":1.5,"text":null}', node, { id: 1.5, text: null }],
];

describe('exact JSON', () => {
  test.each(rows)('reads %s', (text, integers, value) => expect(parseExact(text, integers)).toEqual(value));
  test.each(rows)('writes %s', (_, integers, value) =>
    expect(parseExact(stringifyExact(value, integers) ?? '', integers)).toEqual(value),
  );
  test('writes integers as numbers, however they are held', () =>
    expect(stringifyExact({ id: 9007199254740993n, text: '9007199254740995', s: undefined, d: new Date(0) }, node)).toBe(
      '{"id":9007199254740993,"text":9007199254740995,"d":"1970-01-01T00:00:00.000Z"}',
    ));
  test('keeps __proto__ a member', () => expect(Object.keys(Object(parseExact('{"__proto__":1}', node)))).toEqual(['__proto__']));
  test.each(['{"a":01}', '[1,]', '{"a" "b"}', '', '12345678901234567 1'])('refuses %s', (text) =>
    expect(() => parseExact(text, node)).toThrow(SyntaxError),
  );
});
