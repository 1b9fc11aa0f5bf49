/** Puts text into the places that a document of `documents/` keeps for it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Json } from '../../src/model/schema.js';

/** Where free text goes. */
const FREE = /¤/g;
/** Where text goes that must not have what parts a path (braces, `?`, `#`, slashes): in paths and templates, and in what names their parts. An operationId with a
 * slash is one that `paths.ts` writes out where it stands. */
const PATH = /§/g;

export function read(name: string): Json {
  return parse(readFileSync(new URL(`./documents/${name}.yaml`, import.meta.url), 'utf8'));
}

/** The document with the text in every place at once: keys, values, and the references that name those keys. */
export function place(value: Json, text: string): Json {
  const inPath = text.replace(/[{}?#/\\]/g, '');
  const fill = (place: string): string =>
    place.replace(FREE, () => (place.startsWith('#/') ? escaped(text) : text)).replace(PATH, () => inPath);
  return map(value, fill);
}

function map(value: Json, fill: (text: string) => string): Json {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((item) => map(item, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [fill(key), map(item, fill)]));
}

/** In a JSON Pointer that is the fragment of a URI. */
const escaped = (text: string): string =>
  text
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
    .replace(/[%#?\s"<>\\^`{|}\p{Cc}]/gu, (letter) => encodeURIComponent(letter));
