/**
 * What brings the values of a declaration: JSON alone, which has no bytes, or also a form or a body of another kind, which may.
 * `format: binary` is a string in the one and a `Blob` in the other.
 */
import type { Schema, SchemaId } from '../schema.js';
import { referencesOf } from './walk.js';

export type Carrier = 'json' | 'any';
export type Carried = Carrier | 'both';

export class Carriers {
  private readonly reached = { json: new Set<SchemaId>(), any: new Set<SchemaId>() };

  /** What a schema that is built for a carrier refers to. */
  add(draft: Schema, carrier: Carrier): void {
    for (const id of referencesOf(draft)) this.reached[carrier].add(id);
  }

  /** To be called once, when nothing more is built. */
  spread(find: (id: SchemaId) => Schema | undefined): void {
    for (const reached of [this.reached.json, this.reached.any]) {
      // A set gives what is added to it while it is walked.
      for (const id of reached) {
        const draft = find(id);
        if (draft) for (const to of referencesOf(draft)) reached.add(to);
      }
    }
  }

  /** What nothing brings may hold bytes. */
  of(id: SchemaId): Carried {
    if (!this.reached.json.has(id)) return 'any';
    return this.reached.any.has(id) ? 'both' : 'json';
  }
}
