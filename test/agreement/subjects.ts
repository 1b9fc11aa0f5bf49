/** Documents whose schemas are asked in every way that there is: the model, the types, the validators, and ajv. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { generate } from '../../src/index.js';
import { load } from '../../src/load/index.js';
import { buildApi } from '../../src/model/build.js';
import type { Json, NamedSchema, Schema, SchemaId } from '../../src/model/schema.js';
import { eachChild, referencesOf } from '../../src/model/schemas/walk.js';
import type { Options } from '../../src/options.js';
import { defaults } from '../../src/options.js';
import type { Validator } from '../../templates/runtime/validation/index.js';
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

/** The components of a document, as they are by the letter: neither requests nor responses. */
export async function subjectsOf(
  input: string | object,
  schemas: Partial<Options['schemas']> = {},
  paths = false,
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
  const module: Readonly<Record<string, Validator<unknown>>> = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  const byId = new Map(api.schemas.map((named) => [named.id, named]));
  const list = api.schemas.flatMap((named) => {
    const validator = module[named.id];
    return named.origin === 'component' && validator ? [{ named, validator }] : [];
  });
  return { list, find: (id) => byId.get(id)?.schema, files: texts, document: source.document };
}

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
export function leadsTo(schema: Schema, find: Subjects['find'], is: (schema: Schema) => boolean): boolean {
  const entered = new Set<SchemaId>();
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (holds(next, is)) return true;
    for (const id of referencesOf(next)) {
      const target = entered.has(id) ? undefined : find(id);
      entered.add(id);
      if (target) pending.push(target);
    }
  }
  return false;
}
function holds(schema: Schema, is: (schema: Schema) => boolean): boolean {
  let found = is(schema);
  eachChild(schema, (child) => {
    found ||= holds(child, is);
  });
  return found;
}
