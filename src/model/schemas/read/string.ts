/** Keywords about strings. @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 */
import type { Node } from '../../node.js';
import type { Pattern, StringSchema } from '../../schema.js';
import { invalidPattern, keywordWithoutEffect, unsatisfiable } from '../rules.js';
import { readFormat } from './format.js';
import { readPattern } from './pattern.js';
import { count } from './reading.js';

export const STRING_KEYWORDS = [
  'minLength',
  'maxLength',
  'pattern',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
] as const;

export function readString(node: Node, typed: boolean): StringSchema {
  const minLength = count(node, 'minLength');
  const maxLength = count(node, 'maxLength');
  const pattern = patternOf(node, maxLength);
  const format = readFormat(node);
  const contentEncoding = node.string('contentEncoding');
  const contentMediaType = node.string('contentMediaType');
  if (node.has('contentSchema')) {
    const message = 'contentSchema describes what the string holds, which is not decoded and not checked';
    node.context.report(keywordWithoutEffect, node.pointer('contentSchema'), message, 'key');
  }
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    node.context.report(unsatisfiable, node.at, `no string is at least ${minLength} and at most ${maxLength} characters long`);
  }
  return {
    kind: 'string',
    at: node.at,
    typed,
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern && { pattern }),
    ...(format && { format }),
    ...(contentEncoding !== undefined && { contentEncoding }),
    ...(contentMediaType !== undefined && { contentMediaType }),
  };
}

function patternOf(node: Node, maxLength: number | undefined): Pattern | undefined {
  const given = node.get('pattern');
  const at = node.pointer('pattern');
  // YAML makes one of digits without quotes, and of a time of day.
  if (typeof given === 'number') {
    node.context.report(invalidPattern, at, `the number ${given} is not checked: it is no text`);
    return undefined;
  }
  const source = node.string('pattern');
  return source === undefined ? undefined : readPattern(node.context, source, at, 'value', maxLength);
}
