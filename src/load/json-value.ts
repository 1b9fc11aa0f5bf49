/** Small tools for parsed JSON of unknown shape. */
import type { Json } from '../model/schema.js';
import type { JsonObject } from './source.js';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets an own member, also of the one name that an assignment would take for the prototype. */
export function assign(target: { [key: string]: Json }, key: string, value: Json): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** The object with one own member set anew; the object itself is not changed. */
export function withMember(object: JsonObject, key: string, value: Json): JsonObject {
  const out: { [key: string]: Json } = { ...object };
  assign(out, key, value);
  return out;
}

/** The value with what stands at `tokens` replaced; nothing is changed in place. The way there must exist. */
export function withValueAt(root: Json, tokens: readonly string[], value: Json): Json {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (Array.isArray(root)) {
    const list: readonly Json[] = root;
    return list.map((entry, i) => (String(i) === token ? withValueAt(entry, rest, value) : entry));
  }
  if (!isObject(root)) return root;
  const held = root[token];
  return held === undefined ? root : withMember(root, token, withValueAt(held, rest, value));
}
