/** RFC 3492 with the parameters of section 5. */

const BASE = 36;
function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
const threshold = (k: number, bias: number): number => Math.min(26, Math.max(1, k - bias));

/** The text of what follows `xn--`; undefined where that is no Punycode. */
export function decode(input: string): string | undefined {
  const delimiter = input.lastIndexOf('-');
  const points = Array.from(input.slice(0, Math.max(0, delimiter)), (character) => character.charCodeAt(0));
  let code = 128;
  let index = 0;
  let bias = 72;
  for (let at = delimiter > 0 ? delimiter + 1 : 0; at < input.length; index++) {
    const before = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(input.charCodeAt(at++));
      if (digit === undefined) return undefined;
      index += digit * weight;
      const limit = threshold(k, bias);
      if (digit < limit) break;
      weight *= BASE - limit;
    }
    bias = adapt(index - before, points.length + 1, before === 0);
    code += Math.floor(index / (points.length + 1));
    if (code > 0x10ffff) return undefined;
    index %= points.length + 1;
    points.splice(index, 0, code);
  }
  return String.fromCodePoint(...points);
}
function digitOf(unit: number): number | undefined {
  if (unit >= 48 && unit <= 57) return unit - 22;
  const letter = (unit | 32) - 97;
  return letter >= 0 && letter < 26 ? letter : undefined;
}

/** What follows `xn--` in the ASCII form of a label. */
export function encode(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 128);
  let output = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '');
  let code = 128;
  let delta = 0;
  let bias = 72;
  for (let done = basic.length; done < points.length; ) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      let rest = delta;
      for (let k = BASE; ; k += BASE) {
        const limit = threshold(k, bias);
        if (rest < limit) break;
        output += character(limit + ((rest - limit) % (BASE - limit)));
        rest = Math.floor((rest - limit) / (BASE - limit));
      }
      output += character(rest);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    code++;
  }
  return output;
}
const character = (digit: number): string => String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);
