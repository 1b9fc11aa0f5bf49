/** Words of code: runs of letters, digits, `_` and `$`. Nearly all of the output is looked through for them. */
const IS_WORD: readonly boolean[] = Array.from({ length: 128 }, (_, unit) => /[\w$]/.test(String.fromCharCode(unit)));

/** `unit` may be NaN, which stands before a text and behind it. */
export const isWordCharacter = (unit: number): boolean => IS_WORD[unit] === true;

/** The offset behind the word that stands at another. */
export function endOfWord(text: string, from: number): number {
  let end = from;
  while (IS_WORD[text.charCodeAt(end)]) end++;
  return end;
}
