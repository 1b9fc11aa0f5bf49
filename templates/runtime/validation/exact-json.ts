/**
 * JSON with integers of any length, where the schema has them as `bigint` or as text. `JSON.parse` would round them first and `JSON.stringify`
 * refuses them. Every other part of the text means what it means to `JSON`.
 */

/** Where a value has such integers. Functions stand for other schemas, so that a schema can lead back to itself. */
export type Integers = 'bigint' | 'string' | IntegersWithin | (() => Integers);
export interface IntegersWithin {
  readonly properties?: Readonly<Record<string, Integers | undefined>>;
  /** Of the members whose names match. */
  readonly patterns?: readonly (readonly [pattern: RegExp, Integers | undefined])[];
  /** Of the members that neither names. */
  readonly others?: Integers;
  readonly prefix?: readonly (Integers | undefined)[];
  readonly items?: Integers;
  /** Schemas that apply to the same value: all of them, or some. */
  readonly also?: readonly Integers[];
}

/** Parses JSON. Throws a SyntaxError where the text is none. */
export function parseExact(text: string, integers: Integers): unknown {
  JSON.parse(text);
  const digits = new Map<object, Map<string, string>>();
  const holder = { '': restored(JSON.parse(marked(text)), undefined, '', digits) };
  digits.set(holder, digits.get(ROOT) ?? new Map());
  convert(holder, '', integers, (value, kind, owner, key) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return value;
    const exact = BigInt(digits.get(owner)?.get(key) ?? value);
    return kind === 'bigint' ? exact : String(exact);
  });
  return holder[''];
}
const ROOT: object = {};

/** Takes the marks away, from keys too, and remembers the digits of integers by where they are. */
function restored(value: unknown, owner: object | undefined, key: string, digits: Map<object, Map<string, string>>): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('=')) return value.slice(1);
    const known = digits.get(owner ?? ROOT) ?? new Map<string, string>();
    digits.set(owner ?? ROOT, known.set(key, value));
    return Number(value);
  }
  if (Array.isArray(value)) {
    value.forEach((item: unknown, i) => {
      value[i] = restored(item, value, String(i), digits);
    });
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = {};
  for (const [name, member] of Object.entries(value)) {
    const plain = name.slice(1);
    put(members, plain, restored(member, members, plain, digits));
  }
  return members;
}
/** `__proto__` is a name like any other. */
function put(owner: object, key: string, value: unknown): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}

/**
 * JSON in which every string is marked as one, so that what is a string afterwards and has no mark is an integer's digits.
 * By hand: no regular expression goes through a string of millions of characters.
 */
function marked(json: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', at)) {
    let end = json.indexOf('"', start + 1);
    while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
    parts.push(withDigits(json.slice(at, start)), '"=', json.slice(start + 1, end + 1));
    at = end + 1;
  }
  return parts.join('') + withDigits(json.slice(at));
}
function isEscaped(json: string, at: number): boolean {
  let before = at;
  while (json[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
/** What is no string, with the integers that would be rounded as strings. */
const withDigits = (json: string): string =>
  json.replace(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => (isRounded(token) ? `"${token}"` : token));
const isRounded = (token: string): boolean => /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));

/** Writes JSON, integers that the schema has as text included. The value is not changed. Undefined where `JSON.stringify` gives that. */
export function stringifyExact(value: unknown, integers: Integers): string | undefined {
  const holder = { '': structure(value) };
  convert(holder, '', integers, (part, kind) =>
    kind === 'string' && typeof part === 'string' && /^-?\d+$/.test(part) ? BigInt(part) : part,
  );
  return write(holder['']);
}
/** A copy of arrays and plain objects, as deep as they go; `toJSON` is asked as JSON does. */
function structure(value: unknown, key = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return structure(value.toJSON(key));
  if (Array.isArray(value)) return value.map((item: unknown, i) => structure(item, String(i)));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, structure(member, name)]));
}
function write(value: unknown): string | undefined {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item) ?? 'null').join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([name, member]) => {
    const text = write(member);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join()}}`;
}

type Conversion = (value: unknown, kind: 'bigint' | 'string', owner: object, key: string) => unknown;
function convert(owner: object, key: string, integers: Integers | undefined, by: Conversion): void {
  if (integers === undefined) return;
  if (typeof integers === 'function') {
    convert(owner, key, integers(), by);
    return;
  }
  const value: unknown = Reflect.get(owner, key);
  if (typeof integers === 'string') {
    const converted = by(value, integers, owner, key);
    if (converted !== value) put(owner, key, converted);
    return;
  }
  if (Array.isArray(value)) {
    const { prefix = [], items } = integers;
    for (let i = 0; i < value.length; i++) convert(value, String(i), i < prefix.length ? prefix[i] : items, by);
  } else if (typeof value === 'object' && value !== null) {
    const { properties = {}, patterns = [], others } = integers;
    for (const name of Object.keys(value)) {
      const matching = patterns.filter(([pattern]) => pattern.test(name));
      const isNamed = Object.hasOwn(properties, name);
      if (isNamed) convert(value, name, properties[name], by);
      for (const [, each] of matching) convert(value, name, each, by);
      if (!isNamed && matching.length === 0) convert(value, name, others, by);
    }
  }
  for (const each of integers.also ?? []) convert(owner, key, each, by);
}
