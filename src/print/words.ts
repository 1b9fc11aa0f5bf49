/** Words of code: runs of letters, digits, `_` and `$`. */
export const isWordCharacter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x24 ||
  unit === 0x5f;

/** The offset behind the word that stands at another. */
export function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && isWordCharacter(text.charCodeAt(end))) end++;
  return end;
}
