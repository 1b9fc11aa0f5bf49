/** Patterns for ajv, which has the flag `u` or leaves it for all of them. */

/** With the flag `u` where the pattern allows it, as the generator reads patterns. */
export const regExp = Object.assign(
  (pattern: string): RegExp => {
    try {
      return new RegExp(pattern, 'u');
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: 'new RegExp' },
);
