/** How a value is written, as far as the other end can tell. */
import type { ParameterEncoding } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import { canonical } from './canonical.js';
import type { Shape, Shapes } from './schemas/shape.js';

interface Encoded {
  readonly schema: Schema;
  readonly encoding: ParameterEncoding;
}

/** `relaxed`: what is written today is still read, and the difference is in what may be written besides. */
export function compareEncodings(
  was: Encoded,
  is: Encoded,
  shapes: { old: Shapes; new: Shapes },
): 'same' | 'relaxed' | 'changed' {
  const a = was.encoding;
  const b = is.encoding;
  if (canonical(a) === canonical(b)) return 'same';
  if (a.kind === 'content' || b.kind === 'content') return 'changed';
  const scalar = isScalar(shapes.old.of(was.schema)) || isScalar(shapes.new.of(is.schema));
  if (layoutOf(a, scalar) !== layoutOf(b, scalar)) return 'changed';
  if ((a.allowReserved && !b.allowReserved) || (a.allowEmptyValue && !b.allowEmptyValue)) return 'changed';
  return a.allowReserved === b.allowReserved && a.allowEmptyValue === b.allowEmptyValue ? 'same' : 'relaxed';
}

/** Separators and repetition show only where there is more than one value to write. */
function layoutOf({ style, explode }: Extract<ParameterEncoding, { kind: 'style' }>, scalar: boolean): string {
  if (!scalar) return `${style} ${explode}`;
  return style === 'label' || style === 'matrix' ? style : 'plain';
}

/** Never several values: a list or an object is none of its forms. */
export function isScalar({ alternatives }: Shape): boolean {
  return alternatives.every(({ schema }) => schema.kind !== 'array' && schema.kind !== 'object' && schema.kind !== 'any');
}
