import type { Pointer } from '../../diagnostics.js';
import type { ArraySchema, Schema } from '../schema.js';

/** A list of which the document describes the items alone: those of a sequence, or the parts of a body. */
export function listOf(items: Schema, at: Pointer): ArraySchema {
  return { kind: 'array', typed: true, prefixItems: [], items, itemsImplied: false, uniqueItems: false, at };
}
