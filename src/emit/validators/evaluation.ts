/**
 * Which members and items the keywords beside `unevaluatedProperties` and `unevaluatedItems` evaluate. What holds for every value is
 * known here; what depends on a branch being taken is asked of the value once, before the loop.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
import type { IntersectionSchema, Pattern, ReferenceSchema, Schema, SchemaId, UnevaluatedSchema } from '../../model/schema.js';
import { type Code, code } from '../../print/code.js';
import { separate, test } from './accept.js';
import { always, atom, both, comparison, type Expression, either, inline } from './expression.js';
import type { Facts } from './facts.js';
import { absent, member, present } from './member.js';
import { isDeclared, matches } from './object-keys.js';
import type { Statement } from './statement.js';
import type { Frame } from './unit.js';

export interface Evaluation {
  readonly names: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly allMembers: boolean;
  /** The items before this index. */
  readonly prefix: number;
  readonly allItems: boolean;
  /** Items that pass one of these. */
  readonly contains: readonly Schema[];
  readonly branches: readonly Branch[];
}
/** Evaluated where the value passes `test` (or, negated, fails it), or has the member `name`. */
interface Branch {
  readonly when: { readonly kind: 'passes' | 'fails'; readonly schema: Schema } | { readonly kind: 'has'; readonly name: string };
  readonly then: Evaluation;
}

const NOTHING: Evaluation = {
  names: [],
  patterns: [],
  allMembers: false,
  prefix: 0,
  allItems: false,
  contains: [],
  branches: [],
};

/**
 * Conjunctions are followed without recursion, since chains of `allOf` may be long. `entered`: names that are asked about the same value
 * already. A schema that applies itself to the same value is unsatisfiable or void; either way it adds nothing the second time.
 */
export function evaluationOf(schema: Schema, facts: Facts, entered: ReadonlySet<SchemaId> = new Set()): Evaluation {
  const met = new Set(entered);
  const parts: Part[] = [];
  const wholes: Evaluation[] = [];
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'intersection') pending.push(...next.members.toReversed());
    else if (next.kind === 'unevaluated') {
      wholes.push({ ...NOTHING, allMembers: next.properties !== undefined, allItems: next.items !== undefined });
      pending.push(next.base);
    } else if (next.kind !== 'reference') parts.push(next);
    else if (!met.has(next.to)) {
      met.add(next.to);
      pending.push(facts.target(next).schema);
    }
  }
  return union([...parts.map((part) => evaluationOfPart(part, facts, met)), ...wholes]);
}

type Part = Exclude<Schema, IntersectionSchema | ReferenceSchema | UnevaluatedSchema>;

function evaluationOfPart(schema: Part, facts: Facts, entered: ReadonlySet<SchemaId>): Evaluation {
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'literal':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'binary':
    case 'not':
      return NOTHING;
    case 'array':
      return {
        ...NOTHING,
        prefix: schema.prefixItems.length,
        allItems: !schema.itemsImplied,
        contains: schema.contains ? [schema.contains.schema] : [],
      };
    case 'object':
      return {
        ...NOTHING,
        names: schema.properties.filter(isDeclared).map((property) => property.name),
        patterns: schema.patternProperties.map((each) => each.pattern),
        allMembers: !schema.additionalImplied,
        branches: schema.dependentSchemas.map(({ name, schema: then }) => ({
          when: { kind: 'has', name },
          then: evaluationOf(then, facts, entered),
        })),
      };
    case 'union':
      return {
        ...NOTHING,
        branches: schema.members.map((each) => ({
          when: { kind: 'passes', schema: each },
          then: evaluationOf(each, facts, entered),
        })),
      };
    case 'conditional': {
      const taken = union([evaluationOf(schema.if, facts, entered), evaluationOf(schema.then, facts, entered)]);
      return {
        ...NOTHING,
        branches: [
          { when: { kind: 'passes', schema: schema.if }, then: taken },
          { when: { kind: 'fails', schema: schema.if }, then: evaluationOf(schema.else, facts, entered) },
        ],
      };
    }
    default:
      return schema satisfies never;
  }
}

function union(parts: readonly Evaluation[]): Evaluation {
  return {
    names: [...new Set(parts.flatMap((part) => part.names))],
    patterns: parts.flatMap((part) => part.patterns),
    allMembers: parts.some((part) => part.allMembers),
    prefix: Math.max(0, ...parts.map((part) => part.prefix)),
    allItems: parts.some((part) => part.allItems),
    contains: parts.flatMap((part) => part.contains),
    branches: parts.flatMap((part) => part.branches),
  };
}

interface Asked {
  /** Before the loop: which branches the value takes. */
  readonly statements: readonly Statement[];
  readonly test: Expression;
}

export function evaluatedMember(evaluation: Evaluation, value: Code, key: Code, at: Frame): Asked {
  return asked(evaluation, value, at, ({ names, patterns, allMembers }) =>
    allMembers
      ? always
      : either([
          ...names.map((name) => comparison(code`${key} === ${name}`, code`${key} !== ${name}`)),
          ...patterns.map((pattern) => matches(pattern, key, at)),
        ]),
  );
}
export function evaluatedItem(evaluation: Evaluation, value: Code, item: Code, index: Code, at: Frame): Asked {
  return asked(evaluation, value, at, ({ prefix, allItems, contains }) =>
    allItems
      ? always
      : either([
          ...(prefix > 0 ? [comparison(code`${index} < ${prefix}`, code`${index} >= ${prefix}`)] : []),
          ...contains.map((schema) => test(schema, item, at)),
        ]),
  );
}

function asked(evaluation: Evaluation, value: Code, at: Frame, direct: (evaluation: Evaluation) => Expression): Asked {
  const own = direct(evaluation);
  if (own === always) return { statements: [], test: always };
  const statements: Statement[] = [];
  const tests = [own];
  for (const { when, then } of evaluation.branches) {
    const inner = asked(then, value, at, direct);
    if (inner.test.kind === 'constant' && !inner.test.value) continue;
    const holds = at.locals.next('holds');
    statements.push(...inner.statements, code`const ${holds}: boolean = ${inline(condition(when, value, at))};`);
    tests.push(both([atom(holds), inner.test]));
  }
  return { statements, test: either(tests) };
}
/** Always a call, which does not narrow the value for what follows. */
function condition(when: Branch['when'], value: Code, at: Frame): Expression {
  switch (when.kind) {
    case 'has':
      return comparison(present(member(value, when.name)), absent(member(value, when.name)));
    case 'passes':
      return separate(when.schema, value, at);
    case 'fails':
      return atom(code`!${inline(separate(when.schema, value, at))}`);
    default:
      return when satisfies never;
  }
}
