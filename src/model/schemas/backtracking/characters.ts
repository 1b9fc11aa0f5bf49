/** What an atom of a pattern matches, as the engine says, tried with every character that could make a difference. */
import type { Pattern } from '../../schema.js';

export class Characters {
  /** Those that can be read come first, so that they stand in what is shown. */
  private readonly probes: readonly string[];
  private readonly known = new Map<string, bigint>();

  constructor({ source }: Pick<Pattern, 'source'>) {
    const near = [...source].flatMap((character) => [-1, 0, 1].map((step) => (character.codePointAt(0) ?? 0) + step));
    const ascii = Array.from({ length: 128 }, (_, code) => code);
    const codes = [...READABLE].map((character) => character.codePointAt(0) ?? 0);
    const valid = [...codes, ...ascii, ...near, 0xa0, 0xe9, 0x3b1, 0x434, 0x4e2d, 0x2028, 0x1f600].filter(
      (code) => code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff),
    );
    this.probes = [...new Set(valid)].map((code) => String.fromCodePoint(code));
  }

  /** The characters that the atom matches, one bit each. */
  of(atom: string): bigint {
    const known = this.known.get(atom);
    if (known !== undefined) return known;
    const test = matcherOf(atom);
    let set = 0n;
    for (const [i, probe] of this.probes.entries()) if (test(probe)) set |= 1n << BigInt(i);
    this.known.set(atom, set);
    return set;
  }

  /** The set of one character; empty for one that was not tried. */
  bit(character: string): bigint {
    const index = this.probes.indexOf(character);
    return index < 0 ? 0n : 1n << BigInt(index);
  }

  /** One character of each kind that the sets tell apart. */
  kinds(sets: readonly bigint[]): readonly string[] {
    const distinct = [...new Set(sets)];
    const kinds = new Map<string, string>();
    for (const [i, probe] of this.probes.entries()) {
      const kind = distinct.map((set) => (set >> BigInt(i)) & 1n).join('');
      if (!kinds.has(kind)) kinds.set(kind, probe);
    }
    return [...kinds.values()];
  }

  /** One of a set that is not empty. */
  one(set: bigint): string {
    return this.probes.find((_, i) => (set >> BigInt(i)) & 1n) ?? '';
  }
}
const READABLE = 'aA0 -_.xb1/:,';

/** Whether a character is one that the atom matches. */
export function matcherOf(atom: string): (character: string) => boolean {
  for (const flags of ['u', '']) {
    try {
      const pattern = new RegExp(`^(?:${atom})$`, flags);
      return (character) => pattern.test(character);
    } catch {
      // An atom of a pattern that compiles without `u` only.
    }
  }
  return () => true;
}
