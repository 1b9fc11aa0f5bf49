/** Integers that a number cannot hold reach the other side, and come back, with all their digits, wherever they stand in a body. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generate } from '../../src/index.js';
import { isObject } from '../../src/model/node.js';
import type { Json } from '../../src/model/schema.js';
import { bundle } from '../emit/validators/emitted.js';
import { Choices } from './choices.js';
import { DIRECTIONS } from './directions.js';
import { EXACT, revived, sampleOf } from './sample.js';
import { type Subjects, subjectsOf } from './subjects.js';

interface Generated {
  createClient(options: { readonly baseUrl: string; readonly fetch: typeof fetch }): unknown;
}
type Operations = Readonly<Record<string, (client: unknown, input: { readonly body: unknown }) => Promise<unknown>>>;
const READINGS = [
  ['bigint', revived],
  ['string', digits],
] as const;
const names = Object.keys(DIRECTIONS.components.schemas);
const RUNS = 60;

describe.each(READINGS)('int64 as %s', (int64, read) => {
  test('is sent and received with all its digits', { timeout: 120_000 }, async () => {
    const subjects = await subjectsOf(DIRECTIONS, { int64: 'bigint' }, false, ['component', 'variant']);
    const { files } = await generate({ input: DIRECTIONS, paths: false, schemas: { int64 } });
    const code = await bundle(new Map(files.map(({ path, text }) => [path, text])), "export * from './index.ts'");
    const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
    const module: Generated = await import(url);
    const operations: Operations = await import(url);
    let [sent, answer] = ['', ''];
    const client = module.createClient({
      baseUrl: 'https://api.example',
      fetch: async (input, init) => {
        sent = await new Request(input, init).text();
        return new Response(answer, { headers: { 'content-type': 'application/json' } });
      },
    });
    let exact = 0;
    for (const name of names) {
      const bodies = validOnes(subjects, name, 'Request');
      const answers = validOnes(subjects, name, 'Response');
      for (const [i, body] of bodies.entries()) {
        const received = answers[i % answers.length] ?? null;
        answer = textOf(received);
        const result = await operations[`echo${name}`]?.(client, { body: read(body) });
        expect(result).toMatchObject({ status: 200, body: read(received) });
        expect(sent).toBe(textOf(body));
        if (/\d{16}/.test(sent) && /\d{16}/.test(answer)) exact++;
      }
    }
    // Of those that have such an integer in both directions.
    expect(exact).toBeGreaterThan(50);
  });
});

/** Values that are valid in one direction. */
function validOnes({ list, find }: Subjects, name: string, direction: string): readonly Json[] {
  const subject = list.find(({ named }) => named.id === name + direction) ?? list.find(({ named }) => named.id === name);
  if (!subject) return [];
  const bytes = fc.sample(fc.uint8Array({ minLength: 48, maxLength: 48 }), { numRuns: RUNS, seed: 11 });
  const values = bytes.map((each) => sampleOf(subject.named.schema, new Choices(each), find));
  return values.filter((value) => subject.validator.is(revived(value)));
}

/** JSON with the digits themselves. */
const textOf = (value: Json): string =>
  JSON.stringify(value).replaceAll(
    new RegExp(`"${JSON.stringify(EXACT).slice(1, -1).replaceAll('\\', '\\\\')}(-?\\d+)"`, 'g'),
    '$1',
  );

function digits(value: Json): Json {
  if (typeof value === 'string') return value.startsWith(EXACT) ? value.slice(EXACT.length) : value;
  if (Array.isArray(value)) return value.map(digits);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, digits(member)]));
}
