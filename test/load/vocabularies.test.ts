/** Schemas under a meta-schema that an author wrote. */
import { describe, expect, it } from 'vitest';
import { buildApi } from '../../src/model/build.js';
import { optionsFor } from '../document.js';
import { folderOf, loadIn, sourceOf, told } from './documents.js';

const VOCABULARIES = 'https://json-schema.org/draft/2020-12/vocab/';
const at = '#/components/schemas/S';

async function under(vocabulary: object | undefined, schema: object) {
  const folder = await folderOf({
    'main.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 't', version: '1' },
      paths: {},
      components: { schemas: { S: { $schema: 'meta.json', ...schema } } },
    }),
    'meta.json': JSON.stringify({ $id: 'https://example.com/meta', $vocabulary: vocabulary, allOf: [{ $ref: 'nowhere.json' }] }),
  });
  const loaded = await loadIn(folder, 'main.json');
  const { value, findings } = buildApi(sourceOf(loaded), optionsFor('main.json'));
  const codes = [...loaded.findings, ...findings].map((finding) => `${finding.rule.level} ${finding.rule.code} ${finding.at}`);
  return { loaded, schema: value.schemas[0]?.schema, codes };
}

describe('a meta-schema with $vocabulary', () => {
  it('leaves out the keywords of the vocabularies that it does not list, and says so', async () => {
    const { schema, codes } = await under(
      { [`${VOCABULARIES}core`]: true, [`${VOCABULARIES}applicator`]: true },
      { properties: { a: { minimum: 10 }, b: { minimum: 11 } }, required: ['a'] },
    );
    expect(schema).toMatchObject({
      kind: 'object',
      properties: [
        { name: 'a', required: false, schema: { kind: 'any' } },
        { name: 'b', schema: { kind: 'any' } },
      ],
    });
    expect(codes.filter((code) => !code.includes('unused')).sort()).toEqual([
      `warning keyword-outside-vocabulary ${at}/properties/a/minimum`,
      `warning keyword-outside-vocabulary ${at}/required`,
    ]);
  });
  it('may have formats asserted', async () => {
    const all = ['core', 'validation', 'format-assertion'].map((name) => [`${VOCABULARIES}${name}`, true]);
    const { schema } = await under(Object.fromEntries(all), { type: 'string', format: 'uuid' });
    expect(schema).toMatchObject({ format: { name: 'uuid', asserted: true } });
  });
  it('passes over an unknown vocabulary that is optional, and refuses one that is demanded', async () => {
    const known = { [`${VOCABULARIES}core`]: true, [`${VOCABULARIES}validation`]: true };
    const optional = await under({ ...known, 'https://example.com/vocab': false }, { type: 'number' });
    expect(optional.schema).toMatchObject({ kind: 'number' });
    expect(told(optional.loaded)).toEqual([]);
    const demanded = await under({ ...known, 'https://example.com/vocab': true }, { type: 'number' });
    expect(told(demanded.loaded, true)).toEqual([
      'main.json:1:106 unknown-vocabulary "meta.json" demands the vocabulary "https://example.com/vocab", which is not known here',
    ]);
  });
  it('is read as 2020-12 where it lists none', async () => {
    const { loaded, schema } = await under(undefined, { type: 'number' });
    expect(schema).toMatchObject({ kind: 'number' });
    expect(told(loaded, true)).toEqual([
      'main.json:1:106 unknown-dialect "meta.json" has no `$vocabulary`; read as JSON Schema 2020-12',
    ]);
  });
});
