/** What stands opposite what on the two sides. Each rule takes its pairs out; what no rule pairs is gone, or new. */
export class Pairing<T> {
  readonly pairs: (readonly [was: T, is: T])[] = [];
  private readonly left: Set<T>;
  private readonly right: Set<T>;

  constructor(was: readonly T[], is: readonly T[]) {
    this.left = new Set(was);
    this.right = new Set(is);
  }

  get removed(): readonly T[] {
    return [...this.left];
  }
  get added(): readonly T[] {
    return [...this.right];
  }

  /** Of equal keys; what has none is left for other rules. Gives the new pairs. */
  byKey(keyOf: (one: T) => string | undefined): readonly (readonly [was: T, is: T])[] {
    const byKey = new Map<string, T[]>();
    for (const one of this.right) {
      const key = keyOf(one);
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), one]);
    }
    return this.take((a) => {
      const key = keyOf(a);
      return key === undefined ? undefined : byKey.get(key)?.shift();
    });
  }

  /** Where one fits the other, the first that does. Gives the new pairs. */
  where(fits: (was: T, is: T) => boolean): readonly (readonly [was: T, is: T])[] {
    return this.take((a) => [...this.right].find((one) => fits(a, one)));
  }

  private take(find: (was: T) => T | undefined): readonly (readonly [was: T, is: T])[] {
    const found: (readonly [T, T])[] = [];
    for (const a of this.left) {
      const b = find(a);
      if (b === undefined) continue;
      found.push([a, b]);
      this.left.delete(a);
      this.right.delete(b);
    }
    this.pairs.push(...found);
    return found;
  }
}
