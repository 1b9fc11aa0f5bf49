/** Numbers by their formats, and integers that the caller holds as a `bigint` or as text. */
import { describe, expect, test } from 'vitest';
import { documentOf, emit, issuesOf, short } from './emitted.js';

const int64 = { type: 'integer', format: 'int64' };

test.each(['toString', 'constructor', '__proto__'])('a format that is called %s says nothing', async (format) => {
  const { Text, Count } = await emit(documentOf({ Text: { type: 'string', format }, Count: { type: 'integer', format } }), {
    schemas: { formats: 'assert' },
  });
  expect([Text?.is('a'), Count?.is(5), Count?.is('5')]).toEqual([true, true, false]);
});

describe('int64 as text', () => {
  test('is reported by the keyword that is broken', async () => {
    const { Count, Step } = await emit(documentOf({ Count: { ...int64, minimum: 5 }, Step: { ...int64, multipleOf: 3 } }), {
      schemas: { int64: 'string' },
    });
    expect(short(issuesOf(Count, '3'))).toEqual([' /minimum: expected at least 5, received string']);
    expect(short(issuesOf(Step, '4'))).toEqual([' /multipleOf: expected a multiple of 3, received string']);
    expect(short(issuesOf(Count, 'x'))).toEqual([' /type: expected integer as a string, received string']);
    expect(short(issuesOf(Count, 3))).toEqual([' /type: expected integer as a string, received number']);
    expect(short(issuesOf(Count, '5'))).toEqual([]);
  });
  test('lets other types pass where there is no type', async () => {
    const { Count } = await emit(documentOf({ Count: { format: 'int64', minimum: 5 } }), {
      schemas: { int64: 'string', impliedType: 'letter' },
    });
    expect(['5', '4', null, true, 'x', {}].map((value) => Count?.is(value))).toEqual([true, false, true, true, true, true]);
    expect(short(issuesOf(Count, '4'))).toEqual([' /minimum: expected at least 5, received string']);
  });
});

test('int64 as a bigint is a multiple of fractions', async () => {
  const { Half, Large } = await emit(documentOf({ Half: { ...int64, multipleOf: 2.5 }, Large: { ...int64, multipleOf: 1e23 } }), {
    schemas: { int64: 'bigint' },
  });
  expect([5n, 7n, -10n, 0n].map((value) => Half?.is(value))).toEqual([true, false, true, true]);
  expect([10n ** 23n, 10n ** 23n + 1n].map((value) => Large?.is(value))).toEqual([true, false]);
});
