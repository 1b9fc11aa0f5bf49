/** What one build has to say, each thing once, and a way to hear again what was said while a part of it was built. */
import type { Finding } from '../diagnostics.js';

export class Findings {
  /** In the order in which they came up. */
  readonly list: Finding[] = [];
  private readonly known = new Set<string>();
  /** With what was said before: a place may be met again while something else is built. */
  private readonly heard: Finding[] = [];

  add(finding: Finding): void {
    this.heard.push(finding);
    const { rule, at, message } = finding;
    // A component is met as often as it is referred to.
    const key = rule.isSaidOnce ? `${rule.code} ${message}` : `${rule.code} ${at} ${message}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.list.push(finding);
  }

  /** A mark for `since`. */
  now(): number {
    return this.heard.length;
  }
  since(mark: number): readonly Finding[] {
    return this.heard.slice(mark);
  }
}
