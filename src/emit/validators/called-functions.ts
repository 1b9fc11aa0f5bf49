/** The functions of recurring schemas: those that something calls, directly or by way of others. */
import { byCodeUnits } from '../../model/node.js';
import { code } from '../../print/code.js';
import { type Declaration, settle } from '../../print/declaration.js';
import { ownBody } from './accept.js';
import type { Facts } from './facts.js';
import { type Callable, checkFunction, isFunction, withHoisted } from './functions.js';
import type { Recurring } from './recurring.js';
import { ownReport } from './report.js';
import { placed, spotAt } from './spot.js';
import { frame, Unit } from './unit.js';

export class CalledFunctions {
  private readonly names = new Set<string>();
  private readonly facts: Facts;
  private readonly taken: ReadonlySet<string>;

  constructor(facts: Facts, taken: ReadonlySet<string>) {
    this.facts = facts;
    this.taken = taken;
  }

  /** The names that a text mentions; those of other things among them do no harm. */
  add(names: ReadonlySet<string>): void {
    for (const name of names) this.names.add(name);
  }

  /** In the order of their names. */
  declarations(): readonly Declaration[] {
    const units = new Map<Recurring, { readonly unit: Unit; readonly functions: Callable[] }>();
    // A set gives what is added to it while it is walked.
    for (const name of this.names) {
      const recurring = this.facts.recurringBy(name);
      if (!recurring) continue;
      const made = units.get(recurring) ?? { unit: new Unit(recurring.name, this.facts, this.taken), functions: [] };
      units.set(recurring, made);
      const added = name === recurring.is.text ? decides(recurring, made.unit) : reports(recurring, made.unit);
      made.functions.push(added);
      this.add(withHoisted(made.unit, [added]).names);
    }
    return [...units]
      .sort(([a], [b]) => byCodeUnits(a.name.text, b.name.text))
      .flatMap(([, { unit, functions }]) => withHoisted(unit, functions.sort(isFirst)).declarations.map(settle));
  }
}

const isFirst = (a: Callable, b: Callable): number => byCodeUnits(b.name.text, a.name.text);

const decides = ({ is, schema }: Recurring, unit: Unit): Callable => isFunction(is, ownBody(schema, frame(unit)));

function reports({ check, schema }: Recurring, unit: Unit): Callable {
  const spot = spotAt(code`at`, placed(schema));
  return checkFunction(check, ownReport(schema, { value: code`value`, spot }, frame(unit)), false);
}
