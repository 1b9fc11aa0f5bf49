/**
 * Types and validators say the same: what `is` accepts is assignable to the type, and what it refuses for a reason that TypeScript can
 * express is not. The values are those of the other tests, and the compiler is asked about all of them at once.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, NamedSchema, SchemaId } from '../../src/model/schema.js';
import type { SchemaOptions } from '../../src/options.js';
import type { Issue } from '../../templates/runtime/validation/index.js';
import { groupsOf, rebased } from '../conformance/suite.js';
import { describeShared, shared } from '../shared.js';
import { Choices } from './choices.js';
import { faults, typeOfValue } from './compiler.js';
import { DIRECTIONS } from './directions.js';
import { mutated, revived, sampleOf } from './sample.js';
import { isAlone, namesIn, type Subjects, subjectsOf } from './subjects.js';

const letter = { impliedType: 'letter', overlappingOneOf: 'exact' } as const;

describeShared('types and validators agree', () => {
  test('on the schemas of the suite', { timeout: 120_000 }, async () => {
    const groups = groupsOf(shared('json-schema-test-suite/tests/draft2020-12')).filter(({ schema }) => isAlone(schema));
    const schemas = Object.fromEntries(groups.map(({ schema }, i) => [`S${i}`, rebased(schema, `#/components/schemas/S${i}`)]));
    const document = { openapi: '3.1.0', info: { title: 'suite', version: '1' }, paths: {}, components: { schemas } };
    const subjects = await subjectsOf(document, letter);
    const given = new Map(groups.map(({ tests }, i) => [`S${i}`, tests.map(({ data }) => data as Json)]));
    expect(await disagreements(subjects, 20, (id) => given.get(id) ?? [])).toEqual([]);
  });
  test.each([
    ['iam_api', 100],
    ['gcore/waap', 10],
    ['gcore/cloud', 3],
  ] as const)('on the schemas of %s', { timeout: 120_000 }, async (name, runs) => {
    expect(await disagreements(await subjectsOf(shared(`specs/${name}.yaml`)), runs, () => [])).toEqual([]);
  });
  test.each<[string, number, Partial<SchemaOptions>]>([
    ['iam_api', 30, { int64: 'bigint', openEnums: 'responses' }],
    ['gcore/waap', 2, { int64: 'string', openEnums: 'responses' }],
  ])('on what is sent and received by %s, %i times, with %j', { timeout: 120_000 }, async (name, runs, options) => {
    const subjects = await subjectsOf(shared(`specs/${name}.yaml`), options, false, ALL);
    expect(await disagreements(subjects, runs, () => [])).toEqual([]);
  });
});

const ALL: readonly NamedSchema['origin'][] = ['component', 'variant', 'inline'];

describe('types and validators agree on what is sent and received', () => {
  test.each<[Partial<SchemaOptions>, number]>([
    [{ int64: 'number' }, 200],
    [{ int64: 'bigint', openEnums: 'responses' }, 200],
    [{ int64: 'string', openEnums: 'responses', overlappingOneOf: 'exact' }, 200],
    [{ formats: 'assert', impliedType: 'letter', brands: false }, 200],
  ])('with %j', { timeout: 120_000 }, async (options, runs) => {
    const subjects = await subjectsOf(DIRECTIONS, options, false, ALL);
    expect(subjects.list.map(({ named }) => named.id)).toEqual(
      expect.arrayContaining(['Account', 'AccountRequest', 'AccountResponse']),
    );
    expect(await disagreements(subjects, runs, () => [])).toEqual([]);
  });
});

interface Case {
  readonly type: SchemaId;
  readonly value: Json;
  readonly issues: readonly Issue[];
}

async function disagreements(
  { list, find, files }: Subjects,
  runs: number,
  given: (id: string) => readonly Json[],
): Promise<readonly string[]> {
  const cases = list.flatMap(({ named, validator }) => {
    const bytes = fc.sample(fc.uint8Array({ minLength: 48, maxLength: 48 }), { numRuns: runs, seed: 7 });
    const values = bytes.flatMap((each) => {
      const choices = new Choices(each);
      const value = sampleOf(named.schema, choices, find);
      return [value, mutated(value, choices)];
    });
    const distinct = new Map([...given(named.id), ...values].filter(isNameable).map((value) => [JSON.stringify(value), value]));
    return [...distinct.values()].map((value): Case => {
      const result = validator.validate(revived(value));
      return { type: named.sameTypeAs ?? named.id, value, issues: 'issues' in result ? (result.issues ?? []) : [] };
    });
  });
  const types = files.get('types.ts') ?? '';
  const found = await faultsOf(cases, types, () => []);
  const accepted = cases.filter((each) => each.issues.length === 0 && found.has(each));
  const names = new Map(list.map(({ named }) => [named.sameTypeAs ?? named.id, namesIn(named.schema, find)]));
  const sure = await faultsOf(accepted, types, ({ type }) => names.get(type) ?? []);
  return [
    ...[...sure].map(([{ type, value }, fault]) => `${type}: ${JSON.stringify(value)} is accepted, and ${fault}`),
    ...cases.flatMap((each) => {
      const telling = found.has(each) ? undefined : each.issues.find(isOfTypes);
      return telling
        ? [`${each.type}: ${JSON.stringify(each.value)} compiles, and ${telling.schemaPath} ${telling.message}`]
        : [];
    }),
  ];
}

async function faultsOf(
  cases: readonly Case[],
  types: string,
  absent: (each: Case) => readonly string[],
): Promise<ReadonlyMap<Case, string>> {
  const lines = cases.map(
    (each, i) => `declare const v${i}: ${typeOfValue(each.value, absent(each))}; export const t${i}: t.${each.type} = v${i};`,
  );
  const found = await faults({
    'types.ts': types,
    'main.ts': ["import type * as t from './types.js';", ...lines, 'export {};'].join('\n'),
  });
  return new Map(
    cases.flatMap((each, i) => {
      const fault = found.get(i + 2);
      return fault === undefined ? [] : [[each, fault] as const];
    }),
  );
}

/** A number that has a literal type, and names that the compiler does not treat apart. */
const isNameable = (value: Json): boolean => !/"(?:__proto__|toString|constructor|length)":/.test(JSON.stringify(value));

/** Whether the fault is one of types, in a place that a type shows. */
function isOfTypes({ schemaPath, keyword, expected, received }: Issue): boolean {
  // A listed object does not close its type.
  if ((keyword === 'enum' || keyword === 'const') && received === 'object') return false;
  if (!/^(?:\/properties\/[^/]+|\/items|\/\$ref|\/allOf\/\d+)*\/(?:type|enum|const|required)$/.test(schemaPath)) return false;
  return keyword !== 'type' || !expected.includes('integer');
}
