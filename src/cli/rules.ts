/** The whole ledger: every rule of every stage, by code. A test finds a `rules.ts` that is missing here. */
import * as config from '../config/rules.js';
import type { Rule } from '../diagnostics.js';
import * as barrel from '../emit/barrel/rules.js';
import * as links from '../emit/links/rules.js';
import * as emittedOperations from '../emit/operations/rules.js';
import * as pagination from '../emit/pagination/rules.js';
import * as paths from '../emit/paths/rules.js';
import * as session from '../emit/session/rules.js';
import * as load from '../load/rules.js';
import { byCodeUnits, isObject } from '../model/node.js';
import * as operations from '../model/operations/rules.js';
import * as model from '../model/rules.js';
import * as schemas from '../model/schemas/rules.js';
import * as output from '../output/rules.js';

/** The stage that applies the rules, and its module. */
export const ledgers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'src/config/rules.ts': config,
  'src/emit/barrel/rules.ts': barrel,
  'src/emit/links/rules.ts': links,
  'src/emit/operations/rules.ts': emittedOperations,
  'src/emit/pagination/rules.ts': pagination,
  'src/emit/paths/rules.ts': paths,
  'src/emit/session/rules.ts': session,
  'src/load/rules.ts': load,
  'src/model/rules.ts': model,
  'src/model/operations/rules.ts': operations,
  'src/model/schemas/rules.ts': schemas,
  'src/output/rules.ts': output,
};

/** One row for each code: a code may be declared by two stages that meet the same thing. */
export function allRules(): readonly Rule[] {
  const byCode = new Map<string, Rule>();
  for (const ledger of Object.values(ledgers)) {
    for (const rule of Object.values(ledger)) if (isRule(rule) && !byCode.has(rule.code)) byCode.set(rule.code, rule);
  }
  return [...byCode.values()].sort((a, b) => byCodeUnits(a.code, b.code));
}

export function isRule(value: unknown): value is Rule {
  return isObject(value) && ['code', 'level', 'summary', 'action', 'remedy'].every((key) => typeof value[key] === 'string');
}
