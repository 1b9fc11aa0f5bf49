/**
 * Properties that say word for word the same as one elsewhere. Generated documents are full of them: most of the schemas in GitHub's are
 * one of a few thousand. Such a property is read and refined once, and what there was to say of it is said at each of its places.
 */
import { type Finding, isWithin, type Pointer } from '../../diagnostics.js';
import { isObject } from '../node.js';
import type { Json, Twin } from '../schema.js';

/** Values by what they say. */
export class Contents {
  private readonly known = new Map<Json, number>();
  private readonly byText = new Map<string, number>();
  private count = 0;

  /** Equal for values that are equal and have their keys in the same order. Undefined where the place decides what a value means. */
  of(value: Json): number | undefined {
    const content = this.number(value);
    return content === PLACED ? undefined : content;
  }

  private number(value: Json): number {
    const before = this.known.get(value);
    if (before !== undefined) return before;
    const content = typeof value === 'object' && value !== null ? this.composed(value) : isExact(value) ? ++this.count : PLACED;
    this.known.set(value, content);
    return content;
  }

  private composed(value: Exclude<Json, null>): number {
    let text = '';
    if (isObject(value)) {
      for (const key in value) {
        const content = PLACING.has(key) ? PLACED : this.number(value[key] ?? null);
        if (content === PLACED) return PLACED;
        text += `${this.number(key)}:${content},`;
      }
    } else if (Array.isArray(value)) {
      text = '[';
      for (const item of value) {
        const content = this.number(item);
        if (content === PLACED) return PLACED;
        text += `${content},`;
      }
    }
    const before = this.byText.get(text);
    if (before !== undefined) return before;
    this.byText.set(text, ++this.count);
    return this.count;
  }
}

const PLACED = -1;
/** Keywords that are about the place, or whose findings name it in words. */
const PLACING: ReadonlySet<string> = new Set('$id $schema $anchor $dynamicAnchor $dynamicRef discriminator'.split(' '));
/** Of all other numbers it may have been noted where they stand that they were rounded. */
const isExact = (value: Json): boolean => typeof value !== 'number' || (Number.isSafeInteger(value) && !Object.is(value, -0));

/** A place at the twin that was read, as the one at the twin that was not; others stay what they are. */
export const placeAt = (at: Pointer, { of, at: to }: Twin): Pointer => (isWithin(at, of) ? to + at.slice(of.length) : at);

/** The same of all that was said. */
export const saidAt = <T extends Pick<Finding, 'at'>>(said: readonly T[], twin: Twin): readonly T[] =>
  said.map((each) => ({ ...each, at: placeAt(each.at, twin) }));
