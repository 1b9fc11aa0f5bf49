/** `format`: which type it is about, and whether it is more than an annotation. @see https://spec.openapis.org/registry/format/ */
import type { SchemaOptions } from '../../../options.js';
import type { Node } from '../../node.js';
import type { Format } from '../../schema.js';

const NUMERIC = new Set([
  ...['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64', 'double-int'],
  ...['float', 'double', 'decimal', 'decimal128', 'sf-integer', 'sf-decimal'],
]);
/** JSON brings them as numbers that a double does not hold. */
const WIDE = new Set(['int64', 'uint64']);

export const isNumeric = (format: string): boolean => NUMERIC.has(format);
export const isWide = (format: string): boolean => WIDE.has(format);

export function readFormat(node: Node): Format | undefined {
  const name = node.string('format');
  if (name === undefined) return undefined;
  const options = node.context.options.schemas;
  const demanded = node.context.source.vocabulariesAt(node.at)?.has('format-assertion') === true;
  return { name, asserted: demanded || isAsserted(name, options), branded: options.brands && !isNumeric(name) };
}

function isAsserted(name: string, { formats }: SchemaOptions): boolean {
  if (typeof formats === 'string') return formats === 'assert';
  return Object.hasOwn(formats, name) && formats[name] === 'assert';
}
