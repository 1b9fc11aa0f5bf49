/** What a discriminator lets through, where values may do without it. */
import { describe, expect, test } from 'vitest';
import { documentOf, emit, issuesOf, short } from './emitted.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (name: string, required: readonly string[]) => ({
  type: 'object',
  properties: { kind: { type: 'string' }, [name]: { type: 'string' } },
  required,
});
const mapping = { a: 'A', b: 'B' };
const emitted = emit(
  documentOf(
    {
      A: object('a', ['a']),
      B: object('b', ['b']),
      Any: object('any', []),
      One: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 'kind', mapping } },
      Some: { anyOf: [ref('A'), ref('B')], discriminator: { propertyName: 'kind', mapping } },
      Rest: {
        oneOf: [ref('A'), ref('Any')],
        discriminator: { propertyName: 'kind', mapping: { a: 'A' }, defaultMapping: 'Any' },
      },
    },
    '3.2.0',
  ),
);

describe.each([
  ['One', { kind: 'a', a: '' }, []],
  ['One', { kind: 'b', a: '' }, ['/b /oneOf/1/$ref/required: expected string, received nothing']],
  ['One', { kind: 'c', a: '' }, ['/kind /discriminator: expected "a" or "b", received string']],
  ['One', { a: '' }, []],
  ['One', { a: '', b: '' }, [' /oneOf: expected exactly one of the alternatives, received object']],
  ['Some', { a: '', b: '' }, []],
  ['Some', { b: '' }, []],
  ['Some', { kind: 'a', b: '' }, ['/a']],
  ['Some', {}, ['']],
  ['Rest', { kind: 'a' }, ['/a']],
  ['Rest', { kind: 'z' }, []],
  ['Rest', {}, []],
  ['Rest', { any: 1 }, ['/any']],
  ['Rest', 1, ['']],
] as const)('%s of %j', (name, value, issues) => {
  test('is and validate', async () => {
    const validator = (await emitted)[name];
    const found = short(issuesOf(validator, value));
    expect(validator?.is(value)).toBe(issues.length === 0);
    expect(found.map((text, i) => (text.startsWith(issues[i] ?? '?') ? issues[i] : text))).toEqual(issues);
  });
});
