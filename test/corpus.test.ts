/** The page that the run over real documents writes: figures and names, and what is committed has its shape. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Judge } from '../scripts/corpus/judge.js';
import type { Outcome } from '../scripts/corpus/outcome.js';
import { summary } from '../scripts/corpus/summary.js';
import { load } from '../src/load/index.js';
import { optionsFor } from './document.js';

const whole: Outcome = {
  name: 'a.json',
  bytes: 2 ** 20,
  build: 'abc',
  generated: true,
  refused: [],
  diagnostics: { 'unknown-keyword': 2 },
  milliseconds: 1,
  files: 1,
  outputBytes: 2 ** 21,
  compiler: {},
  loads: true,
  examples: { accepted: 3, wrong: 1, implied: 1, undecided: [], disputed: [] },
};

test('counts documents, examples and diagnostics, and names what failed', () => {
  const text = summary(
    [
      whole,
      {
        ...whole,
        name: 'b.json',
        build: 'def',
        examples: { accepted: 0, wrong: 0, implied: 0, undecided: [], disputed: ['#/x: y'] },
      },
      { ...whole, name: 'c.json', compiler: { TS2300: 1 } },
      {
        name: 'd.json',
        bytes: 0,
        generated: false,
        refused: ['invalid-path: z'],
        diagnostics: {},
        milliseconds: 0,
        files: 0,
        outputBytes: 0,
      },
    ],
    5,
  );
  for (const line of [
    '4 of 5 have been run. Sources: abc (2 documents), def (1 document), unknown (1 document).',
    '| generated | 3 of 4 | 75.00 % |',
    '| compile strictly | 2 of 4 | 50.00 % |',
    '| load | 3 of 4 | 75.00 % |',
    '| accept their examples, or refuse what is at fault | 2 of 4 | 50.00 % |',
    '3 MB of documents became 6 MB of TypeScript.',
    '| accepted | 6 | 2 |',
    '| refused by us alone | 1 | 1 |',
    '| [`unknown-keyword`](diagnostics.md#unknown-keyword) | 3 | 6 |',
    '- b.json: examples refused by us alone: 1; judged by nobody: 0',
    '- c.json: does not compile (TS2300)',
    '- d.json: not generated (invalid-path)',
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('#/x: y');
});

test('the page in docs/ is one that it wrote', () => {
  const page = readFileSync(fileURLToPath(new URL('../docs/corpus.md', import.meta.url)), 'utf8');
  const shape = (text: string): string =>
    text
      .split('\n')
      .filter((line) => !line.startsWith('- ') && !line.startsWith('| [`') && line !== '## Failures')
      .join('\n')
      .replace(/Sources: .*/, '')
      .replace(/\d+(\.\d+)?/g, '0')
      .replace(/\n+$/, '\n');
  expect(shape(page)).toBe(shape(summary([whole], 1)));
});

test('ajv judges a schema of a document that it cannot take as a whole', async () => {
  const owner = { type: 'object', required: ['id'], properties: { id: { $ref: '#/components/schemas/Id' } } };
  const { source } = await load(
    optionsFor({
      openapi: '3.1.0',
      info: { title: 't', version: '1' },
      paths: {},
      components: {
        schemas: {
          Id: { type: 'string', minLength: 2, example: { $id: 'https://example.com/one' } },
          // To ajv these are two schemas of one identifier.
          Pet: { properties: { owner, example: { type: 'string' } }, pattern: 1, examples: [{ $id: 'https://example.com/one' }] },
        },
      },
    }),
  );
  if (!source) throw new Error('the document is refused');
  const accepts = (value: unknown) =>
    new Judge(source).accepts({ schemaAt: '#/components/schemas/Pet', value: JSON.parse(JSON.stringify(value)) });
  expect(accepts({ owner: { id: 'ab' }, example: 'x' })).toBe(true);
  expect(accepts({ owner: { id: 'a' } })).toBe(false);
  expect(accepts({ owner: {} })).toBe(false);
  expect(accepts({ example: 1 })).toBe(false);
});
