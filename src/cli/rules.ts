/** The whole ledger: every rule of every stage, by code. A test finds a `rules.ts` that is missing here. */
import * as config from '../config/rules.js';
import type { Rule } from '../diagnostics.js';
import * as load from '../load/rules.js';
import { byCodeUnits, isObject } from '../model/node.js';
import * as operations from '../model/operations/rules.js';
import * as model from '../model/rules.js';
import * as schemas from '../model/schemas/rules.js';
import * as output from '../output/rules.js';

/** The stage that applies the rules, and its module. */
export const ledgers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'src/config/rules.ts': config,
  'src/load/rules.ts': load,
  'src/model/rules.ts': model,
  'src/model/operations/rules.ts': operations,
  'src/model/schemas/rules.ts': schemas,
  'src/output/rules.ts': output,
};

export function allRules(): readonly Rule[] {
  return Object.values(ledgers)
    .flatMap((ledger) => Object.values(ledger).filter(isRule))
    .sort((a, b) => byCodeUnits(a.code, b.code));
}

export function isRule(value: unknown): value is Rule {
  return isObject(value) && ['code', 'level', 'summary', 'action', 'remedy'].every((key) => typeof value[key] === 'string');
}
