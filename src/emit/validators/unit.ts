/** The code of one schema that has functions while it is made: names, and what is hoisted out of its functions. */
import type { Json, Pattern, Schema } from '../../model/schema.js';
import { type Code, code, derived, literal, regex } from '../../print/code.js';
import type { Facts } from './facts.js';
import type { Statement } from './statement.js';

/** A declaration of the module beside the functions that are always there. */
export type Hoisted =
  | { readonly kind: 'test'; readonly name: Code; readonly body: readonly Statement[] }
  | { readonly kind: 'constant'; readonly name: Code; readonly type: Code; readonly value: Code };

export class Unit {
  readonly facts: Facts;
  readonly hoisted: Hoisted[] = [];
  private readonly name: Code;
  private readonly taken: ReadonlySet<string>;
  private readonly tests = new Map<Schema, Code>();
  private readonly constants = new Map<string, Code>();
  private readonly counts = { test: 0, pattern: 0, value: 0 };

  constructor(name: Code, facts: Facts, taken: ReadonlySet<string>) {
    this.name = name;
    this.facts = facts;
    this.taken = taken;
  }

  /** The name of a function `(value: unknown): boolean` for an inner schema; made once, by `body`. */
  test(schema: Schema, body: () => readonly Statement[]): Code {
    const known = this.tests.get(schema);
    if (known) return known;
    const given = this.claim('test');
    this.tests.set(schema, given);
    this.hoisted.push({ kind: 'test', name: given, body: body() });
    return given;
  }
  pattern(pattern: Pattern): Code {
    return this.constant('pattern', code`RegExp`, regex(pattern.source, pattern.flags));
  }
  value(value: Json): Code {
    return this.constant('value', code`unknown`, literal(value));
  }
  set(values: readonly Json[]): Code {
    return this.constant('value', code`ReadonlySet<unknown>`, code`/* @__PURE__ */ new Set<unknown>(${literal(values)})`);
  }

  private constant(kind: 'pattern' | 'value', type: Code, value: Code): Code {
    const key = `${kind} ${value}`;
    const known = this.constants.get(key);
    if (known) return known;
    const given = this.claim(kind);
    this.constants.set(key, given);
    this.hoisted.push({ kind: 'constant', name: given, type, value });
    return given;
  }

  /** `Token$test1`: the `$` keeps it apart from the names that documents usually have; where one has it, the next number is taken. */
  private claim(kind: keyof Unit['counts']): Code {
    for (;;) {
      const n = ++this.counts[kind];
      const given = NAMED[kind](this.name, n);
      if (!this.taken.has(given.text)) return given;
    }
  }
}

const NAMED = {
  test: (name: Code, n: number): Code => derived('', name, `$test${n}`),
  pattern: (name: Code, n: number): Code => derived('', name, `$pattern${n}`),
  value: (name: Code, n: number): Code => derived('', name, `$value${n}`),
};

/** The local names of one function. */
export class Locals {
  private count = 0;
  next(kind: keyof typeof LOCAL): Code {
    return LOCAL[kind](++this.count);
  }
}
const LOCAL = {
  member: (n: number): Code => code`member${n}`,
  members: (n: number): Code => code`members${n}`,
  item: (n: number): Code => code`item${n}`,
  key: (n: number): Code => code`key${n}`,
  index: (n: number): Code => code`i${n}`,
  count: (n: number): Code => code`count${n}`,
  at: (n: number): Code => code`at${n}`,
  holds: (n: number): Code => code`holds${n}`,
};

/** What the code being made stands in. `value` names the tested value: a parameter or a `const`, so that tests narrow it. */
export interface Frame {
  readonly unit: Unit;
  readonly locals: Locals;
}
export const frame = (unit: Unit): Frame => ({ unit, locals: new Locals() });
