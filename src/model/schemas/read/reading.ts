/** What the readers of single keywords share: the schema object, and the way to the schemas below it. */
import { child } from '../../../diagnostics.js';
import { isEmptyList } from '../../meant.js';
import { describe, isObject, type Node } from '../../node.js';
import { unusableMember, valueOfOtherType, wrongType } from '../../rules.js';
import type { Property, Schema } from '../../schema.js';
import { invalidKeywordValue } from '../rules.js';

export interface Reading {
  readonly node: Node;
  /** The subschema at a keyword, or at an entry of a keyword's map or list. */
  schema(...keys: readonly (string | number)[]): Schema;
  /** The same of a property, whose schema may be that of one elsewhere. */
  property(name: string): Pick<Property, 'schema' | 'twin'>;
}

/** A whole number that is not negative: lengths and counts. */
export function count(node: Node, keyword: string): number | undefined {
  const value = node.number(keyword);
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value;
  node.context.report(invalidKeywordValue, node.pointer(keyword), `expected a whole number from 0 on, found ${value}`);
  return undefined;
}

/** The subschemas of a list keyword such as `allOf`. An empty list is reported where the keyword demands one member. */
export function schemas(reading: Reading, keyword: string, least: 0 | 1 = 1): readonly Schema[] {
  const list = reading.node.list(keyword);
  if (list?.length === 0 && least === 1) {
    reading.node.context.report(
      invalidKeywordValue,
      reading.node.pointer(keyword),
      'expected at least one schema, found an empty list',
    );
  }
  return (list ?? []).map((_, i) => reading.schema(keyword, i));
}

/** The names of a map keyword such as `properties`: all of them, since a property may be called anything. */
export function names(node: Node, keyword: string): readonly string[] {
  const map = node.get(keyword);
  if (isObject(map)) return Object.keys(map);
  if (isEmptyList(map)) node.context.report(valueOfOtherType, child(node.at, keyword), 'expected an object, found an empty list');
  else if (map !== undefined) {
    node.context.report(
      map === null ? unusableMember : wrongType,
      child(node.at, keyword),
      `expected an object, found ${describe(map)}`,
    );
  }
  return [];
}

/** One subschema; undefined where the keyword is absent. */
export function optional(reading: Reading, keyword: string): Schema | undefined {
  return reading.node.has(keyword) ? reading.schema(keyword) : undefined;
}
