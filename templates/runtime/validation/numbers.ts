/** `multipleOf` of the decimal numbers that the document and the value show, not of the binary ones behind them: 0.0075 is 75 times 0.0001. */
export function isMultiple(value: number | bigint, of: number): boolean {
  if (typeof value === 'bigint') return Number.isInteger(of) && value % BigInt(of) === 0n;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0;
  if (!Number.isFinite(value)) return false;
  const [digits, exponent] = decimal(value);
  const [ofDigits, ofExponent] = decimal(of);
  const lowest = Math.min(exponent, ofExponent);
  return (digits * 10n ** BigInt(exponent - lowest)) % (ofDigits * 10n ** BigInt(ofExponent - lowest)) === 0n;
}
/** A number as `digits * 10 ** exponent`. At most 324 + 308 digits. */
function decimal(value: number): readonly [bigint, number] {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

/** An integer as text. */
export function isDecimal(text: string): boolean {
  return /^-?\d+$/.test(text);
}
