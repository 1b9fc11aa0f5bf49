/**
 * Which labels IDNA 2008 allows: code points (RFC 5892), their context (its appendix A), and the Bidi rule (RFC 5893).
 *
 * JavaScript knows general categories and scripts of Unicode, but neither Bidi classes, joining types nor combining classes: those are
 * taken from scripts, and the viramas are listed.
 */

const EXCEPTIONALLY_VALID = /^[\xdf\u03c2\u06fd\u06fe\u0f0b\u3007]$/;
const EXCEPTIONALLY_INVALID = /[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b]/;
const LETTER_OR_DIGIT = /^[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]$/u;
const OLD_HANGUL_JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}|\p{White_Space}|\p{Noncharacter_Code_Point}/u;
const VIRAMA =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}]$/u;
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mandaic}\\p{Script=Mongolian}\\p{Script=Phags_Pa}\\p{Script=Adlam}';
/** Letters that join to the one before them and to none after. */
const RIGHT_JOINING =
  '\\u0622-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0673\\u0675-\\u0677\\u0688-\\u0699\\u06c0\\u06c3-\\u06cb\\u06cd\\u06cf\\u06d2\\u06d3\\u06d5\\u0710\\u0715-\\u0719\\u071e\\u0728\\u072a\\u072c';

/** A U-label: normalized, without hyphens at its ends or in the third and fourth place, and every code point valid where it stands. */
export function isLabel(label: string): boolean {
  if (label !== label.normalize('NFC') || /^-|-$|^..--|^\p{M}/u.test(label)) return false;
  const points = Array.from(label);
  return points.every((point, i) => isValid(point) || isValidInContext(points, i, label));
}

function isValid(point: string): boolean {
  if (EXCEPTIONALLY_VALID.test(point)) return true;
  if (EXCEPTIONALLY_INVALID.test(point)) return false;
  if (/^[a-z\d-]$/.test(point)) return true;
  // The Arabic-Indic digits of both kinds have rules of their own.
  if (/[\u0660-\u0669\u06f0-\u06f9]/.test(point)) return false;
  const isStable = point.normalize('NFKC').toLowerCase().normalize('NFKC') === point;
  return isStable && LETTER_OR_DIGIT.test(point) && !IGNORABLE.test(point) && !OLD_HANGUL_JAMO.test(point);
}

function isValidInContext(points: readonly string[], i: number, label: string): boolean {
  const before = points.slice(0, i).join('');
  const after = points.slice(i + 1).join('');
  switch (points[i]) {
    case '\u200c':
      return VIRAMA.test(before) || joins(before, after);
    case '\u200d':
      return VIRAMA.test(before);
    case '\xb7':
      return before.endsWith('l') && after.startsWith('l');
    case '\u0375':
      return /^\p{Script=Greek}/u.test(after);
    case '\u05f3':
    case '\u05f4':
      return /\p{Script=Hebrew}$/u.test(before);
    case '\u30fb':
      return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label);
    default:
      if (/[\u0660-\u0669]/.test(points[i] ?? '')) return !/[\u06f0-\u06f9]/.test(label);
      return /[\u06f0-\u06f9]/.test(points[i] ?? '') && !/[\u0660-\u0669]/.test(label);
  }
}
function joins(before: string, after: string): boolean {
  const left = new RegExp(`(?![${RIGHT_JOINING}])[${JOINING}]\\p{Mn}*$`, 'u');
  return left.test(before) && new RegExp(`^\\p{Mn}*[${JOINING}]`, 'u').test(after);
}

const RIGHT_TO_LEFT =
  /[\u0590\u05be\u05c0\u05c3\u05c6\u05c8-\u05ff\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u0710\u0712-\u072f\u074b-\u07a5\u07b1-\u07ea\u07f4\u07f5\u07fa-\u0815\u081a\u0824\u0828\u082e-\u0858\u085c-\u08d2\ufb1d\ufb1f-\ufb28\ufb2a-\ufd3d\ufd50-\ufdfc\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const ARABIC_NUMBER = /[\u0660-\u0669\u066b\u066c\u06dd]/;
const EUROPEAN_NUMBER = /[\d\u06f0-\u06f9]/;
const NEUTRAL = /[\p{Mn}\p{Cf}\p{P}\p{S}]/u;

/** True of a label with a letter or a number that is written from right to left: its domain is then a Bidi domain name. */
export const isRightToLeft = (label: string): boolean => RIGHT_TO_LEFT.test(label) || ARABIC_NUMBER.test(label);

/** RFC 5893, section 2. */
export function keepsBidiRule(label: string): boolean {
  const points = Array.from(label);
  const [first = ''] = points;
  const last = Array.from(label.replace(/\p{Mn}+$/u, '')).at(-1) ?? '';
  const isNumber = (point: string): boolean => EUROPEAN_NUMBER.test(point);
  if (RIGHT_TO_LEFT.test(first)) {
    const fits = (point: string): boolean => isRightToLeft(point) || isNumber(point) || NEUTRAL.test(point);
    return (
      points.every(fits) && (isRightToLeft(last) || isNumber(last)) && !(EUROPEAN_NUMBER.test(label) && ARABIC_NUMBER.test(label))
    );
  }
  const isLeftToRight = (point: string): boolean => /[\p{L}\p{Mc}\p{Nl}]/u.test(point) && !RIGHT_TO_LEFT.test(point);
  return isLeftToRight(first) && !isRightToLeft(label) && (isLeftToRight(last) || isNumber(last));
}
