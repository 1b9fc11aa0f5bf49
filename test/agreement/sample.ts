/** Values that a schema is likely to accept, and values close to these that it may refuse. */
import fc from 'fast-check';
import { isObject } from '../../src/model/node.js';
import type { Json, ObjectSchema, Pattern, Schema, SchemaId, StringSchema } from '../../src/model/schema.js';
import type { Choices } from './choices.js';

export type Find = (id: SchemaId) => Schema | undefined;

/** Of every JSON type, those at which implementations differ among them. */
const POOL: readonly Json[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 1e300, 2 ** 53, '', 'a', 'ab', '\u{1f600}', 'foo', '2020-01-01'],
  ...[[], [1], [null, 'a'], [[1], [1]], {}, { a: 1 }, { foo: 'a', bar: null }, { a: {} }],
];
/** Stands for bytes, which are no JSON. */
export const BYTES = '\u0000bytes';
/** Before the digits of an integer that no JSON value holds. */
export const BIGINT = '\u0000bigint ';
/** Stands for an integer that is read as a `bigint`, before its digits. */
export const EXACT = '\u0000exact ';
/** With bigints where something stands for them. */
export function revived(value: Json): unknown {
  if (typeof value === 'string') return value.startsWith(EXACT) ? BigInt(value.slice(EXACT.length)) : value;
  if (Array.isArray(value)) return value.map(revived);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, revived(member)]));
}
/** More than a number holds exactly, and the ends of what `int64` means. */
const DIGITS = ['9007199254740993', '-9007199254740993', '9223372036854775807', '-9223372036854775808', '10', '-1', '0'];
/** What the formats that documents use most want to see. */
const OF_FORMATS: Readonly<Record<string, readonly string[]>> = {
  date: ['2020-01-01', '1999-12-31'],
  'date-time': ['2020-01-01T00:00:00Z', '1999-12-31T23:59:59.5+01:00'],
  time: ['00:00:00Z', '23:59:59+01:00'],
  duration: ['P1D', 'PT5M'],
  email: ['a@b.example'],
  hostname: ['a.example'],
  ipv4: ['127.0.0.1'],
  ipv6: ['::1'],
  uri: ['https://a.example/b'],
  url: ['https://a.example/b'],
  'uri-reference': ['/b'],
  uuid: ['0190c1de-0000-4000-8000-000000000000'],
};
const NAMES = ['a', 'b', 'foo', 'bar', 'x-y', 'toString', ''] as const;
const DEEPEST = 7;

export function sampleOf(schema: Schema, choices: Choices, find: Find, depth = 0): Json {
  const inner = (below: Schema): Json => sampleOf(below, choices, find, depth + 1);
  const anything = (): Json => choices.from(POOL) ?? null;
  if (depth > DEEPEST) return shallow(schema, find);
  if ('typed' in schema && !schema.typed && choices.isOneIn(4)) return anything();
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'not':
      return anything();
    case 'binary':
      return BYTES;
    case 'reference': {
      const target = find(schema.to);
      return target ? inner(target) : null;
    }
    case 'literal':
      return choices.from(schema.values) ?? null;
    case 'null':
      return null;
    case 'boolean':
      return choices.next(2) === 1;
    case 'number': {
      if (schema.as !== 'number') return (schema.as === 'bigint' ? EXACT : '') + (choices.from(DIGITS) ?? '0');
      const digits = choices.from(['9007199254740993', '-1', '0']) ?? '';
      if (schema.as !== 'number') return schema.as === 'bigint' ? `${BIGINT}${digits}` : digits;
      const low = schema.minimum ?? schema.exclusiveMinimum ?? 0;
      const step = schema.multipleOf ?? (schema.integer ? 1 : 0.5);
      const least = Math.ceil(low / step) * step + (schema.exclusiveMinimum === undefined ? 0 : step);
      return choices.isOneIn(12)
        ? (choices.from([schema.maximum ?? 3, schema.exclusiveMaximum ?? 3, low]) ?? 0)
        : least + choices.next(5) * step;
    }
    case 'string':
      return text(schema, choices);
    case 'array': {
      const count = Math.max(schema.minItems ?? 0, schema.contains?.min ?? 0) + choices.next(4);
      const length = Math.min(
        count,
        schema.maxItems ?? count,
        schema.items.kind === 'never' ? schema.prefixItems.length : count,
        12,
      );
      const items = Array.from({ length }, (_, i) => inner(schema.prefixItems[i] ?? schema.items));
      const { contains } = schema;
      return contains ? items.map((item, i) => (i < contains.min ? inner(contains.schema) : item)) : items;
    }
    case 'object':
      return object(schema, choices, inner);
    case 'union': {
      const i = choices.next(schema.members.length);
      const member = schema.members[i];
      const value = member ? inner(member) : null;
      const selecting = schema.discriminator?.mapping.filter((entry) => entry.member === i) ?? [];
      const selected = choices.from(selecting);
      return selected && schema.discriminator && isObject(value)
        ? { ...value, [schema.discriminator.property]: selected.value }
        : value;
    }
    case 'intersection':
      return together(schema.members.map(inner));
    case 'conditional':
      return together(choices.next(2) === 0 ? [inner(schema.else)] : [inner(schema.then), inner(schema.if)]);
    case 'unevaluated':
      return inner(schema.base);
    default:
      return schema satisfies never;
  }
}

