/** Lengths count Unicode code points (JSON Schema Validation 6.3), and only where the UTF-16 length does not decide. */

function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}
export function atLeast(text: string, length: number): boolean {
  return text.length >= length && (text.length >= 2 * length || codePoints(text) >= length);
}
export function atMost(text: string, length: number): boolean {
  return text.length <= length || (text.length <= 2 * length && codePoints(text) <= length);
}
