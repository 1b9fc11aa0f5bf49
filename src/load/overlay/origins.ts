/** Where the parts of a document come from once overlays have changed it: the way back to the lines of several files. */
import type { Json } from '../../model/schema.js';
import { member } from '../pointer.js';
import type { Place, Positions } from '../positions/positions.js';

export interface Origin {
  /** Index of the overlay; -1 for the document itself. */
  readonly overlay: number;
  readonly tokens: readonly string[];
}

/** Of one member: from elsewhere, or of another name in the owner's own origin, as entries of lists are after a removal. */
type Moved = Origin | { readonly key: string };

export class Origins {
  /** Members that do not come from where their owner does, under their own name. */
  private readonly moved = new WeakMap<object, Map<string, Moved>>();

  set(owner: object, key: string | number, origin: Origin): void {
    this.note(owner, String(key), origin);
  }

  /** What is known of an object holds for its copy. */
  inherit(copy: object, from: object): void {
    const known = this.moved.get(from);
    if (known) this.moved.set(copy, new Map(known));
  }

  /** `copy` is the list without one entry: those behind it come from where they were. */
  inheritWithout(copy: readonly Json[], list: readonly Json[], removed: number): void {
    const known = this.moved.get(list);
    for (let i = 0; i < copy.length; i++) {
      const before = String(i < removed ? i : i + 1);
      const origin = known?.get(before) ?? (i < removed ? undefined : { key: before });
      if (origin) this.note(copy, String(i), origin);
    }
  }

  of(owner: object, key: string | number, ownerOrigin: Origin): Origin {
    const moved = this.moved.get(owner)?.get(String(key)) ?? { key: String(key) };
    return 'key' in moved ? { ...ownerOrigin, tokens: [...ownerOrigin.tokens, moved.key] } : moved;
  }

  at(root: Json, tokens: readonly string[]): Origin {
    let origin: Origin = { overlay: -1, tokens: [] };
    let value: Json | undefined = root;
    for (const token of tokens) {
      if (typeof value === 'object' && value !== null) origin = this.of(value, token, origin);
      else origin = { ...origin, tokens: [...origin.tokens, token] };
      value = member(value, token);
    }
    return origin;
  }

  private note(owner: object, key: string, moved: Moved): void {
    const known = this.moved.get(owner);
    if (known) known.set(key, moved);
    else this.moved.set(owner, new Map([[key, moved]]));
  }
}

/** Positions in a document that overlays have changed. */
export class OverlaidPositions implements Positions {
  private readonly root: Json;
  private readonly origins: Origins;
  private readonly document: () => Positions;
  private readonly overlays: readonly { readonly name: string; readonly positions: () => Positions }[];

  constructor(root: Json, origins: Origins, document: () => Positions, overlays: OverlaidPositions['overlays']) {
    this.root = root;
    this.origins = origins;
    this.document = document;
    this.overlays = overlays;
  }

  find(tokens: readonly string[], on: 'key' | 'value'): Place {
    const { overlay, tokens: there } = this.origins.at(this.root, tokens);
    const file = this.overlays[overlay];
    return file ? { ...file.positions().find(there, on), file: file.name } : this.document().find(there, on);
  }
}
