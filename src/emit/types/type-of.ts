/** A schema as an expression of a TypeScript type: exactly what its validator lets through, as far as TypeScript can say it. */
import type { Api } from '../../model/api.js';
import type {
  IntersectionSchema,
  NamedSchema,
  NumberSchema,
  ObjectSchema,
  Schema,
  SchemaId,
  StringSchema,
  UnionSchema,
} from '../../model/schema.js';
import { type Code, code, name } from '../../print/code.js';
import { arrayType } from './array-type.js';
import { discriminated } from './discriminated.js';
import { type Expression, intersectionOf, never, primary, unionOf, unknown } from './expression.js';
import { withoutIdleTypes } from './idle.js';
import { literalType } from './literal-type.js';
import { objectType } from './object-type.js';
import { demanded } from './required.js';

/** Where an expression will stand: how references are printed there, and what they lead to. */
export interface TypeScope {
  reference(id: SchemaId): Code;
  find(id: SchemaId): NamedSchema | undefined;
  /** What objects became: properties that say the same share a schema. */
  readonly objects: Map<ObjectSchema, Expression>;
}

/** References as bare names, or as members of the module that `prefix` names, `code\`types.\``. */
export function typeScope(api: Pick<Api, 'schemas'>, prefix: Code = code``): TypeScope {
  const byId = new Map(api.schemas.map((schema) => [schema.id, schema]));
  const find = (id: SchemaId) => byId.get(id);
  return { find, objects: new Map(), reference: (id) => code`${prefix}${name(find(id)?.sameTypeAs ?? id)}` };
}

/** Never infers: every part is spelt out, so that compilers are fast and declarations are isolated. */
export function typeOf(schema: Schema, scope: TypeScope): Code {
  return expressionOf(schema, scope).code;
}

function expressionOf(schema: Schema, scope: TypeScope): Expression {
  const inner = (below: Schema): Expression => expressionOf(below, scope);
  switch (schema.kind) {
    case 'any':
      return unknown;
    case 'never':
      return never;
    case 'reference':
      return primary(scope.reference(schema.to));
    case 'literal':
      return literalType(schema);
    case 'null':
      return primary(code`null`);
    case 'boolean':
      return primary(code`boolean`);
    case 'binary':
      return schema.body ? unionOf(BYTES) : primary(code`Blob`);
    case 'number':
      return schema.typed ? numberType(schema) : unknown;
    case 'string':
      return schema.typed ? stringType(schema) : unknown;
    case 'array':
      return schema.typed ? arrayType(schema, inner) : unionOf([arrayType(schema, inner), ...othersThan('array')]);
    case 'object': {
      const type = scope.objects.get(schema) ?? objectType(schema, inner);
      scope.objects.set(schema, type);
      return schema.typed ? type : unionOf([type, ...othersThan('object')]);
    }
    case 'union':
      return unionType(schema, scope);
    case 'intersection':
      return intersectionType(schema, scope);
    case 'not':
      // What a type leaves out is taken away while building the model; what is left here is about values.
      return unknown;
    case 'conditional':
      return unionOf([intersectionOf([inner(schema.if), inner(schema.then)]), inner(schema.else)]);
    case 'unevaluated':
      return inner(schema.base);
    default:
      return schema satisfies never;
  }
}

/** What fetch takes as bytes. */
const BYTES = [code`Blob`, code`ArrayBuffer`, code`ArrayBufferView`, code`ReadableStream<Uint8Array>`].map(primary);

function numberType({ as }: NumberSchema): Expression {
  switch (as) {
    case 'number':
      return primary(code`number`);
    case 'bigint':
      return primary(code`bigint`);
    case 'string':
      return primary(code`string`);
    default:
      return as satisfies never;
  }
}

function stringType({ format }: StringSchema): Expression {
  if (!format?.branded) return primary(code`string`);
  return { code: code`string & { readonly __format: ${format.name} }`, form: 'intersection' };
}

function intersectionType(schema: IntersectionSchema, scope: TypeScope): Expression {
  const { members, marks } = demanded(schema.members, (member) => typeOf(member, scope), scope);
  const kept = withoutIdleTypes(members, (id) => scope.find(id)?.schema);
  return intersectionOf([...kept.map((member) => expressionOf(member, scope)), ...marks]);
}

function unionType(schema: UnionSchema, scope: TypeScope): Expression {
  return unionOf(
    schema.members.map((member, i) => {
      const type = expressionOf(member, scope);
      const mark = schema.discriminator && discriminated(schema.discriminator, i, member, scope);
      return mark ? intersectionOf([type, mark]) : type;
    }),
  );
}

/** Values that an assertion about another type lets pass. */
function othersThan(type: 'array' | 'object'): readonly Expression[] {
  return [
    primary(code`string`),
    primary(code`number`),
    primary(code`boolean`),
    primary(code`null`),
    primary(type === 'array' ? code`{ [key: string]: unknown }` : code`unknown[]`),
  ];
}
