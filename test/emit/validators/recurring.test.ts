/** Schemas that stand in several places are checked by one function: what is said of a value is what would be said without. */
import { expect, test } from 'vitest';
import type { Validator } from '../../../templates/runtime/validation/index.js';
import { isAlone } from '../../agreement/subjects.js';
import { groupsOf } from '../../conformance/suite.js';
import { describeShared, shared } from '../../shared.js';
import { documentOf, emit, issuesOf } from './emitted.js';

const letter = { splitAbove: 1e9, schemas: { impliedType: 'letter', overlappingOneOf: 'exact' } } as const;

/** Ways in which a schema can stand below another, and values in which it is asked about one. */
const ways: readonly (readonly [name: string, of: (schema: unknown) => object, values: (data: unknown) => readonly unknown[]])[] =
  [
    ['required', (must) => ({ type: 'object', required: ['must'], properties: { must } }), (must) => [{ must }, {}]],
    ['optional', (may) => ({ type: 'object', properties: { may } }), (may) => [{ may }, {}]],
    [
      'odd names',
      (schema) => ({ type: 'object', required: ['~/', 'toString'], properties: { '~/': schema, toString: schema } }),
      (data) => [{ '~/': data, toString: data }, { '~/': data }, {}],
    ],
    ['items', (items) => ({ type: 'array', items, minItems: 1 }), (data) => [[data, data], []]],
    [
      'deep',
      (schema) => ({
        type: 'object',
        properties: { deep: { type: 'object', required: ['must'], properties: { must: schema, may: schema } } },
      }),
      (data) => [{ deep: { must: data, may: data } }, { deep: { may: data } }],
    ],
    ['nullable', (schema) => ({ properties: { it: { anyOf: [schema, { type: 'null' }] } } }), (it) => [{ it }]],
    ['alternative', (schema) => ({ anyOf: [schema, { type: 'object', required: ['other'] }] }), (data) => [data]],
    ['exclusive', (schema) => ({ oneOf: [schema, { type: 'object', required: ['other'] }] }), (data) => [data]],
    ['conjunction', (schema) => ({ allOf: [schema, { maxProperties: 1 }] }), (data) => [data]],
    ['refused', (schema) => ({ not: schema }), (data) => [data]],
    ['other members', (additionalProperties) => ({ type: 'object', additionalProperties }), (data) => [{ a: data, '/': data }]],
  ];

describeShared('issues of schemas that recur', () => {
  const groups = groupsOf(shared('json-schema-test-suite/tests/draft2020-12')).filter(
    ({ schema }) => isAlone(schema) && !JSON.stringify(schema).includes('"$ref":'),
  );
  const holders = (of: (schema: unknown) => object, prefix: string): object =>
    Object.fromEntries(groups.map(({ schema }, i) => [`${prefix}${i}`, of(schema)]));

  test.each(ways)('%s', { timeout: 60_000 }, async (_, of, values) => {
    const once = await emit(documentOf(holders(of, 'S')), letter);
    const twice = await emit(
      documentOf({ ...holders(of, 'S'), ...holders((twice) => ({ properties: { twice } }), 'T') }),
      letter,
    );
    const asked = groups.flatMap(({ tests }, i) =>
      tests.flatMap(({ data }) => values(data).map((value) => [`S${i}`, value] as const)),
    );
    const answers = (module: Readonly<Record<string, Validator<unknown>>>) =>
      asked.map(([name, value]) => ({ name, value, is: module[name]?.is(value), issues: issuesOf(module[name], value) }));
    expect(answers(twice)).toEqual(answers(once));
    expect(asked.length).toBeGreaterThan(500);
    expect(twice.text.match(/^function (?:is|check)[A-Z][a-z]+\$/gm)?.length).toBeGreaterThan(50);
  });
});
