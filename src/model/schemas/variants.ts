/**
 * Which declarations read differently in a request or a response than by the letter, through every chain of references.
 *
 * - A request leaves `readOnly` members out, a response `writeOnly` ones: the type differs, so the variant has a name of its own,
 *   `UserRequest`, `UserResponse`.
 * - A response accepts a value that several members of a `oneOf` accept: the type is the same, so the variant shows its name to nobody.
 *   So does a request where `readOnly` members are gone from a member of the `oneOf`, which could have told it apart.
 *
 * @see https://spec.openapis.org/oas/v3.0.4#schema-object (readOnly, writeOnly)
 */

import type { SchemaOptions } from '../../options.js';
import type { Schema, SchemaId, UnionSchema } from '../schema.js';
import { survey } from './survey.js';

/** How a schema is read. */
export type Reading = 'letter' | 'request' | 'response';
/** `type`: the type differs. `check`: only what is accepted does. */
export type Difference = 'type' | 'check' | undefined;

const REQUEST = 1;
const RESPONSE = 2;
const LENIENT = 4;

export class Variants {
  private readonly options: SchemaOptions;
  private readonly isAmbiguous: (union: UnionSchema) => boolean;
  private readonly marks = new Map<SchemaId, number>();
  private readonly referrers = new Map<SchemaId, SchemaId[]>();

  /** `isAmbiguous`: a value that several members accept can't be excluded. */
  constructor(options: SchemaOptions, isAmbiguous: (union: UnionSchema) => boolean) {
    this.options = options;
    this.isAmbiguous = isAmbiguous;
  }

  /** Takes in drafts all of whose references are drafted too. */
  add(drafts: readonly (readonly [SchemaId, Schema])[]): void {
    const found: [SchemaId, number][] = [];
    for (const [id, draft] of drafts) {
      const { references, readOnly, writeOnly, enums, oneOfs } = survey(draft);
      let mark = this.marks.get(id) ?? 0;
      if (readOnly) mark |= REQUEST;
      if (writeOnly || (enums && this.options.openEnums === 'responses')) mark |= RESPONSE;
      if (this.options.overlappingOneOf === 'any-of' && oneOfs.some(this.isAmbiguous)) mark |= LENIENT;
      for (const to of references) {
        mark |= this.marks.get(to) ?? 0;
        const referrers = this.referrers.get(to);
        if (referrers) referrers.push(id);
        else this.referrers.set(to, [id]);
      }
      if (mark) found.push([id, mark]);
    }
    for (let next = found.pop(); next !== undefined; next = found.pop()) {
      const [id, mark] = next;
      const before = this.marks.get(id) ?? 0;
      if ((before | mark) === before) continue;
      this.marks.set(id, before | mark);
      for (const referrer of this.referrers.get(id) ?? []) found.push([referrer, mark]);
    }
  }

  difference(id: SchemaId, reading: Reading): Difference {
    const marks = this.marks.get(id) ?? 0;
    if (reading === 'request') return marks & REQUEST ? 'type' : undefined;
    if (reading === 'response') return marks & RESPONSE ? 'type' : marks & LENIENT ? 'check' : undefined;
    return undefined;
  }
}
