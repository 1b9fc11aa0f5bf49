/** The options that shape the output and differ from their defaults, by dotted name: what the manifest keeps of a config. */
import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../model/node.js';
import type { Json } from '../model/schema.js';
import { defaults, type Options } from '../options.js';

/** Where the document is, what of it may be read and what is reported of it says nothing about the output. */
const shaping = [
  'filter',
  'schemas',
  'operations',
  'session',
  'pagination',
  'paths',
  'splitAbove',
] as const satisfies readonly (keyof typeof defaults)[];

export function settingsOf(options: Options): Readonly<Record<string, Json>> {
  const out: Record<string, Json> = {};
  for (const name of shaping) {
    const [value, standard]: readonly unknown[] = [options[name], defaults[name]];
    if (isObject(value) && isObject(standard)) {
      for (const [key, member] of Object.entries(value)) {
        if (member !== undefined && !isDeepStrictEqual(member, standard[key])) out[`${name}.${key}`] = member;
      }
    } else if (value !== undefined && !isDeepStrictEqual(value, standard)) out[name] = json(value);
  }
  return out;
}

/** Options are data: they come from JSON, or from a program that says the same. */
function json(value: unknown): Json {
  const data: Json = JSON.parse(JSON.stringify(value));
  return data;
}
