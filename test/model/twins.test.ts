/** Properties that share a schema: the output is what it would be if each had its own, and every place is told what is wrong with it. */

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitters } from '../../src/emit/index.js';
import { load } from '../../src/load/index.js';
import { buildApi } from '../../src/model/build.js';
import type { Options } from '../../src/options.js';
import type { FileModel } from '../../src/print/file.js';
import { print } from '../../src/print/index.js';
import { optionsFor } from '../document.js';
import { goldens } from '../golden/cases.js';
import { describeShared, shared } from '../shared.js';

async function made(options: Options, twins: 'apart' | 'shared') {
  const { source } = await load(options);
  if (!source) throw new Error('the document cannot be read');
  const { value: api, findings } = buildApi(source, options, twins);
  const files: FileModel[] = [];
  for (const emitter of emitters) files.push(...(await emitter.emit({ api, options, source, before: files })).files);
  const said = findings.map(({ rule, at, message, on }) => `${at} ${rule.code} ${on ?? 'value'} ${message}`).sort();
  return { api, said, text: Object.fromEntries(print(files).map(({ path, text }) => [path, text])) };
}

async function expectSame(options: Options): Promise<Awaited<ReturnType<typeof made>>> {
  const [apart, together] = [await made(options, 'apart'), await made(options, 'shared')];
  expect(together.said).toEqual(apart.said);
  expect(together.text).toEqual(apart.text);
  return together;
}

test.each(goldens)('$name', async ({ options }) => {
  await expectSame(options);
});

describeShared('documents of Gcore', () => {
  test.each(['iam.documented.yaml', 'waap.yaml'])('%s', async (name) => {
    await expectSame(optionsFor(shared(`specs/gcore/${name}`)));
  });
});

describe('a document in which much is said twice', () => {
  const DOCUMENT = `
openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /json:
    post:
      operationId: sendJson
      requestBody: { content: { application/json: { schema: { type: object, properties: { file: &file { type: object, properties: { bytes: { type: string, format: binary } } } } } } } }
      responses: { '200': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
  /form:
    post:
      operationId: sendForm
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { file: { type: object, properties: { bytes: { type: string, format: binary } } } } } } } }
      responses: { '204': { description: '' } }
components:
  schemas:
    A:
      type: object
      properties:
        first: { type: object, properties: { size: { minimum: 3, default: 1 }, inner: { type: object, required: [x], properties: { x: { enum: [1, 1, 2] }, y: { pattern: '(a+)+b' } } } } }
        second: { type: object, properties: { size: { minimum: 3, default: 1 }, inner: { type: object, required: [x], properties: { x: { enum: [1, 1, 2] }, y: { pattern: '(a+)+b' } } } } }
        third: { type: object, properties: { inner: { type: object, required: [x], properties: { x: { enum: [1, 1, 2] }, y: { pattern: '(a+)+b' } } } } }
        both: { oneOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }] }
    B:
      type: object
      properties:
        first: { type: object, properties: { size: { minimum: 3, default: 1 }, inner: { type: object, required: [x], properties: { x: { enum: [1, 1, 2] }, y: { pattern: '(a+)+b' } } } } }
        both: { oneOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }] }
        own: { type: object, properties: { id: { type: string, readOnly: true }, next: { $ref: '#/components/schemas/B' } } }
        other: { type: object, properties: { id: { type: string, readOnly: true }, next: { $ref: '#/components/schemas/B' } } }
    Joined:
      allOf:
        - { type: object, properties: { tags: { type: array, items: { type: string, minLength: 1 } }, name: { type: [string, 'null'] } } }
        - { type: object, properties: { tags: { type: array, items: { type: string, minLength: 1 } }, name: { type: [string, 'null'] }, more: { type: object, properties: { tags: { type: array, items: { type: string, minLength: 1 } } } } } }
    Tags: { type: object, properties: { tags: { type: array, items: { type: string, minLength: 1 } } } }
`;

  test('gives the same output and the same findings', async () => {
    const { api, said } = await expectSame(optionsFor(parse(DOCUMENT)));
    // They do share it.
    const a = api.schemas.find(({ id }) => id === 'A')?.schema;
    const [first, second] = a?.kind === 'object' ? a.properties.filter(({ name }) => name === 'first' || name === 'second') : [];
    expect(first?.schema.kind).toBe('object');
    expect(first?.schema).toBe(second?.schema);
    expect(second?.twin).toEqual({
      of: '#/components/schemas/B/properties/first',
      at: '#/components/schemas/A/properties/second',
    });
    for (const place of ['A/properties/first', 'A/properties/second', 'A/properties/third', 'B/properties/first']) {
      const at = `#/components/schemas/${place}/properties/inner/properties`;
      expect(said.filter((line) => line.startsWith(`${at}/x`)).map((line) => line.split(' ')[1])).toEqual([
        'duplicate-enum-value',
      ]);
      expect(said.filter((line) => line.startsWith(`${at}/y`)).map((line) => line.split(' ')[1])).toContain('slow-pattern');
    }
    expect(said.filter((line) => line.includes('binary-in-json')).map((line) => line.split(' ')[0])).toEqual([
      '#/paths/~1json/post/requestBody/content/application~1json/schema/properties/file/properties/bytes',
    ]);
  });

  test('with an identifier in it shares nothing, since a reference may mean something else in each place', async () => {
    const { api } = await expectSame(
      optionsFor({
        ...parse(DOCUMENT),
        webhooks: {},
        components: { schemas: { ...parse(DOCUMENT).components.schemas, C: { $id: 'https://example.com/c', type: 'object' } } },
      }),
    );
    expect(JSON.stringify(api)).not.toContain('"twin"');
  });
});
