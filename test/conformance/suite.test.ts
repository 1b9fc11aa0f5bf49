/** The official test suite of JSON Schema, through the generator: every schema is generated from a document, and what was emitted is run. */
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuesOf } from '../../templates/runtime/validation/index.js';
import { type Emitted, emit } from '../emit/validators/emitted.js';
import { describeShared, shared } from '../shared.js';
import { documentOf, type Group, groupsOf, HOST, serveRemotes } from './suite.js';

const references = { hosts: [HOST, 'json-schema.org'] };
const letter = { references, schemas: { impliedType: 'letter' } } as const;

describeShared('the official suite', () => {
  let server: Server | undefined;
  beforeAll(async () => {
    server = await serveRemotes(shared('json-schema-test-suite/remotes'));
  });
  afterAll(() => server?.close());
  const suite = (folder: string): readonly Group[] => groupsOf(shared(`json-schema-test-suite/tests/${folder}`));

  describe('2020-12, required', () => {
    for (const [file, groups] of byFile(suite('draft2020-12'))) {
      test(file, async () => expect(await failures(groups, letter)).toEqual([]));
    }
  });

  describe('2020-12, formats asserted', () => {
    const asserted = { references, schemas: { impliedType: 'letter', formats: 'assert' } } as const;
    for (const [file, groups] of byFile(suite('draft2020-12/optional/format'))) {
      test(file, async () => expect(await failures(groups, asserted)).toEqual([]));
    }
  });

  describe('2020-12, optional', () => {
    for (const [file, groups] of byFile(suite('draft2020-12/optional'))) {
      test(file, async () => {
        const failed = (await failures(groups, letter)).map((each) => each.split(' | ')[0]);
        expect([...new Set(failed)]).toEqual(DECLINED[file] ?? []);
      });
    }
  });

  describe('draft 4, as OpenAPI 3.0 says it', () => {
    for (const [file, groups] of byFile(suite('draft4').filter(({ schema }) => isSayable(schema)))) {
      test(file, async () => expect(await failures(groups, letter, '3.0.3')).toEqual([]));
    }
  });
});

/** The groups of the optional files that are not done, and why. */
const DECLINED: Readonly<Record<string, readonly string[]>> = {
  // A document has one dialect; a schema under another `$schema` is read as 2020-12, with a finding where a keyword has no effect.
  'cross-draft': ['refs to historic drafts are processed as historic drafts'],
  // `dependencies` left the language with 2019-09; here it is an unknown keyword, and a finding says so.
  'dependencies-compatibility': [
    'single dependency',
    'multiple dependents required',
    'dependencies with escaped characters',
    'single schema dependency',
    'boolean subschemas',
    'schema dependencies with escaped characters',
  ],
};

function byFile(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const files = new Map<string, Group[]>();
  for (const group of groups) files.set(group.file, [...(files.get(group.file) ?? []), group]);
  return files;
}

/** `is` must answer as the suite says, and `validate` as `is`; what reports has nothing to say of what is valid. */
async function failures(
  groups: readonly Group[],
  config: Parameters<typeof emit>[1],
  openapi?: string,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { description, schema, tests } of groups) {
    let emitted: Emitted;
    try {
      emitted = await emit(documentOf(schema, openapi), config);
    } catch (error) {
      failed.push(`${description} | ${String(error)}`);
      continue;
    }
    const subject = emitted['Subject'];
    const check = emitted.checks['Subject'];
    for (const each of tests) {
      if (subject?.is(each.data) !== each.valid)
        failed.push(`${description} | ${each.description}: is says ${subject?.is(each.data)}`);
      const result = subject?.validate(each.data);
      const isValid = result !== undefined && !('issues' in result);
      if (isValid !== each.valid) failed.push(`${description} | ${each.description}: validate says ${JSON.stringify(result)}`);
      const issues = check ? issuesOf(check, each.data) : 'nothing: there is none';
      if ((issues === undefined) !== each.valid)
        failed.push(`${description} | ${each.description}: check says ${JSON.stringify(issues)}`);
    }
  }
  return failed;
}

/** Keywords of draft 4 that a Schema Object of 3.0 has too. */
const SAYABLE = new Set(
  `$ref $schema type properties required items allOf anyOf oneOf not additionalProperties enum format pattern minLength maxLength minimum
  maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems minProperties maxProperties default description title`.split(
    /\s+/,
  ),
);
const NESTED = new Set(['items', 'not', 'additionalProperties']);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf']);
function isSayable(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return typeof schema === 'boolean';
  return Object.entries(schema).every(([key, value]) => {
    if (!SAYABLE.has(key)) return false;
    if (key === 'type') return typeof value === 'string' && value !== 'null';
    if (key === '$ref') return typeof value === 'string' && value.startsWith('#');
    if (key === 'items' && (Array.isArray(value) || typeof value === 'boolean')) return false;
    if (NESTED.has(key)) return isSayable(value);
    if (LISTS.has(key)) return Array.isArray(value) && value.every(isSayable);
    return key !== 'properties' || Object.values(Object(value)).every(isSayable);
  });
}
