/** Schemas that say the same in other words, or that cannot be checked as a whole: no value that they accept is refused. */
import { expect, test } from 'vitest';
import type { Schema } from '../../../src/model/schema.js';
import { apiOf } from '../../document.js';

async function schemaOf(name: string, schemas: string): Promise<{ schema: Schema | undefined; said: readonly string[] }> {
  const { api, said } = await apiOf(`paths: {}\ncomponents: { schemas: { ${schemas} } }`);
  return { schema: api.schemas.find(({ id }) => id === name)?.schema, said };
}

test('a component that is a reference is another name of what it refers to, not its heir', async () => {
  const pets = `
    Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } },
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] },
    AnyPet: { $ref: '#/components/schemas/Pet' },
    Dog: { allOf: [{ $ref: '#/components/schemas/AnyPet' }] }`;
  expect((await schemaOf('AnyPet', pets)).schema).toMatchObject({ kind: 'reference', to: 'Pet' });
  expect((await schemaOf('Cat', pets)).schema).toMatchObject({ kind: 'intersection' });
  expect((await schemaOf('Dog', pets)).schema).toMatchObject({ kind: 'intersection' });
});

test('a closed object with a pattern that cannot be tested is not closed', async () => {
  const { schema, said } = await schemaOf(
    'A',
    `A: { type: object, additionalProperties: false, patternProperties: { '(?<!': {} } }`,
  );
  expect(schema).toMatchObject({ kind: 'object', additionalProperties: { kind: 'any' }, additionalImplied: true });
  expect(said).toContainEqual(expect.stringContaining('invalid-pattern'));
});

test('values are told apart whatever their members are called', async () => {
  const { schema } = await schemaOf('A', `A: { anyOf: [{ const: { at: 1 } }, { const: { at: 2 } }] }`);
  expect(JSON.stringify(schema)).toContain('{"at":2}');
});

test('the order of a mapping and of patterns is not that of the document', async () => {
  const read = async (mapping: string, patterns: string) =>
    (
      await apiOf(`paths: {}
components:
  schemas:
    A: { type: object, required: [k], properties: { k: { type: string } }, patternProperties: { ${patterns} } }
    U: { oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: k, mapping: { ${mapping} } } }`)
    ).api.schemas;
  const [a, b] = [`a: '#/components/schemas/A'`, `b: '#/components/schemas/A'`];
  expect(await read(`${b}, ${a}`, `'^y': {}, '^x': {}`)).toEqual(await read(`${a}, ${b}`, `'^x': {}, '^y': {}`));
});

test('readOnly in quotes is meant', async () => {
  const { api, said } = await apiOf(`
paths: { /a: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }, responses: {} } } }
components: { schemas: { A: { type: object, required: [id], properties: { id: { type: string, readOnly: 'true' } } } } }`);
  expect(api.schemas.find(({ id }) => id === 'ARequest')?.schema).toMatchObject({ properties: [] });
  expect(said).toContainEqual(expect.stringContaining('value-of-other-type #/components/schemas/A/properties/id/readOnly'));
});
