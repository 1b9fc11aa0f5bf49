/** Host names of RFC 1123, and internationalized ones of RFC 5890 to 5893. */
import { isLabel, isRightToLeft, keepsBidiRule } from './idna.js';
import { decode, encode } from './punycode.js';

const LDH = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

/** A label as it reads (its U-label where it has one); undefined where it is none. */
function labelOf(label: string, isUnicodeAllowed: boolean): string | undefined {
  if (/^[\0-\x7f]*$/.test(label)) {
    if (label.length > 63 || !LDH.test(label)) return undefined;
    if (label.slice(2, 4) !== '--') return label;
    if (label.slice(0, 4).toLowerCase() !== 'xn--') return isUnicodeAllowed ? undefined : label;
    const spelt = label.slice(4).toLowerCase();
    const decoded = decode(spelt);
    // It must be the one spelling of a label that needs it.
    return decoded !== undefined && /[^\0-\x7f]/.test(decoded) && encode(decoded) === spelt && isLabel(decoded)
      ? decoded
      : undefined;
  }
  return isUnicodeAllowed && isLabel(label) && `xn--${encode(label)}`.length <= 63 ? label : undefined;
}

function isName(text: string, separator: RegExp, isUnicodeAllowed: boolean): boolean {
  if (text.length > 253) return false;
  const labels = text.split(separator).map((label) => labelOf(label, isUnicodeAllowed));
  const isBidi = labels.some((label) => label !== undefined && isRightToLeft(label));
  return labels.every((label) => label !== undefined && (!isBidi || keepsBidiRule(label)));
}

/** RFC 1123, 2.1; labels that begin with `xn--` must be A-labels of RFC 5890. */
export function hostname(text: string): boolean {
  return isName(text, /\./, false);
}
/** RFC 5890, 2.3.2.3: U-labels too, and the separators of RFC 3490. */
export function idnHostname(text: string): boolean {
  return isName(text, /[.\u3002\uff0e\uff61]/, true);
}
