/** Shapes made of shapes: objects of known members, maps, lists, and the texts in them. */
import { isObject } from '../../model/node.js';
import type { Json } from '../../model/schema.js';
import { docText } from '../../print/code.js';
import { key, type Shape } from './projector.js';

/** Texts end in comments. openapi-typescript quotes them too, but not line separators, `@internal` or bidirectional marks. */
export const text: Shape = (value) => (typeof value === 'string' ? docText(value) : undefined);
/** Values that end in comments: of any type, shown as JSON. */
export const shown: Shape = (value) => docText(typeof value === 'string' ? value : JSON.stringify(value));
export const flag: Shape = (value) => (typeof value === 'boolean' ? value : undefined);
export const name: Shape = (value) => (typeof value === 'string' ? key(value) : undefined);

export function object(fields: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(fields);
  return (value, place, projector) => {
    if (!isObject(value)) return undefined;
    const out: { [name: string]: Json } = {};
    for (const [field, shape] of entries) {
      const given = Object.hasOwn(value, field) ? value[field] : undefined;
      const made = given === undefined ? undefined : shape(given, { up: place, key: field }, projector);
      if (made !== undefined) out[field] = made;
    }
    return out;
  };
}

/** A map with names of the document's choice. Extensions are no members of it, except among the properties of a schema. */
export function map(shape: Shape, extensions: 'left out' | 'members' = 'left out'): Shape {
  return (value, place, projector) => {
    if (!isObject(value)) return undefined;
    const entries = Object.entries(value).flatMap(([member, given]): [string, Json][] => {
      if (extensions === 'left out' && member.startsWith('x-')) return [];
      const made = shape(given, { up: place, key: member }, projector);
      return made === undefined ? [] : [[key(member), made]];
    });
    return Object.fromEntries(entries);
  };
}

export function list(shape: Shape): Shape {
  return (value, place, projector) =>
    Array.isArray(value) ? value.flatMap((entry: Json, i) => shape(entry, { up: place, key: i }, projector) ?? []) : undefined;
}
