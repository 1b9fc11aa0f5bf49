/**
 * Schemas without a name that stand in several places with the same content. Their code is made once, in functions that all of the
 * places call; issues say what they would say without, because a check is told the place that it is called from.
 */
import { hash } from '../../model/names.js';
import type { NamedSchema, Schema } from '../../model/schema.js';
import { type Code, code, derived } from '../../print/code.js';
import { contentOf } from './content.js';
import { isPlainType } from './plain-type.js';
import { placed, wayTo } from './spot.js';

export interface Recurring {
  readonly schema: Schema;
  /** From the content alone, so that no other schema has a say in it. */
  readonly name: Code;
  /** The functions that decide and that report. */
  readonly is: Code;
  readonly check: Code;
}

/** One content, wherever it stands. */
interface Content {
  readonly number: number;
  readonly hash: number;
  readonly schema: Schema;
  /** How often it stands somewhere, once in all that stands in several places itself. */
  places: number;
  recurring?: Recurring;
}

export class Recurrences {
  private readonly byText = new Map<string, Content>();
  private readonly bySchema = new Map<Schema, Content>();
  private readonly byName = new Map<string, Recurring>();
  private readonly taken: Set<string>;

  constructor(schemas: readonly NamedSchema[]) {
    this.taken = new Set(schemas.map(({ id }) => id));
    for (const { schema } of schemas) this.enter(schema).places++;
  }

  /** Undefined for what stands in one place, and for what is said as briefly as a call of it would be. */
  of(schema: Schema): Recurring | undefined {
    const content = this.bySchema.get(schema);
    if (!content || content.places < 2 || isBrief(schema)) return undefined;
    content.recurring ??= this.named(content);
    return content.recurring;
  }

  /** By the name of one of its functions. */
  by(name: string): Recurring | undefined {
    return this.byName.get(name);
  }

  private enter(schema: Schema): Content {
    const before = this.bySchema.get(schema);
    if (before) return before;
    const below: Content[] = [];
    const ways: string[] = [];
    const place = placed(schema);
    const text = contentOf(schema, (child, twin) => {
      const content = this.enter(child);
      const way = wayTo(child, place, twin) ?? '!';
      below.push(content);
      ways.push(way);
      return content.number + way;
    });
    const known = this.byText.get(text);
    if (known) {
      this.bySchema.set(schema, known);
      return known;
    }
    for (const each of below) each.places++;
    let i = 0;
    const hashed = below.length === 0 ? text : contentOf(schema, () => `${below[i]?.hash}${ways[i++]}`);
    const content: Content = { number: this.byText.size, hash: hash(hashed), schema, places: 0 };
    this.byText.set(text, content);
    this.bySchema.set(schema, content);
    return content;
  }

  private named({ schema, hash: of }: Content): Recurring {
    for (let salt = 0; ; salt++) {
      const name = derived('', KINDS[schema.kind], `$${salt === 0 ? of : hash(`${of} ${salt}`)}`);
      if (this.taken.has(name.text)) continue;
      this.taken.add(name.text);
      const recurring = { schema, name, is: derived('is', name), check: derived('check', name) };
      this.byName.set(recurring.is.text, recurring).set(recurring.check.text, recurring);
      return recurring;
    }
  }
}

function isBrief(schema: Schema): boolean {
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'null':
    case 'binary':
    case 'reference':
      return true;
    default:
      return isPlainType(schema);
  }
}

const KINDS: Readonly<Record<Schema['kind'], Code>> = {
  any: code`Any`,
  never: code`Never`,
  reference: code`Reference`,
  literal: code`Literal`,
  null: code`Null`,
  boolean: code`Boolean`,
  number: code`Number`,
  string: code`String`,
  array: code`Array`,
  object: code`Object`,
  binary: code`Binary`,
  union: code`Union`,
  intersection: code`Intersection`,
  not: code`Not`,
  conditional: code`Conditional`,
  unevaluated: code`Unevaluated`,
};
