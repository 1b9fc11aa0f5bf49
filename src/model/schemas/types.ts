/** Sets of JSON types, as bits. Numbers are two types here, since `integer` is a type of its own in a schema. */
import type { Json } from '../schema.js';

export type Types = number;

export const NULL = 1;
export const BOOLEAN = 2;
export const INTEGER = 4;
export const FRACTION = 8;
export const NUMBER: Types = INTEGER | FRACTION;
export const STRING = 16;
export const ARRAY = 32;
export const OBJECT = 64;
/** Bytes: no type of JSON, and never found inside it. */
export const BINARY = 128;
export const NONE: Types = 0;
export const ALL: Types = 255;

export function typeOfValue(value: Json): Types {
  if (value === null) return NULL;
  if (Array.isArray(value)) return ARRAY;
  switch (typeof value) {
    case 'boolean':
      return BOOLEAN;
    case 'number':
      return Number.isInteger(value) ? INTEGER : FRACTION;
    case 'string':
      return STRING;
    default:
      return OBJECT;
  }
}

/** By the names of the keyword `type`. */
export const TYPES: ReadonlyMap<string, Types> = new Map([
  ['null', NULL],
  ['boolean', BOOLEAN],
  ['integer', INTEGER],
  ['number', NUMBER],
  ['string', STRING],
  ['array', ARRAY],
  ['object', OBJECT],
]);
