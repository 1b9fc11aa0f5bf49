/** Properties that share a draft: each is refined once, and what is found in it is said at all of its places. */
import type { Finding } from '../../../diagnostics.js';
import type { Findings } from '../../findings.js';
import type { Property, Schema } from '../../schema.js';
import { saidAt } from '../twins.js';

interface Refined {
  readonly value: Schema;
  readonly findings: readonly Finding[];
}

export class SharedProperties {
  private readonly findings: Findings;
  private readonly known = new Map<Schema, Map<string, Refined>>();

  constructor(findings: Findings) {
    this.findings = findings;
  }

  /** `way`: what else than the draft decides what it becomes. */
  once({ schema: draft, twin }: Property, way: string, refine: () => Schema): Schema {
    const ways = this.known.get(draft) ?? new Map<string, Refined>();
    this.known.set(draft, ways);
    const refined = ways.get(way) ?? this.findings.hear(refine);
    ways.set(way, refined);
    this.findings.addAll(twin ? saidAt(refined.findings, twin) : refined.findings);
    return refined.value;
  }
}
