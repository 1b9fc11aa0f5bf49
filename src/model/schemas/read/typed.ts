/**
 * Sorts the keywords of a schema object by the JSON type that they constrain.
 *
 * With `type`, the result is one schema for each type, of which a value meets exactly one. Without it, it is one schema for each
 * type that keywords speak of, each of which lets other types pass, and a value meets all.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6
 */
import { quote } from '../../../diagnostics.js';
import { describe, isObject, type Node } from '../../node.js';
import { unusableMember, valueOfOtherType } from '../../rules.js';
import type { Json, Schema } from '../../schema.js';
import { duplicateEnumValue, invalidKeywordValue, keywordWithoutEffect, typeIsObject } from '../rules.js';
import { ARRAY, BOOLEAN, FRACTION, NULL, NUMBER, OBJECT, STRING, TYPES, type Types } from '../types.js';
import { ARRAY_KEYWORDS, readArray } from './array.js';
import { isNumeric } from './format.js';
import { NUMBER_KEYWORDS, readNumber } from './number.js';
import { OBJECT_KEYWORDS, readObject } from './object.js';
import type { Reading } from './reading.js';
import { readString, STRING_KEYWORDS } from './string.js';

export type Typed =
  | { readonly stated: true; readonly members: readonly Schema[] }
  | { readonly stated: false; readonly parts: readonly Schema[] };

export function readTyped(reading: Reading): Typed {
  const { node } = reading;
  const types = node.has('type') ? readTypes(node) : undefined;
  const mentioned = mentionedTypes(node);
  if (types === undefined) {
    return {
      stated: false,
      parts: [
        ...(mentioned & NUMBER ? [readNumber(node, false, false)] : []),
        ...(mentioned & STRING ? [readStringOrBytes(reading, false)] : []),
        ...(mentioned & ARRAY ? [readArray(reading, false)] : []),
        ...(mentioned & OBJECT ? [readObject(reading, false)] : []),
      ],
    };
  }
  reportIdle(node, mentioned & ~types);
  return {
    stated: true,
    members: [
      ...(types & BOOLEAN ? [{ kind: 'boolean', at: node.at } as const] : []),
      ...(types & NUMBER ? [readNumber(node, true, !(types & FRACTION))] : []),
      ...(types & STRING ? [readStringOrBytes(reading, true)] : []),
      ...(types & ARRAY ? [readArray(reading, true)] : []),
      ...(types & OBJECT ? [readObject(reading, true)] : []),
      ...(types & NULL ? [{ kind: 'null', at: node.at } as const] : []),
    ],
  };
}

/** Undefined where nothing in `type` is usable; what is wrong has been reported. */
function readTypes(node: Node): Types | undefined {
  const value = node.get('type');
  if (isObject(value)) {
    node.context.report(typeIsObject, node.pointer('type'), 'expected the name of a type, found an object');
    return undefined;
  }
  const list: readonly Json[] = Array.isArray(value) ? value : [value ?? null];
  const at = (i: number) => (Array.isArray(value) ? node.pointer('type', i) : node.pointer('type'));
  if (list.length === 0) {
    node.context.report(invalidKeywordValue, node.pointer('type'), 'expected at least one type, found an empty list');
    return undefined;
  }
  let types: Types | undefined;
  // Of a list with a name that is none, it cannot be said which values it leaves out.
  let isWhole = true;
  const seen = new Set<string>();
  list.forEach((given, i) => {
    const name = typeof given === 'string' ? given : nullMeant(node, list, given ?? null);
    if (name === undefined) {
      node.context.report(unusableMember, at(i), `expected the name of a type, found ${describe(given ?? null)}`);
      isWhole = false;
      return;
    }
    const meant = TYPES.has(name) ? name : name.toLowerCase();
    if (meant !== given && TYPES.has(meant))
      node.context.report(valueOfOtherType, at(i), `expected ${quote(meant)}, found ${describe(given ?? null)}`);
    const bits = TYPES.get(meant);
    if (bits === undefined) {
      isWhole = false;
      node.context.report(
        invalidKeywordValue,
        at(i),
        `${quote(name)} is no type: expected one of ${[...TYPES.keys()].join(', ')}`,
      );
    } else {
      types = (types ?? 0) | bits;
    }
    if (seen.has(meant)) node.context.report(duplicateEnumValue, at(i), `${quote(name)} is listed twice`);
    seen.add(meant);
  });
  return isWhole ? types : undefined;
}

/** `type: [string, null]`, and `type: null` that is all of a schema: the quotes are forgotten. Elsewhere the keyword was left empty. */
function nullMeant(node: Node, list: readonly Json[], given: Json): string | undefined {
  if (given !== null) return undefined;
  return list.length > 1 || Object.keys(node.value).length === 1 ? 'null' : undefined;
}

const GROUPS: readonly (readonly [Types, readonly string[]])[] = [
  [NUMBER, NUMBER_KEYWORDS],
  [STRING, STRING_KEYWORDS],
  [ARRAY, ARRAY_KEYWORDS],
  [OBJECT, OBJECT_KEYWORDS],
];

const TYPE_OF_KEYWORD: ReadonlyMap<string, Types> = new Map(
  GROUPS.flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type] as const)),
);

function mentionedTypes(node: Node): Types {
  let types = 0;
  for (const keyword of Object.keys(node.value)) types |= TYPE_OF_KEYWORD.get(keyword) ?? 0;
  const format = node.get('format');
  if (typeof format === 'string') types |= isNumeric(format) ? NUMBER : STRING;
  return types;
}

/** Keywords of types that `type` excludes. `format` is not among them: `type: number, format: date` is still worth showing. */
function reportIdle(node: Node, idle: Types): void {
  for (const [type, keywords] of GROUPS) {
    if (!(type === NUMBER ? (idle & NUMBER) === NUMBER : idle & type)) continue;
    for (const keyword of keywords) {
      if (node.has(keyword))
        node.context.report(
          keywordWithoutEffect,
          node.pointer(keyword),
          `${keyword} says nothing of the type that is stated`,
          'key',
        );
    }
  }
}

/**
 * Bytes are `format: binary` (3.0), or a media type that is no text, without an encoding that would make it text (3.1).
 * @see https://spec.openapis.org/oas/v3.1.1#working-with-binary-data
 */
function readStringOrBytes(reading: Reading, typed: boolean): Schema {
  const { node } = reading;
  const string = readString(node, typed);
  const bytes =
    string.format?.name === 'binary' ||
    (string.contentEncoding === undefined && string.contentMediaType !== undefined && BYTES.test(string.contentMediaType));
  return bytes && !node.context.source.isStrict(node.at) ? { kind: 'binary', at: node.at } : string;
}
const BYTES = /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)\b/i;