/** What ends a recursion where anything can. */
function shallow(schema: Schema, find: Find): Json {
  const target = schema.kind === 'reference' ? (find(schema.to) ?? schema) : schema;
  if (target.kind === 'array') return [];
  if (target.kind === 'object') return {};
  if (target.kind === 'string') return '';
  return target.kind === 'number' ? 0 : null;
}

/** Objects as one; else the last that is no object. */
function together(values: readonly Json[]): Json {
  const objects = values.filter(isObject);
  if (objects.length === values.length) return Object.assign({}, ...objects);
  return values.find((value) => !isObject(value)) ?? null;
}

const matching = new Map<string, readonly string[]>();
/** Fixed texts that a pattern matches, as far as fast-check can make some: it has no lookahead. */
function textsFor({ source, flags }: Pattern): readonly string[] {
  const key = `${flags} ${source}`;
  const known = matching.get(key);
  if (known) return known;
  const made = ((): readonly string[] => {
    try {
      return fc.sample(fc.stringMatching(new RegExp(source, flags)), { numRuns: 5, seed: 1 });
    } catch {
      return ['', 'a', '1', '1.5', '-20.25'];
    }
  })();
  matching.set(key, made);
  return made;
}

function text({ pattern, format, minLength = 0, maxLength = Infinity }: StringSchema, choices: Choices): string {
  if (pattern) return choices.from(textsFor(pattern)) ?? '';
  const ofFormat = format && Object.hasOwn(OF_FORMATS, format.name) ? OF_FORMATS[format.name] : undefined;
  if (ofFormat) return choices.from(ofFormat) ?? '';
  const plain = choices.from(['a', 'foo', '\u{1f600}', '', '2020-01-01T00:00:00Z', 'A b']) ?? '';
  return [...plain.padEnd(Math.min(minLength, 300), 'x')].slice(0, maxLength).join('');
}

function object(schema: ObjectSchema, choices: Choices, inner: (schema: Schema) => Json): Json {
  const members: [string, Json][] = [];
  for (const property of schema.properties) {
    if (property.required || choices.isOneIn(3)) members.push([property.name, inner(property.schema)]);
  }
  const isOpen = schema.additionalProperties.kind !== 'never';
  const more = Math.max((schema.minProperties ?? 0) - members.length, isOpen && choices.isOneIn(4) ? 1 : 0);
  for (let i = 0; i < Math.min(more, 4); i++) {
    const name = NAMES[(choices.next(NAMES.length) + i) % NAMES.length] ?? 'a';
    if (!schema.properties.some((property) => property.name === name)) members.push([name, inner(schema.additionalProperties)]);
  }
  const [byPattern] = schema.patternProperties;
  if (byPattern && choices.isOneIn(2)) members.push([choices.from(textsFor(byPattern.pattern)) ?? '', inner(byPattern.schema)]);
  for (const { name, requires } of schema.dependentRequired)
    if (members.some(([key]) => key === name)) for (const other of requires) members.push([other, choices.from(POOL) ?? null]);
  return Object.fromEntries(members);
}

/** The value with one change somewhere in it. */
export function mutated(value: Json, choices: Choices): Json {
  if (Array.isArray(value) && value.length > 0 && !choices.isOneIn(3)) {
    const i = choices.next(value.length);
    const action = choices.next(4);
    if (action === 0) return value.toSpliced(i, 1);
    if (action === 1) return value.toSpliced(i, 0, value[i] ?? null);
    return value.with(i, mutated(value[i] ?? null, choices));
  }
  if (isObject(value) && Object.keys(value).length > 0 && !choices.isOneIn(4)) {
    const name = choices.from(Object.keys(value)) ?? 'a';
    const action = choices.next(4);
    const { [name]: member = null, ...rest } = value;
    if (action === 0) return rest;
    if (action === 1) return { ...value, [choices.from(NAMES) ?? 'a']: choices.from(POOL) ?? null };
    return { ...rest, [name]: mutated(member, choices) };
  }
  return choices.from(POOL) ?? null;
}
