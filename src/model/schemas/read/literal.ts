/** `enum` and `const`. @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.2 */
import { describe, type Node } from '../../node.js';
import type { LiteralSchema, NeverSchema } from '../../schema.js';
import { distinct } from '../equal.js';
import { duplicateEnumValue, emptyEnum, inexactEnum } from '../rules.js';

export function readConst(node: Node): LiteralSchema | undefined {
  const value = node.get('const');
  if (value !== undefined && isInexact(node, 'const')) return undefined;
  return value === undefined ? undefined : { kind: 'literal', values: [value], at: node.at };
}

export function readEnum(node: Node): LiteralSchema | NeverSchema | undefined {
  const list = node.list('enum');
  if (!list) return undefined;
  const at = node.pointer('enum');
  if (list.length === 0) {
    node.context.report(emptyEnum, at, 'no value is listed, so that none is valid');
    return { kind: 'never', at: node.at };
  }
  if (list.some((value, i) => typeof value === 'number' && isInexact(node, 'enum', i))) return undefined;
  const values = distinct(list);
  if (values.length < list.length) {
    const kept = new Set(values.map((value) => list.indexOf(value)));
    list.forEach((value, i) => {
      if (!kept.has(i)) node.context.report(duplicateEnumValue, `${at}/${i}`, `${describe(value)} is listed twice`);
    });
  }
  const descriptions = readDescriptions(node, list.length);
  const described = descriptions && values.map((value) => descriptions[list.indexOf(value)]);
  return {
    kind: 'literal',
    values,
    at: node.at,
    ...(described?.some((text) => text !== undefined) && { descriptions: described }),
  };
}

/** A number that was rounded when it was read would be another value than the document lists. */
function isInexact(node: Node, ...keys: readonly (string | number)[]): boolean {
  const at = node.pointer(...keys);
  if (!node.context.source.isInexact(at)) return false;
  node.context.report(inexactEnum, at, 'the integer has more digits than a number holds, so that the values are not checked');
  return true;
}

/** The usual extensions that describe enum values: by index, or by value. */
function readDescriptions(node: Node, length: number): readonly (string | undefined)[] | undefined {
  for (const keyword of ['x-enum-descriptions', 'x-enumDescriptions', 'x-enum-varnames-descriptions']) {
    const value = node.get(keyword);
    if (Array.isArray(value) && value.length === length)
      return value.map((text) => (typeof text === 'string' ? text : undefined));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const map: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
      return node.list('enum')?.map((member) => {
        const text = map.get(String(member));
        return typeof text === 'string' ? text : undefined;
      });
    }
  }
  return undefined;
}
