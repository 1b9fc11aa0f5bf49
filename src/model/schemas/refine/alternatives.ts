/**
 * Unions: which of their members can be met, whether they exclude each other, and what tells them apart.
 */
import { type Finding, type Pointer, quote } from '../../../diagnostics.js';
import type { Discriminator, Schema, UnionSchema } from '../../schema.js';
import { judgeOneOf, type OneOf } from '../analyse/one-of.js';
import type { Known as Samples } from '../analyse/samples.js';
import { typesOf } from '../analyse/types-of.js';
import type { RawDiscriminator } from '../read/discriminator.js';
import { duplicateMember, overlappingOneOf, undecidedOneOf, unusableDiscriminator } from '../rules.js';
import { OBJECT } from '../types.js';
import { impliedMapping, type Known, mappingOf } from './mapping.js';

export interface Judged {
  readonly proved: OneOf['proved'];
  /** Of the members that are objects, by their index among these. */
  readonly discriminator: Discriminator | undefined;
  /** Equal members, by index: the later one and the one that it repeats. */
  readonly repeated: ReadonlySet<number>;
}

/** Judges each union once, by its draft, and reports what it finds. */
export class Alternatives {
  private readonly known: Known;
  private readonly discriminators: ReadonlyMap<Pointer, RawDiscriminator>;
  private readonly samples: Samples = new Map();
  private readonly judged = new Map<UnionSchema, { readonly value: Judged; readonly findings: readonly Finding[] }>();

  constructor(known: Known, discriminators: ReadonlyMap<Pointer, RawDiscriminator>) {
    this.known = known;
    this.discriminators = discriminators;
  }

  judge(union: UnionSchema): Judged {
    const { findings } = this.known.context;
    const judged = this.judged.get(union) ?? findings.hear(() => this.judgeAnew(union));
    this.judged.set(union, judged);
    // Each time, since the union may stand in several places.
    findings.addAll(judged.findings);
    return judged.value;
  }

  private judgeAnew(union: UnionSchema): Judged {
    const { context, find } = this.known;
    const repeated = repetitions(union.members);
    for (const [i, first] of repeated) {
      context.report(duplicateMember, `${union.at}/${i}`, `says the same as member ${first}`);
    }
    const objects = union.members.filter((member) => typesOf(member, find) === OBJECT);
    const raw = this.discriminators.get(union.at);
    const usable = objects.length > 1 && repeated.size === 0;
    if (raw && !usable) {
      const reason = repeated.size > 0 ? 'two members are the same' : 'fewer than two of the members are objects';
      context.report(unusableDiscriminator, raw.at, reason);
    }
    const discriminator = usable ? (raw ? mappingOf(raw, objects, this.known) : impliedMapping(objects, find)) : undefined;
    const areToldApart = discriminator !== undefined && !discriminator.optional;
    const verdict = union.mode === 'oneOf' ? this.verdict(union, areToldApart) : 'disjoint';
    return { proved: verdict, discriminator, repeated: new Set(repeated.keys()) };
  }

  private verdict(union: UnionSchema, objectsAreToldApart: boolean): OneOf['proved'] {
    const { context, find } = this.known;
    const verdict = judgeOneOf(union.members, find, objectsAreToldApart, this.samples);
    if (verdict.proved === 'disjoint') return 'disjoint';
    const [i, j] = verdict.members;
    if (verdict.proved === 'overlapping') {
      context.report(overlappingOneOf, union.at, `members ${i} and ${j} both accept ${quote(JSON.stringify(verdict.witness))}`);
    } else {
      context.report(undecidedOneOf, union.at, `members ${i} and ${j} may both accept a value`);
    }
    return verdict.proved;
  }
}

/** By what a schema asserts; annotations and places do not count. */
function repetitions(members: readonly Schema[]): ReadonlyMap<number, number> {
  const firsts = new Map<string, number>();
  const repeated = new Map<number, number>();
  members.forEach((member, i) => {
    const text = assertions(member);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, i);
    else repeated.set(i, first);
  });
  return repeated;
}

/** Where a schema stands, and what it says to readers. */
const UNASSERTED: ReadonlySet<string> = new Set(['at', 'twin', 'docs', 'descriptions']);
const assertions = (schema: Schema): string =>
  // What stands among the values of a literal is data, whatever its members are called.
  JSON.stringify(schema, (name, value) => (UNASSERTED.has(name) ? undefined : name === 'values' ? JSON.stringify(value) : value));
