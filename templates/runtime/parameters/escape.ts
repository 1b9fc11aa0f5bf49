/** How characters get into a URL. @see https://spec.openapis.org/oas/v3.2.0#appendix-e-percent-encoding-and-form-media-types */

export type Escape = (text: string) => string;

/** All but the unreserved characters of RFC 3986 are percent-encoded. Throws a URIError on half of a surrogate pair. */
export const escaped: Escape = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * `allowReserved` in a query: reserved characters and whole percent-triples stay as they are (RFC 6570, 3.2.3), but for those that
 * a query can't hold (`#`, `[`, `]`) and the one that would begin another parameter (`&`).
 */
export const reserved: Escape = (text) => restored(text, /%25([\dA-F]{2})|%(?:21|24|27|28|29|2A|2B|2C|2F|3A|3B|3D|3F|40)/gi);

/** `allowReserved` in a path, where `/` and `?` would begin something else. */
export const reservedInPath: Escape = (text) => restored(text, /%25([\dA-F]{2})|%(?:21|24|26|27|28|29|2A|2B|2C|3A|3B|3D|40)/gi);

/** `allowReserved` in a form, where a plus sign is a space. */
export const reservedInForm: Escape = (text) => restored(text, /%25([\dA-F]{2})|%(?:21|24|27|28|29|2A|2C|2F|3A|3B|3D|3F|40)/gi);

/** For headers and cookies, which are not percent-encoded. */
export const verbatim: Escape = (text) => text;

function restored(text: string, kept: RegExp): string {
  return escaped(text).replace(kept, (piece, triple: string | undefined) => (triple ? `%${triple}` : decodeURIComponent(piece)));
}
