/** Documents whose schemas are asked in every way that there is: the model, the types, the validators, and ajv. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { generate } from '../../src/index.js';
import { load } from '../../src/load/index.js';
import { buildApi } from '../../src/model/build.js';
import type { Json, NamedSchema, Schema, SchemaId } from '../../src/model/schema.js';
import { eachChild } from '../../src/model/schemas/walk.js';
import type { Options } from '../../src/options.js';
import { defaults } from '../../src/options.js';
import { type Check, type Validator, validator } from '../../templates/runtime/validation/index.js';
import { bundle } from '../emit/validators/emitted.js';

export interface Subject {
  readonly named: NamedSchema;
  readonly validator: Validator<unknown>;
}
export interface Subjects {
  readonly list: readonly Subject[];
  readonly find: (id: SchemaId) => Schema | undefined;
  /** By path, what was generated. */
  readonly files: ReadonlyMap<string, string>;
  /** The components as JSON Schema 2020-12, by the pointer of the component. */
  readonly document: Json;
}

/** The components of a document, as they are by the letter; with `origins` also as they may be sent or received, and bodies of their own. */
export async function subjectsOf(
  input: string | object,
  schemas: Partial<Options['schemas']> = {},
  paths = false,
  origins: readonly NamedSchema['origin'][] = ['component'],
): Promise<Subjects> {
  const options: Options = {
    ...defaults,
    input,
    output: '',
    paths,
    splitAbove: 1e9,
    schemas: { ...defaults.schemas, ...schemas },
  };
  const { source } = await load(options);
  if (!source) throw new Error('the document cannot be read');
  const { value: api } = buildApi(source, options);
  const { files } = await generate({ input, paths, splitAbove: 1e9, schemas });
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const code = await bundle(texts, "export * from './validators.ts'");
  const module: Readonly<Record<string, unknown>> = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  const byId = new Map(api.schemas.map((named) => [named.id, named]));
  const list = api.schemas.flatMap((named) => {
    const [is, check] = [module[`is${named.id}`], module[`check${named.id}`]];
    if (!origins.includes(named.origin) || !isTest(is) || !isCheck(check)) return [];
    return [{ named, validator: validator(is, check) }];
  });
  return { list, find: (id) => byId.get(id)?.schema, files: texts, document: source.document };
}

const isTest = (found: unknown): found is (value: unknown) => value is unknown => typeof found === 'function';
const isCheck = (found: unknown): found is Check => typeof found === 'function';

/** With the flag `u` where the pattern allows it, as the generator reads patterns. */
const regExp = Object.assign(
  (pattern: string): RegExp => {
    try {
      return new RegExp(pattern, 'u');
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: 'new RegExp' },
);

/** What ajv says of a component's values; it knows nothing of formats here. */
export function ajvOf(document: Json): (at: string) => (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, discriminator: false, code: { regExp } });
  ajv.addSchema({ $id: 'https://example.com/document', ...Object(document) });
  return (at) => {
    const check = ajv.compile({ $ref: `https://example.com/document${at}` });
    return (value) => check(value) === true;
  };
}

/** True where the schema, or one that it leads to, is such a one. */
export const leadsTo = (schema: Schema, find: Subjects['find'], is: (schema: Schema) => boolean): boolean =>
  [...reached(schema, find)].some(is);

/** The names of all members that the schema, or one that it leads to, speaks of. */
export function namesIn(schema: Schema, find: Subjects['find']): readonly string[] {
  const names = new Set<string>();
  for (const each of reached(schema, find)) if (each.kind === 'object') for (const { name } of each.properties) names.add(name);
  return [...names];
}

function reached(schema: Schema, find: Subjects['find']): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const visit = (next: Schema): void => {
    if (found.has(next)) return;
    found.add(next);
    eachChild(next, visit);
    const target = next.kind === 'reference' ? find(next.to) : undefined;
    if (target) visit(target);
  };
  visit(schema);
  return found;
}

/** Schemas that can stand in one document with all others: without a name of their own, and without references to other documents. */
export const isAlone = (schema: unknown): boolean =>
  !/"\$(?:id|anchor|dynamicRef|dynamicAnchor|recursive\w+)":|"\$ref":"(?!#)|"\$schema":"http:/.test(JSON.stringify(schema));
