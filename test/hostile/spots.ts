/** Every place of a document where a string stands: as a value, or as the name of a member. */
import type { Json } from '../../src/model/schema.js';

export interface Spot {
  readonly on: 'key' | 'value';
  /** Names and indices from the top; of a key, the last is the key. */
  readonly path: readonly string[];
}

export function spots(value: Json, path: readonly string[] = []): readonly Spot[] {
  if (typeof value === 'string') return [{ on: 'value', path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, key];
    return [...(Array.isArray(value) ? [] : [{ on: 'key', path: at } as const]), ...spots(item, at)];
  });
}

/** A copy of the document with another text at that place. */
export function changed(document: Json, { on, path }: Spot, text: string): Json {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  const inner = (item: Json): Json => (on === 'key' && rest.length === 0 ? item : changed(item, { on, path: rest }, text));
  if (Array.isArray(document)) return document.map((item, i) => (String(i) === key ? inner(item) : item));
  if (typeof document !== 'object' || document === null) return document;
  const entries = Object.entries(document).map(([name, item]): [string, Json] =>
    name === key ? [on === 'key' && rest.length === 0 ? text : name, inner(item)] : [name, item],
  );
  return Object.fromEntries(entries);
}
