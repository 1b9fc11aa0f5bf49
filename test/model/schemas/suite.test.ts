/** Over real documents and the official suite: building never throws, and what it builds says what the suite says. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { load } from '../../../src/load/index.js';
import { buildApi } from '../../../src/model/build.js';
import { isObject } from '../../../src/model/node.js';
import type { Json } from '../../../src/model/schema.js';
import { accepts } from '../../../src/model/schemas/analyse/accepts.js';
import { defaults } from '../../../src/options.js';
import { describeShared, shared } from '../../shared.js';

interface Group {
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

const document = (schema: Json) => ({
  openapi: '3.1.0',
  info: { title: 'suite', version: '1' },
  paths: {},
  // With an `$id` of its own, `#` is the schema and not the document.
  components: {
    schemas: { Subject: isObject(schema) && !('$id' in schema) ? { $id: 'https://suite.test/subject', ...schema } : schema },
  },
});

async function judge({ schema, tests }: Group): Promise<readonly string[]> {
  const options = {
    ...defaults,
    input: document(schema),
    output: '',
    schemas: { ...defaults.schemas, impliedType: 'letter' as const },
  };
  const { source, findings: loaded } = await load(options);
  if (!source) return ['not loaded'];
  const { value: api, findings } = buildApi(source, options);
  // Documents on other hosts are not read here, and dialects that are described there are read as 2020-12.
  const elsewhere = new Set(['unresolved-reference', 'unknown-dialect']);
  if ([...loaded, ...findings].some(({ rule }) => elsewhere.has(rule.code))) return [];
  const byId = new Map(api.schemas.map((named) => [named.id, named.schema]));
  const subject = api.schemas.find(({ origin }) => origin === 'component')?.schema;
  return tests.flatMap(({ description, data, valid }) => {
    const verdict = subject ? accepts(subject, data, (id) => byId.get(id)) : undefined;
    return verdict === undefined || verdict === valid ? [] : [`${description}: ${verdict}`];
  });
}

describeShared('JSON-Schema-Test-Suite, draft 2020-12', () => {
  const folder = 'json-schema-test-suite/tests/draft2020-12';
  for (const file of readdirSync(shared(folder)).filter((name) => name.endsWith('.json'))) {
    test(file, async () => {
      const groups: readonly Group[] = JSON.parse(readFileSync(shared(`${folder}/${file}`), 'utf8'));
      for (const group of groups)
        expect({ group: group.description, wrong: await judge(group) }).toEqual({ group: group.description, wrong: [] });
    });
  }
});

describeShared('real documents', () => {
  const files = [...readdirSync(shared('specs/gcore')).map((name) => `gcore/${name}`), 'iam_api.yaml'];
  test.each(files)('%s has no error and no schema without a name', async (file) => {
    const options = { ...defaults, input: shared(`specs/${file}`), output: '' };
    const { source } = await load(options);
    expect(source).toBeDefined();
    if (!source) return;
    const { value: api, findings } = buildApi(source, options);
    expect(findings.filter(({ rule }) => rule.level === 'error')).toEqual([]);
    expect(new Set(api.schemas.map(({ id }) => id)).size).toBe(api.schemas.length);
  });
});
