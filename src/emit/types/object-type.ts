/** Objects: members with their comments, and an index signature where the schema says something of other members. */
import type { ObjectSchema, Property, Schema } from '../../model/schema.js';
import { type Code, code, comment, empty, join, propertyKey } from '../../print/code.js';
import { docsOf } from './docs.js';
import { type Expression, primary, unionOf, unknown } from './expression.js';

type TypeOf = (schema: Schema) => Expression;

/** Up to here an object without comments stands on one line. */
const SHORT = 60;

export function objectType(schema: ObjectSchema, typeOf: TypeOf): Expression {
  const members = schema.properties.map((property) => memberOf(property, typeOf));
  const keys = namedKeys(schema);
  if (keys) return primary(code`{ [key in ${typeOf(keys).code}]?: ${typeOf(schema.additionalProperties).code} }`);
  const index = indexType(schema, typeOf);
  if (index) members.push({ docs: empty, text: code`[key: string]: ${index.code}` });
  if (members.length === 0) return primary(isClosed(schema) ? code`{ [key: string]: never }` : code`{ [key: string]: unknown }`);
  const isShort =
    members.every(({ docs, text }) => docs === empty && !text.isBroken) &&
    members.reduce((length, { text }) => length + text.text.length, 2 * members.length - 2) <= SHORT;
  if (isShort) {
    const texts = members.map(({ text }) => text);
    return primary(code`{ ${join(texts, '; ')} }`);
  }
  const lines = members.flatMap(({ docs, text }) => (docs === empty ? [code`${text};`] : [docs, code`${text};`]));
  return primary(code`{
  ${join(lines, '\n')}
}`);
}

function memberOf({ name, schema, required }: Property, typeOf: TypeOf): { docs: Code; text: Code } {
  const mark = required ? empty : code`?`;
  return { docs: comment(docsOf(schema, name)), text: code`${propertyKey(name, 'type')}${mark}: ${typeOf(schema).code}` };
}

const isClosed = ({ additionalProperties, patternProperties }: ObjectSchema): boolean =>
  additionalProperties.kind === 'never' && patternProperties.length === 0;

/** A map whose names are listed: `propertyNames: { enum }` and nothing else that names members. */
function namedKeys(schema: ObjectSchema): Schema | undefined {
  const { propertyNames, properties, patternProperties } = schema;
  if (propertyNames?.kind !== 'literal' || properties.length > 0 || patternProperties.length > 0) return undefined;
  const values = propertyNames.values.filter((value) => typeof value === 'string');
  return values.length > 0 ? { ...propertyNames, values } : undefined;
}

/**
 * TypeScript has the index signature hold for the named members too, so it is as wide as all of them together.
 * Undefined where the schema says nothing of other members, or closes the object.
 */
function indexType(schema: ObjectSchema, typeOf: TypeOf): Expression | undefined {
  const { properties, patternProperties, additionalProperties, additionalImplied } = schema;
  if (patternProperties.length === 0 && (additionalImplied || additionalProperties.kind === 'never')) return undefined;
  const others = [...patternProperties.map((entry) => typeOf(entry.schema)), typeOf(additionalProperties)];
  const named = properties.map((property) => typeOf(property.schema));
  const missing = properties.some(({ required }) => !required) ? [primary(code`undefined`)] : [];
  return others.length === 0 ? unknown : unionOf([...others, ...named, ...missing]);
}
