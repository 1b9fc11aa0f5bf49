/**
 * JSON Pointers (RFC 6901): taking them apart, following them through own members only.
 *
 * Our own pointers (`Pointer`) are not percent-encoded, so that they read well in messages; those of references are.
 */
import { child, type Pointer, tokensOf } from '../diagnostics.js';
import type { Json } from '../model/schema.js';

export interface Place {
  /** As it stands before `#`: empty for the main document. */
  readonly file: string;
  readonly tokens: readonly string[];
}

/** Takes a pointer of ours apart. */
export function placeOf(at: Pointer): Place {
  const hash = at.indexOf('#');
  return { file: at.slice(0, hash), tokens: tokensOf(at.slice(hash + 1)) };
}

export function pointerOf(file: string, tokens: readonly (string | number)[]): Pointer {
  return child(`${file}#`, ...tokens);
}

/** The member or entry of that name, undefined where there is none. Indices of lists have no sign and no leading zeros. */
export function member(value: Json | undefined, token: string): Json | undefined {
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return INDEX.test(token) ? list[Number(token)] : undefined;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
  return (value as { readonly [key: string]: Json })[token];
}

export function valueAt(root: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const token of tokens) {
    value = member(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}

const INDEX = /^(?:0|[1-9]\d{0,9})$/;
