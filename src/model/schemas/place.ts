/** A name for a schema that has none, from the place where it stands. */
import { type Pointer, tokensOf } from '../../diagnostics.js';

/** Words that say how a schema hangs together, not what it is about. */
const STRUCTURE = new Set(
  'components schemas $defs definitions properties patternProperties paths responses requestBodies content schema parameters headers'.split(
    ' ',
  ),
);

/** `#/components/schemas/Pet/properties/tag` is `Pet tag`; `parts/pet.yaml#/Owner` is `Owner`; `parts/pet.yaml#` is `pet`. */
export function nameOfPlace(at: Pointer): string {
  const hash = at.indexOf('#');
  const words = tokensOf(at.slice(hash + 1));
  const telling = words.filter((word, i) => !(STRUCTURE.has(word) && i < words.length - 1));
  if (telling.length > 0) return telling.join(' ');
  const file = at.slice(0, Math.max(hash, 0)).replace(/[?].*$/, '');
  const base = file.split('/').filter(Boolean).at(-1) ?? 'Document';
  return base.replace(/\.[a-z]+$/i, '');
}
