/** The characters that JSON text is made of, as code units, and the white space between them. */
export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
/** What closes a list or an object comes two after what opens it. */
export const BRACKET = 91;
export const BACKSLASH = 92;
export const BRACE = 123;

export const isSpace = (unit: number): boolean => unit === SPACE || unit === 10 || unit === 13 || unit === 9;

export function skipSpace(text: string, from: number): number {
  let i = from;
  while (isSpace(text.charCodeAt(i))) i++;
  return i;
}
