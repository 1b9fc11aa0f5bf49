/** `multipleOf` of the decimal numbers that the document and the value show, not of the binary ones behind them: 0.0075 is 75 times 0.0001. */
export function isMultiple(value: number | bigint, of: number): boolean {
  if (typeof value === 'bigint') return isIn([value, 0], decimal(of));
  if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0;
  if (!Number.isFinite(value)) return false;
  return isIn(decimal(value), decimal(of));
}
type Decimal = readonly [digits: bigint, exponent: number];
function isIn([digits, exponent]: Decimal, [ofDigits, ofExponent]: Decimal): boolean {
  const lowest = Math.min(exponent, ofExponent);
  return (digits * 10n ** BigInt(exponent - lowest)) % (ofDigits * 10n ** BigInt(ofExponent - lowest)) === 0n;
}
/** A number as `digits * 10 ** exponent`. At most 324 + 308 digits. */
function decimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

/** An integer as text. */
export function isDecimal(text: string): boolean {
  return /^-?\d+$/.test(text);
}
