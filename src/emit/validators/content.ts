/** What of a schema its validator is made of, so that schemas with the same content are told by it, wherever they stand. */
import type { ArraySchema, Discriminator, Format, ObjectSchema, Pattern, Schema, Twin } from '../../model/schema.js';
import { literal } from '../../print/code.js';
import { isDeclared } from './object-keys.js';
import { alternation } from './spot.js';

/** What is said of a schema below, together with the way to it. */
type Below = (schema: Schema, twin?: Twin) => string;

/**
 * Equal for schemas of which the same code is made. `below` says the same of a schema below, together with the way to it;
 * it is asked in the order of the schema.
 */
export function contentOf(schema: Schema, below: Below): string {
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'null':
    case 'boolean':
      return schema.kind;
    case 'binary':
      return `binary ${schema.body === true}`;
    case 'reference':
      return `reference ${schema.to}`;
    case 'literal':
      return `literal ${schema.open === true} ${literal(schema.values)}`;
    case 'number': {
      const { typed, integer, as, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
      const { multipleOf, format } = schema;
      const bounds = `${minimum} ${maximum} ${exclusiveMinimum} ${exclusiveMaximum} ${multipleOf}`;
      return `number ${typed} ${integer} ${as} ${bounds} ${asserted(format)}`;
    }
    case 'string': {
      const { typed, minLength, maxLength, pattern, format } = schema;
      return `string ${typed} ${minLength} ${maxLength} ${pattern ? source(pattern) : ''} ${asserted(format)}`;
    }
    case 'array':
      return array(schema, below);
    case 'object':
      return object(schema, below);
    case 'union': {
      const { mode, members, discriminator } = schema;
      const told = discriminator ? tag(discriminator) : '';
      return `union ${mode} ${alternation(schema) ?? ''} ${told} ${members.map((each) => below(each)).join(' ')}`;
    }
    case 'intersection':
      return `intersection ${schema.members.map((each) => below(each)).join(' ')}`;
    case 'not':
      return `not ${below(schema.schema)}`;
    case 'conditional':
      return `conditional ${below(schema.if)} ${below(schema.then)} ${below(schema.else)}`;
    case 'unevaluated': {
      const { base, properties, items } = schema;
      return `unevaluated ${below(base)} ${properties ? below(properties) : ''},${items ? below(items) : ''}`;
    }
    default:
      return schema satisfies never;
  }
}

const asserted = (format: Format | undefined): string => (format?.asserted ? format.name : '');
const source = (pattern: Pattern): string => JSON.stringify([pattern.source, pattern.flags]);
const tag = ({ property, mapping, fallback, optional }: Discriminator): string =>
  JSON.stringify([property, mapping.map(({ value, member }) => [value, member]), fallback ?? -1, optional === true]);

function array(schema: ArraySchema, below: Below): string {
  const { typed, prefixItems, items, itemsImplied, contains, minItems, maxItems } = schema;
  const { uniqueItems, iterable } = schema;
  const some = contains ? `${below(contains.schema)} ${contains.min} ${contains.max}` : '';
  const sizes = `${minItems} ${maxItems} ${uniqueItems} ${iterable === true}`;
  return `array ${typed} ${itemsImplied} ${sizes} (${prefixItems.map((each) => below(each)).join(' ')}) ${below(items)} ${some}`;
}

function object(schema: ObjectSchema, below: Below): string {
  const { typed, properties, patternProperties, additionalProperties, additionalImplied } = schema;
  const { propertyNames, minProperties, maxProperties, dependentRequired, dependentSchemas } = schema;
  let text = `object ${typed} ${additionalImplied} ${minProperties} ${maxProperties} {`;
  for (const property of properties) {
    const { name, required } = property;
    text += `${JSON.stringify(name)}${required ? '' : '?'}${isDeclared(property) ? ':' : '+'}${below(property.schema, property.twin)} `;
  }
  for (const { pattern, schema: each } of patternProperties) text += `${source(pattern)} ${below(each)} `;
  text += `} ${below(additionalProperties)} ${propertyNames ? below(propertyNames) : ''}`;
  for (const { name, requires } of dependentRequired) text += ` ${JSON.stringify([name, ...requires])}`;
  for (const { name, schema: each } of dependentSchemas) text += ` ${JSON.stringify(name)} ${below(each)}`;
  return text;
}

/** Nothing that a schema has is passed over: a new keyword does not compile until it is read above and named here. */
interface Read {
  readonly binary: 'body';
  readonly reference: 'to';
  /** `descriptions` are for readers. */
  readonly literal: 'values' | 'open' | 'descriptions';
  readonly number:
    | 'typed'
    | 'integer'
    | 'as'
    | 'multipleOf'
    | 'format'
    | 'minimum'
    | 'maximum'
    | 'exclusiveMinimum'
    | 'exclusiveMaximum';
  /** What a string holds is not asked. */
  readonly string: 'typed' | 'minLength' | 'maxLength' | 'pattern' | 'format' | 'contentEncoding' | 'contentMediaType';
  readonly array:
    | 'typed'
    | 'prefixItems'
    | 'items'
    | 'itemsImplied'
    | 'contains'
    | `${'min' | 'max'}Items`
    | 'uniqueItems'
    | 'iterable';
  readonly object:
    | ('typed' | 'properties' | 'patternProperties' | 'additionalProperties' | 'additionalImplied' | 'propertyNames')
    | ('minProperties' | 'maxProperties' | 'dependentRequired' | 'dependentSchemas');
  readonly union: 'mode' | 'members' | 'discriminator';
  readonly intersection: 'members';
  readonly not: 'schema';
  readonly conditional: 'if' | 'then' | 'else';
  readonly unevaluated: 'base' | 'properties' | 'items';
}
type Unread<K extends Schema['kind']> = Exclude<
  keyof Extract<Schema, { readonly kind: K }>,
  'kind' | 'at' | 'docs' | (K extends keyof Read ? Read[K] : never)
>;
true satisfies { [K in Schema['kind']]: Unread<K> }[Schema['kind']] extends never ? true : false;
