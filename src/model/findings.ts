/** What one build has to say, each thing once, and a way to hear what there is to say of a part of it. */
import type { Finding } from '../diagnostics.js';

export class Findings {
  /** In the order in which they came up. */
  readonly list: Finding[] = [];
  private readonly known = new Set<string>();
  /** What is being heard instead of said, the innermost last. */
  private readonly hearings: Finding[][] = [];

  add(finding: Finding): void {
    const hearing = this.hearings.at(-1);
    if (hearing) {
      hearing.push(finding);
      return;
    }
    const { rule, at, message } = finding;
    // A component is met as often as it is referred to.
    const key = rule.isSaidOnce ? `${rule.code} ${message}` : `${rule.code} ${at} ${message}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.list.push(finding);
  }

  addAll(findings: readonly Finding[]): void {
    for (const finding of findings) this.add(finding);
  }

  /** What comes up meanwhile is given back, and is not said until it is added. */
  hear<T>(action: () => T): { readonly value: T; readonly findings: readonly Finding[] } {
    const findings: Finding[] = [];
    this.hearings.push(findings);
    try {
      return { value: action(), findings };
    } finally {
      this.hearings.pop();
    }
  }
}
