/**
 * Documents that are made to cost, with a gigabyte of memory each: an answer, or a refusal that names the limit and how to raise it.
 * What they may cost in time is bounded by the timeout of the test alone.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExecutable, start } from '../cli/executable.js';

const folder = mkdtempSync(join(tmpdir(), 'bounds-'));
afterAll(() => rmSync(folder, { recursive: true }));
let executable = '';
beforeAll(async () => {
  executable = await buildExecutable();
});

const HEAD = "openapi: 3.1.0\ninfo: { title: Large, version: '1' }\npaths: {}\n";
const schemas = (yaml: string): string => `${HEAD}components:\n  schemas:\n${yaml}`;
const json = (schemas: string): string =>
  `{"openapi":"3.1.0","info":{"title":"Large","version":"1"},"paths":{},"components":{"schemas":${schemas}}}`;
const times = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('');

interface Row {
  readonly what: string;
  readonly file: 'openapi.yaml' | 'openapi.json';
  readonly text: () => string | Buffer;
  /** Of what is refused: the limit. */
  readonly refused?: RegExp;
}
const rows: readonly Row[] = [
  {
    what: 'aliases of aliases',
    file: 'openapi.yaml',
    text: () =>
      `${HEAD}x-0: &a0 [1]\n${times(12, (i) => `x-${i + 1}: &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join()}]\n`)}`,
    refused: /limits\.nodes/,
  },
  {
    what: 'merge keys of merge keys',
    file: 'openapi.yaml',
    text: () =>
      `${HEAD}x-0: &a0 { ${times(1_000, (i) => `k${i}: 1, `)} }\n${times(3_000, (i) => `x-${i + 1}: &a${i + 1} { <<: *a${i}, m${i}: 1 }\n`)}`,
    refused: /merge keys/,
  },
  {
    what: 'levels of YAML',
    file: 'openapi.yaml',
    text: () => schemas(`    Deep: ${'{ properties: { a: '.repeat(10_000)}{}${' } }'.repeat(10_000)}\n`),
    refused: /limits\.depth/,
  },
  {
    what: 'levels of JSON',
    file: 'openapi.json',
    text: () => json(`{"Deep":${'{"items":'.repeat(10_000)}{}${'}'.repeat(10_000)}}`),
    refused: /limits\.depth/,
  },
  {
    what: 'one byte more than the limit',
    file: 'openapi.yaml',
    text: () => Buffer.alloc(2 ** 27 + 1, ' '),
    refused: /limits\.size/,
  },
  {
    what: 'levels below the limit',
    file: 'openapi.json',
    text: () => json(`{"Deep":${'{"items":'.repeat(450)}{}${'}'.repeat(450)}}`),
  },
  {
    what: 'references one after the other',
    file: 'openapi.json',
    text: () =>
      json(
        `{${times(5_000, (i) => `"S${i}":{"properties":{"next":{"$ref":"#/components/schemas/S${i + 1}"}}},`)}"S5000":{"type":"string"}}`,
      ),
  },
  ...Object.entries({
    'references that do nothing else': (next: string) => next,
    'references as all there is in allOf': (next: string) => `{"allOf":[${next}]}`,
    'references in allOf': (next: string) => `{"allOf":[${next},{"required":["b"]}]}`,
    'references in allOf, all of them asked for what is unevaluated': (next: string) =>
      `{"allOf":[${next}],"unevaluatedProperties":false}`,
    'references in anyOf': (next: string) => `{"anyOf":[${next},{"type":"null"}]}`,
    'references of items': (next: string) => `{"type":"array","items":${next}}`,
    'references of required members': (next: string) => `{"type":"object","required":["a"],"properties":{"a":${next}}}`,
  }).map(
    ([what, link]): Row => ({
      what,
      file: 'openapi.json',
      text: () =>
        json(
          `{${times(5_000, (i) => `"S${i}":${link(`{"$ref":"#/components/schemas/S${i + 1}"}`)},`)}"S5000":{"type":"string"}}`,
        ),
    }),
  ),
  {
    what: 'members of an enum',
    file: 'openapi.yaml',
    text: () => schemas(`    Many:\n      enum:\n${times(20_000, (i) => `        - value-${i}\n`)}`),
  },
  {
    what: 'members of an object',
    file: 'openapi.yaml',
    text: () =>
      schemas(`    Wide:\n      type: object\n      properties:\n${times(5_000, (i) => `        p${i}: { type: string }\n`)}`),
  },
  {
    what: 'members of a union that refer to it',
    file: 'openapi.yaml',
    text: () =>
      schemas(
        `    All:\n      oneOf:\n${times(200, (i) => `        - $ref: '#/components/schemas/S${i}'\n`)}${times(200, (i) => `    S${i}: { type: object, required: [k${i}], properties: { k${i}: { $ref: '#/components/schemas/All' } } }\n`)}`,
      ),
  },
  {
    what: 'allOf that doubles at every level',
    file: 'openapi.yaml',
    text: () =>
      schemas(
        `${times(24, (i) => `    S${i}: { allOf: [{ $ref: '#/components/schemas/S${i + 1}' }, { $ref: '#/components/schemas/S${i + 1}' }] }\n`)}    S24: { type: object, properties: { a: { type: string } } }\n    Top: { type: object, required: [a], properties: { a: { $ref: '#/components/schemas/S0' } }, allOf: [{ $ref: '#/components/schemas/S0' }], unevaluatedProperties: false }\n`,
      ),
  },
  {
    what: 'a text of 16 MB',
    file: 'openapi.yaml',
    text: () => schemas(`    Told: { type: string, description: '${'so it goes '.repeat(1_500_000)}' }\n`),
  },
];

test.each(rows)('$what', { timeout: 120_000 }, async ({ what, file, text, refused }) => {
  const path = join(folder, `${what.replaceAll(' ', '-')}-${file}`);
  writeFileSync(path, text());
  const { ended } = start(executable, folder, ['generate', path, '--out', join(folder, 'out', what)], {
    env: { NODE_OPTIONS: '--max-old-space-size=1024' },
  });
  const { code, err } = await ended;
  rmSync(path);
  if (refused) expect(err).toMatch(refused);
  expect(err).not.toMatch(/^\s+at /m);
  expect(code).toBe(refused ? 3 : 0);
});
