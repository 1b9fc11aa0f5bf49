import { describe, expect, test } from 'vitest';
import { typeOf, typeScope } from '../../../src/emit/types/index.js';
import type { Json } from '../../../src/model/schema.js';
import { buildComponents, type How } from './build.js';

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const sent = (name: string) => [`#/components/schemas/${name}`, 'request'] as const;
const received = (name: string) => [`#/components/schemas/${name}`, 'response'] as const;

/** All types by name, and behind them what they are to the outside. */
function typesBy(schemas: Readonly<Record<string, Json>>, how: How): Readonly<Record<string, string>> {
  const built = buildComponents(schemas, how);
  const scope = typeScope(built);
  return Object.fromEntries(
    built.schemas.map(({ id, schema, origin, sameTypeAs }) => [
      id,
      `${origin} ${sameTypeAs ? `as ${sameTypeAs}` : typeOf(schema, scope).text}`,
    ]),
  );
}

describe('what may be sent and what is received', () => {
  const User: Json = {
    type: 'object',
    required: ['id', 'password'],
    properties: { id: { type: 'integer', readOnly: true }, password: { type: 'string', writeOnly: true } },
  };

  test('a variant for each direction that differs, and only where it is used', () => {
    expect(typesBy({ User, Other: { type: 'string' } }, { uses: [sent('User'), received('User'), sent('Other')] })).toEqual({
      User: 'component { id: number; password: string }',
      UserRequest: 'variant { password: string }',
      UserResponse: 'variant { id: number }',
      Other: 'component string',
    });
    expect(typesBy({ User }, {})).toEqual({ User: 'component { id: number; password: string }' });
  });

  test('through references, cycles included', () => {
    const Team: Json = { type: 'object', properties: { lead: ref('User'), parts: { type: 'array', items: ref('Team') } } };
    expect(typesBy({ User, Team }, { uses: [sent('Team')] })).toEqual({
      User: 'component { id: number; password: string }',
      UserRequest: 'variant { password: string }',
      Team: 'component { lead?: User; parts?: Team[] }',
      TeamRequest: 'variant { lead?: UserRequest; parts?: TeamRequest[] }',
    });
  });

  test('readOnly of what a property refers to is the property’s', () => {
    const types = typesBy(
      { Id: { type: 'integer', readOnly: true }, T: { type: 'object', properties: { id: ref('Id') } } },
      { uses: [sent('T')] },
    );
    expect(types['TRequest']).toBe('variant { [key: string]: unknown }');
  });

  test('a schema beside the one that says readOnly cannot require the member', () => {
    const types = typesBy(
      { User, Full: { allOf: [ref('User'), { type: 'object', required: ['id', 'name'] }] } },
      { uses: [sent('Full')] },
    );
    expect(types['FullRequest']).toBe('variant UserRequest & { name: unknown }');
  });

  test('below not, members stand as they are', () => {
    const types = typesBy({ User, T: { type: 'object', properties: { a: { not: ref('User') } } } }, { uses: [sent('T')] });
    expect(Object.keys(types)).toEqual(['T', 'User']);
  });

  test('a taken name is no obstacle', () => {
    const types = typesBy({ User, UserRequest: { type: 'string' } }, { uses: [sent('User')] });
    expect(types['UserRequest']).toBe('component string');
    expect(Object.keys(types)).toHaveLength(3);
  });
});

describe('oneOf with members that overlap', () => {
  const schemas: Readonly<Record<string, Json>> = {
    Err: {
      oneOf: [
        { type: 'object', properties: { a: { type: 'string' } } },
        { type: 'object', properties: { b: { type: 'string' } } },
      ],
    },
    Page: { type: 'object', properties: { errors: { type: 'array', items: ref('Err') } } },
  };

  test('responses accept any, under a name that nobody sees', () => {
    const built = buildComponents(schemas, { uses: [received('Page'), sent('Page')] });
    expect(built.schemas.map(({ id, origin, sameTypeAs }) => [id, origin, sameTypeAs])).toEqual([
      ['Err', 'component', undefined],
      ['ErrReceived', 'inline', 'Err'],
      ['Page', 'component', undefined],
      ['PageReceived', 'inline', 'Page'],
    ]);
    expect(built.get('Err')?.schema).toMatchObject({ kind: 'union', mode: 'oneOf' });
    expect(built.get('ErrReceived')?.schema).toMatchObject({ kind: 'union', mode: 'anyOf' });
    expect(built.reported).toEqual(['overlapping-one-of #/components/schemas/Err/oneOf']);
    const page = built.get('PageReceived');
    expect(page && typeOf(page.schema, typeScope(built)).text).toBe('{ errors?: Err[] }');
  });

  test('so does a request, where a member that tells them apart is not sent', () => {
    const side = (type: string): Json => ({
      type: 'object',
      properties: { id: { type, readOnly: true }, name: { type: 'string' } },
    });
    const Owner: Json = { oneOf: [side('integer'), side('string')] };
    const built = buildComponents({ Owner }, { uses: [sent('Owner')] });
    expect(built.get('Owner')?.schema).toMatchObject({ kind: 'union', mode: 'oneOf' });
    expect(built.get('OwnerRequest')?.schema).toMatchObject({ kind: 'union', mode: 'anyOf' });
    const exact = buildComponents({ Owner }, { uses: [sent('Owner')], options: { overlappingOneOf: 'exact' } });
    expect(exact.get('OwnerRequest')?.schema).toMatchObject({ mode: 'oneOf' });
  });

  test('unless told otherwise', () => {
    const built = buildComponents(schemas, { uses: [received('Page')], options: { overlappingOneOf: 'exact' } });
    expect(built.schemas.map(({ id }) => id)).toEqual(['Err', 'Page']);
    expect(built.get('Err')?.schema).toMatchObject({ mode: 'oneOf' });
  });
});

test('open enums, in responses alone', () => {
  const Color: Json = { type: 'string', enum: ['red', 'green'] };
  const how: How = { uses: [received('Color'), sent('Color')], options: { openEnums: 'responses' } };
  expect(typesBy({ Color }, how)).toEqual({
    Color: "component 'red' | 'green'",
    ColorResponse: "variant 'red' | 'green' | (string & {})",
  });
});

describe('bytes', () => {
  const File: Json = { type: 'object', properties: { content: { type: 'string', format: 'binary' } } };
  const place = '#/components/schemas/File';

  test('are a Blob in a form, and where both a form and JSON bring them', () => {
    expect(typesBy({ File }, { uses: [[place, 'request', 'any']] })).toEqual({ File: 'component { content?: Blob }' });
    expect(
      typesBy(
        { File },
        {
          uses: [
            [place, 'request', 'any'],
            [place, 'response', 'json'],
          ],
        },
      ),
    ).toEqual({ File: 'component { content?: Blob }' });
  });

  test('are a string in JSON, through references too', () => {
    const List: Json = { type: 'array', items: ref('File') };
    const built = buildComponents({ File, List }, { uses: [['#/components/schemas/List', 'response', 'json']] });
    expect(built.get('File')?.schema).toMatchObject({ properties: [{ schema: { kind: 'string', format: { name: 'binary' } } }] });
    expect(built.reported).toEqual(['binary-in-json #/components/schemas/File/properties/content']);
  });
});
