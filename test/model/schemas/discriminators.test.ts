import { describe, expect, test } from 'vitest';
import { typeOf, typeScope } from '../../../src/emit/types/index.js';
import type { Json, Schema } from '../../../src/model/schema.js';
import { buildComponents } from './build.js';

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Readonly<Record<string, Json>>, required: readonly string[] = []): Json => ({
  type: 'object',
  properties,
  required,
});
const string: Json = { type: 'string' };
const animals: Readonly<Record<string, Json>> = {
  Cat: object({ kind: string, lives: { type: 'integer' } }, ['kind']),
  Dog: object({ kind: string, tail: { type: 'boolean' } }, ['kind']),
};

const mapping = (schema: Schema | undefined): unknown => (schema?.kind === 'union' ? schema.discriminator?.mapping : undefined);

describe('discriminators', () => {
  const rows: readonly (readonly [string, Readonly<Record<string, Json>>, string, readonly string[]])[] = [
    [
      'names of components select where nothing else does',
      { ...animals, T: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } } },
      "Cat & { kind: 'Cat' } | Dog & { kind: 'Dog' }",
      [],
    ],
    [
      'mapping by name and by reference',
      {
        ...animals,
        T: {
          oneOf: [ref('Cat'), ref('Dog')],
          discriminator: { propertyName: 'kind', mapping: { dog: 'Dog', wolf: '#/components/schemas/Dog', cat: 'Cat' } },
        },
      },
      "Cat & { kind: 'cat' } | Dog & { kind: 'dog' | 'wolf' }",
      [],
    ],
    [
      'an entry that leads to no member is left out',
      {
        ...animals,
        U: string,
        T: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind', mapping: { u: 'U', x: 'Nobody' } } },
      },
      "Cat & { kind: 'Cat' } | Dog & { kind: 'Dog' }",
      [
        'discriminator-mapping #/components/schemas/T/discriminator/mapping/u',
        'discriminator-mapping #/components/schemas/T/discriminator/mapping/x',
      ],
    ],
    [
      'what the member states itself decides',
      {
        A: object({ kind: { const: 'a' } }, ['kind']),
        B: object({ kind: { enum: ['b', 'c'] } }, ['kind']),
        T: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 'kind' } },
      },
      'A | B',
      [],
    ],
    [
      'no discriminator is needed for that',
      {
        A: object({ kind: { const: 'a' } }, ['kind']),
        B: object({ kind: { const: 'b' } }, ['kind']),
        T: { oneOf: [ref('A'), ref('B')] },
      },
      'A | B',
      [],
    ],
    [
      'null stands beside',
      { ...animals, T: { oneOf: [ref('Cat'), ref('Dog'), { type: 'null' }], discriminator: { propertyName: 'kind' } } },
      "Cat & { kind: 'Cat' } | Dog & { kind: 'Dog' } | null",
      [],
    ],
    [
      'a property that is no string selects nothing',
      {
        A: object({ on: { const: true } }, ['on']),
        B: object({ on: { const: false } }, ['on']),
        T: { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 'on' } },
      },
      'A | B',
      ['unusable-discriminator #/components/schemas/T/discriminator'],
    ],
    [
      'an inline member without a value of its own',
      { ...animals, T: { anyOf: [ref('Cat'), object({ kind: string })], discriminator: { propertyName: 'kind' } } },
      'Cat | { kind?: string }',
      ['unusable-discriminator #/components/schemas/T/discriminator'],
    ],
    [
      'a property that a member does without',
      {
        A: object({ kind: string, a: string }, ['a']),
        B: object({ kind: string, b: string }, ['kind', 'b']),
        T: { anyOf: [ref('A'), ref('B')], discriminator: { propertyName: 'kind', mapping: { a: 'A', b: 'B' } } },
      },
      "A & { kind?: 'a' } | B & { kind?: 'b' }",
      [],
    ],
    [
      'a member for everything else',
      {
        ...animals,
        Any: object({ kind: string }),
        T: { anyOf: [ref('Cat'), ref('Dog'), ref('Any')], discriminator: { propertyName: 'kind', defaultMapping: 'Any' } },
      },
      "Cat & { kind: 'Cat' } | Dog & { kind: 'Dog' } | Any",
      [],
    ],
    [
      'a member for everything else that is none',
      { ...animals, T: { anyOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind', defaultMapping: 'Any' } } },
      "Cat & { kind: 'Cat' } | Dog & { kind: 'Dog' }",
      ['discriminator-mapping #/components/schemas/T/discriminator/defaultMapping'],
    ],
    [
      'members that are the same',
      { Cat: animals['Cat'] ?? {}, T: { anyOf: [ref('Cat'), ref('Cat')], discriminator: { propertyName: 'kind' } } },
      'Cat',
      ['duplicate-union-member #/components/schemas/T/anyOf/1', 'unusable-discriminator #/components/schemas/T/discriminator'],
    ],
  ];

  test.each(rows)('%s', (_, schemas, type, reported) => {
    const built = buildComponents(schemas);
    const schema = built.get('T')?.schema;
    expect(schema && typeOf(schema, typeScope(built)).text).toBe(type);
    expect(built.reported).toEqual(reported);
  });

  test('every value leads to its member', () => {
    const built = buildComponents({
      A: object({ kind: { const: 'a' } }, ['kind']),
      B: object({ kind: { enum: ['b', 'c'] } }, ['kind']),
      T: { oneOf: [ref('A'), ref('B')] },
    });
    expect(mapping(built.get('T')?.schema)).toEqual([
      { value: 'a', member: 0 },
      { value: 'b', member: 1 },
      { value: 'c', member: 1 },
    ]);
  });

  test('a base that lists its own heirs', () => {
    const built = buildComponents({
      Pet: {
        type: 'object',
        properties: { kind: string },
        required: ['kind'],
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind' },
      },
      Cat: { allOf: [ref('Pet'), object({ lives: { type: 'integer' } })] },
      Dog: { allOf: [ref('Pet'), object({ tail: { type: 'boolean' } })] },
    });
    const scope = typeScope(built);
    expect(Object.fromEntries(built.schemas.map(({ id, schema }) => [id, typeOf(schema, scope).text]))).toEqual({
      Cat: 'PetBase & { lives?: number }',
      Dog: 'PetBase & { tail?: boolean }',
      Pet: "{ kind: string } & (Cat & { kind: 'Cat' } | Dog & { kind: 'Dog' })",
      PetBase: '{ kind: string }',
    });
    expect(built.reported).toEqual(['recursive-base #/components/schemas/Pet']);
  });

  test('what Swagger 2.0 has instead of a mapping counts in front of the name', () => {
    const built = buildComponents({
      Pet: { type: 'object', properties: { kind: string }, required: ['kind'], discriminator: { propertyName: 'kind' } },
      Cat: { allOf: [ref('Pet')], 'x-ms-discriminator-value': '#Pets.Cat' },
      Crate: { type: 'object', properties: { kind: string }, required: ['kind'], 'x-ms-discriminator-value': '#Crate' },
      Basket: object({ kind: string }, ['kind']),
      Bed: { oneOf: [ref('Crate'), ref('Basket')], discriminator: { propertyName: 'kind' } },
    });
    const text = (id: string): string => typeOf(built.get(id)?.schema ?? { kind: 'never', at: '' }, typeScope(built)).text;
    expect(text('Cat')).toBe("Pet & { kind: '#Pets.Cat' }");
    expect(text('Bed')).toBe("Crate & { kind: '#Crate' } | Basket & { kind: 'Basket' }");
  });

  test('heirs are held to nothing by a property that is no string', () => {
    const built = buildComponents({
      Page: {
        type: 'object',
        properties: { content: { type: 'array', items: string } },
        required: ['content'],
        discriminator: { propertyName: 'content' },
      },
      Brands: { allOf: [ref('Page')] },
    });
    const text = (id: string): string => typeOf(built.get(id)?.schema ?? { kind: 'never', at: '' }, typeScope(built)).text;
    expect(text('Brands')).toBe('Page');
    expect(built.reported).toEqual(['unusable-discriminator #/components/schemas/Page/discriminator']);
  });

  test('heirs are held to their own values and those of their heirs', () => {
    const built = buildComponents({
      Pet: {
        type: 'object',
        properties: { kind: string },
        required: ['kind'],
        discriminator: { propertyName: 'kind', mapping: { kitten: 'Kitten' } },
      },
      Cat: { allOf: [ref('Pet'), object({ lives: { type: 'integer' } })] },
      Kitten: { allOf: [ref('Cat')] },
    });
    const scope = typeScope(built);
    const text = (id: string): string | undefined =>
      built.get(id) && typeOf(built.get(id)?.schema ?? { kind: 'never', at: '' }, scope).text;
    expect(text('Pet')).toBe('{ kind: string }');
    expect(text('Cat')).toBe("Pet & { kind: 'Cat' | 'kitten'; lives?: number }");
    expect(text('Kitten')).toBe("Cat & { kind: 'kitten' }");
    expect(built.reported).toEqual([
      'inherited-discriminator #/components/schemas/Cat',
      'inherited-discriminator #/components/schemas/Kitten',
    ]);
  });
});
