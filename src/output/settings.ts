/** The options that shape the output and differ from their defaults, by dotted name: what the manifest keeps of a config. */
import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../model/node.js';
import type { Json } from '../model/schema.js';
import { defaults, type Options } from '../options.js';

/** Whether an option shapes the output. Where the document is, what of it may be read and what is reported of it says nothing about that. */
const shaping = new Map<string, boolean>(
  Object.entries({
    overlays: false,
    filter: true,
    references: false,
    limits: false,
    metaSchema: false,
    schemas: true,
    operations: true,
    session: true,
    pagination: true,
    paths: true,
    splitAbove: true,
    recheck: true,
    diagnostics: false,
    review: false,
  } satisfies Record<keyof typeof defaults, boolean>),
);

const standards = new Map<string, unknown>(Object.entries(defaults));

export function settingsOf(options: Options): Readonly<Record<string, Json>> {
  const out: Record<string, Json> = {};
  for (const [name, value] of Object.entries(options)) {
    if (!shaping.get(name) || value === undefined) continue;
    const standard = standards.get(name);
    if (isObject(value) && isObject(standard)) {
      for (const [key, member] of Object.entries(value)) {
        if (member !== undefined && !isDeepStrictEqual(member, standard[key])) out[`${name}.${key}`] = member;
      }
    } else if (!isDeepStrictEqual(value, standard)) out[name] = json(value);
  }
  return out;
}

/** Options are data: they come from JSON, or from a program that says the same. */
function json(value: unknown): Json {
  const data: Json = JSON.parse(JSON.stringify(value));
  return data;
}
