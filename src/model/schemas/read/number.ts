/** Keywords about numbers. @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2 */
import type { Node } from '../../node.js';
import type { NumberSchema } from '../../schema.js';
import { invalidKeywordValue, unsatisfiable } from '../rules.js';
import { isWide, readFormat } from './format.js';

export const NUMBER_KEYWORDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;

export function readNumber(node: Node, typed: boolean, integer: boolean): NumberSchema {
  const minimum = node.number('minimum');
  const maximum = node.number('maximum');
  const exclusiveMinimum = node.number('exclusiveMinimum');
  const exclusiveMaximum = node.number('exclusiveMaximum');
  const multipleOf = node.number('multipleOf');
  const format = readFormat(node);
  if (multipleOf !== undefined && multipleOf <= 0) {
    node.context.report(invalidKeywordValue, node.pointer('multipleOf'), `expected a number above 0, found ${multipleOf}`);
  }
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  if (low > high || (low === high && (low === exclusiveMinimum || high === exclusiveMaximum))) {
    node.context.report(unsatisfiable, node.at, `no number is both at least ${low} and at most ${high}`);
  }
  return {
    kind: 'number',
    at: node.at,
    typed,
    integer,
    as: format && isWide(format.name) ? node.context.options.schemas.int64 : 'number',
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && { exclusiveMaximum }),
    ...(multipleOf !== undefined && multipleOf > 0 && { multipleOf }),
    ...(format && { format }),
  };
}
