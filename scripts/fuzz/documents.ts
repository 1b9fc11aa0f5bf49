/** What is mutated: real documents beside the project, where they are, and the small ones of the tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { tokensOf } from '../../src/diagnostics.js';
import type { Json } from '../../src/model/schema.js';
import type { Random } from './random.js';

export interface Seed {
  readonly name: string;
  readonly value: Json;
}

const FOLDERS = ['../shared/specs', 'test/cases', 'test/hostile/documents'];
/** Of more paths, as many are picked: a mutation of one that nobody refers to is soon found, and generating all takes seconds. */
const PATHS = 6;

export function documents(): readonly Seed[] {
  return FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml') && !/history|invalid/.test(path))
      .sort()
      .flatMap((path) => read(join(folder, path))),
  );
}

/** Documents that are broken on purpose may not be YAML at all. */
function read(path: string): readonly Seed[] {
  try {
    return [{ name: path, value: parse(readFileSync(path, 'utf8')) }];
  } catch {
    return [];
  }
}

/** The document with a few of its paths, and of its components what these reach. */
export function excerpt(document: Json, random: Random): Json {
  if (!isMap(document) || !isMap(document['paths'] ?? null)) return document;
  const all = entries(document['paths']);
  if (all.length <= PATHS) return document;
  const paths = Object.fromEntries(Array.from({ length: PATHS }, () => random.of(all) ?? ['/', {}]));
  const kept = new Set<string>();
  const open: Json[] = [paths];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const reference = isMap(value) ? value['$ref'] : undefined;
    if (typeof reference === 'string' && reference.startsWith('#/') && !kept.has(reference)) {
      kept.add(reference);
      open.push(at(document, tokensOf(reference.slice(1))) ?? null);
    }
    open.push(...Object.values(value));
  }
  const components = Object.fromEntries(
    entries(document['components']).map(([kind, map]): [string, Json] => [
      kind,
      kind === 'securitySchemes'
        ? map
        : Object.fromEntries(entries(map).filter(([name]) => kept.has(`#/components/${kind}/${name}`))),
    ]),
  );
  return { ...document, paths, components };
}

function at(document: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const token of tokens) value = isMap(value ?? null) ? Object(value)[token] : undefined;
  return value;
}

const entries = (value: Json | undefined): readonly (readonly [string, Json])[] =>
  isMap(value ?? null) ? Object.entries(value ?? {}) : [];

const isMap = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
