/** @see https://spec.openapis.org/oas/v3.0.4#encoding-object */
import type { JsonObject } from '../source.js';

const STYLED: readonly string[] = ['style', 'explode', 'allowReserved'];

/** Before 3.1 the style of a property is for urlencoded forms alone, and is to be ignored elsewhere. Undefined where there is nothing to leave out. */
export function withoutStyle(
  encoding: JsonObject,
  mediaType: string,
): { readonly encoding: JsonObject; readonly left: readonly string[] } | undefined {
  const left = Object.keys(encoding).filter((key) => STYLED.includes(key));
  if (left.length === 0 || /^\s*application\/x-www-form-urlencoded/i.test(mediaType)) return undefined;
  return { encoding: Object.fromEntries(Object.entries(encoding).filter(([key]) => !left.includes(key))), left };
}
