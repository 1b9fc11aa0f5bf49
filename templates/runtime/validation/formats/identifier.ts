/** RFC 4122: the form alone, of any version and variant. */
export function uuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}

/** RFC 6901, section 3. */
export function jsonPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
}

/** Relative JSON Pointer: levels up, and then a pointer or the key itself. */
export function relativeJsonPointer(text: string): boolean {
  const [, rest] = /^(?:0|[1-9]\d*)(#|(?:\/[\s\S]*)?)$/.exec(text) ?? [];
  return rest === '#' || (rest !== undefined && jsonPointer(rest));
}

/** A regular expression of ECMA-262 in `u` mode. */
export function regex(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
