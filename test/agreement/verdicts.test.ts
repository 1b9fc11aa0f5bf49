/**
 * `is`, `validate` and ajv give one answer on every value: 100,000 values for each set of schemas, made from the schemas and then changed.
 *
 * ajv is asked where it is right: not where it fails the suite's own tests, and not where the generator means more than JSON Schema says,
 * as `discriminator` does.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../src/model/schema.js';
import { type Group, groupsOf, rebased } from '../conformance/suite.js';
import { describeShared, shared } from '../shared.js';
import { Choices } from './choices.js';
import { mutated, sampleOf } from './sample.js';
import { ajvOf, isAlone, leadsTo, type Subjects, subjectsOf } from './subjects.js';

const VALUES = 100_000;
const letter = { impliedType: 'letter', slowPatterns: 'check', overlappingOneOf: 'exact' } as const;

type Judge = (value: Json) => boolean;

describeShared('is, validate and ajv agree', () => {
  test('on the schemas of the suite', { timeout: 120_000 }, async () => {
    const groups = groupsOf(shared('json-schema-test-suite/tests/draft2020-12')).filter(({ schema }) => isAlone(schema));
    const schemas = Object.fromEntries(groups.map(({ schema }, i) => [`S${i}`, rebased(schema, `#/components/schemas/S${i}`)]));
    const subjects = await subjectsOf(
      { openapi: '3.1.0', info: { title: 'suite', version: '1' }, paths: {}, components: { schemas } },
      letter,
    );
    const peers = new Map(groups.map((group, i) => [`S${i}`, peerOf(group)]));
    const seen = compare(subjects, (id) => peers.get(id));
    expect(seen.disagreements).toEqual([]);
    expect(seen.values).toBeGreaterThanOrEqual(VALUES);
  });

  test.each(['iam_api', 'gcore/iam.documented', 'gcore/waap', 'gcore/cloud'])(
    'on the schemas of %s',
    { timeout: 120_000 },
    async (name) => {
      const subjects = await subjectsOf(shared(`specs/${name}.yaml`), letter);
      const ajv = ajvOf(subjects.document);
      const seen = compare(subjects, (id) => {
        const named = subjects.list.find((subject) => subject.named.id === id)?.named;
        const isMore =
          named &&
          leadsTo(
            named.schema,
            subjects.find,
            (schema) => schema.kind === 'binary' || (schema.kind === 'union' && schema.discriminator !== undefined),
          );
        return named && !isMore ? ajv(named.at) : undefined;
      });
      expect(seen.disagreements).toEqual([]);
      expect(seen.values).toBeGreaterThanOrEqual(VALUES);
    },
  );
});

interface Seen {
  values: number;
  valid: number;
  asked: number;
  readonly disagreements: string[];
}

/** `peer`: what else is asked about the schema of that name, if anything is. */
function compare({ list, find }: Subjects, peer: (id: string) => Judge | undefined): Seen {
  const seen: Seen = { values: 0, valid: 0, asked: 0, disagreements: [] };
  const runs = Math.ceil(VALUES / 4 / list.length);
  for (const { named, validator } of list) {
    const judge = peer(named.id);
    const property = fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (bytes) => {
      const choices = new Choices(bytes);
      let value = sampleOf(named.schema, choices, find);
      for (let change = 0; change < 4; change++) {
        const is = validator.is(value);
        const verdicts = {
          is,
          validate: !('issues' in validator.validate(value)),
          ajv: judge && isPlain(value) ? judge(value) : is,
        };
        seen.values++;
        if (is) seen.valid++;
        if (judge && isPlain(value)) seen.asked++;
        if (verdicts.validate !== is || verdicts.ajv !== is)
          throw new Error(`${JSON.stringify(verdicts)} of ${JSON.stringify(value)}`);
        value = mutated(value, choices);
      }
    });
    const result = fc.check(property, { numRuns: runs, seed: 20, endOnFailure: false });
    if (result.failed) seen.disagreements.push(`${named.source} ${named.at}: ${String(result.errorInstance)}`);
  }
  return seen;
}

/**
 * Where ajv errs whatever the schema is: members named like what every object inherits, and `multipleOf` of numbers whose quotient
 * is rounded.
 */
function isPlain(value: Json): boolean {
  if (typeof value === 'number') return Math.abs(value) < 2 ** 53 && Number(value.toPrecision(15)) === value;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => !(name in Object.prototype) && isPlain(member));
}

/** Undefined where ajv fails what the suite wants. */
function peerOf({ schema, tests }: Group): Judge | undefined {
  try {
    const check = new Ajv2020({ strict: false, validateFormats: false, logger: false }).compile(
      Object(schema) === schema ? Object(schema) : schema === true,
    );
    return tests.every(({ data, valid }) => check(data) === valid) ? (value) => check(value) === true : undefined;
  } catch {
    return undefined;
  }
}
