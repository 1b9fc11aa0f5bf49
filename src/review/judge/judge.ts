/** From causes to a report: levels, exceptions, positions, the step of the version. */
import { createHash } from 'node:crypto';
import type { Pointer, Position } from '../../diagnostics.js';
import { typeScope } from '../../emit/types/index.js';
import type { Source } from '../../load/source.js';
import type { Api } from '../../model/api.js';
import { byCodeUnits } from '../../model/node.js';
import type { Changes } from '../compare/changes.js';
import type { ReviewOptions } from '../options.js';
import type { Change, Report } from '../report.js';
import { type ChangeLevel, LEVELS, ruleOf } from '../rules.js';
import { dayOf } from '../sunset.js';
import { type Cause, causesOf } from './causes.js';
import { symbolText, typeText } from './text.js';

/** Both sides of a review: what was compared, and the way back to its lines. */
export interface Sides {
  readonly old: ReviewSide;
  readonly new: ReviewSide;
}
export interface ReviewSide {
  readonly api: Api;
  readonly source: Source;
}

export function judge(changes: Changes, sides: Sides, options: ReviewOptions): Report {
  const describe = describer(sides);
  const all = causesOf(changes)
    .flatMap((cause) => {
      const level = levelOf(cause, options);
      return level === 'off' ? [] : [describe(cause, level)];
    })
    .sort(byWeight);
  const valid = new Map(
    options.ignore
      .filter((one) => one.expires === undefined || one.expires >= options.today)
      .map((one) => [one.fingerprint, one]),
  );
  const kept = all.filter((change) => !valid.has(change.fingerprint));
  const ignored = all.flatMap((change) => {
    const exception = valid.get(change.fingerprint);
    return exception ? [{ ...change, reason: exception.reason }] : [];
  });
  return { ...weigh(kept), changes: kept, ignored, notes: notesOf(all, options) };
}

/** What the remaining changes amount to. */
export function weigh(changes: readonly Change[]): Pick<Report, 'contract' | 'semver'> {
  const contract = changes.some((change) => ruleOf(change.code).concerns !== 'documentation') ? 'changed' : 'unchanged';
  if (changes.some((change) => change.level === 'breaking')) return { contract, semver: 'major' };
  if (contract === 'changed' || changes.some((change) => change.code === 'operation-deprecated'))
    return { contract, semver: 'minor' };
  return { contract, semver: changes.length ? 'patch' : 'none' };
}

function levelOf(cause: Cause, options: ReviewOptions): ChangeLevel | 'off' {
  const configured = options.levels[cause.first.code];
  if (configured !== undefined) return configured;
  if (options.grace && cause.first.code === 'operation-removed' && wasAnnounced(cause, options.today)) return 'warning';
  return ruleOf(cause.first.code).level;
}

/** Deprecated, and its sunset is past; a deprecation without a date has announced nothing in particular. */
function wasAnnounced(cause: Cause, today: string): boolean {
  const operation = cause.first.operation;
  const sunset = operation?.extensions.sunset;
  const day = sunset === undefined ? undefined : dayOf(sunset);
  return operation?.docs.deprecated === true && day !== undefined && day <= today;
}

function describer(sides: Sides): (cause: Cause, level: ChangeLevel) => Change {
  const scopes = { old: typeScope(sides.old.api), new: typeScope(sides.new.api) };
  return (cause, level) => {
    const types = { before: typeText(cause.first.before, scopes.old), after: typeText(cause.first.after, scopes.new) };
    return changeOf(cause, level, types, sides);
  };
}

function changeOf(
  cause: Cause,
  level: ChangeLevel,
  { before, after }: { before: string | undefined; after: string | undefined },
  sides: Sides,
): Change {
  const { first } = cause;
  const rule = ruleOf(first.code);
  const symbol = symbolText(first.symbol);
  const side = first.new === undefined ? 'old' : 'new';
  const pointer = first.new ?? first.old ?? '#';
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([first.code, symbol, subjectsOf(cause), first.label, first.message]))
    .digest('hex')
    .slice(0, 12);
  return {
    code: first.code,
    level,
    source: rule.source,
    wire: rule.wire,
    where: cause.where,
    ...(cause.also.length > 0 && { also: cause.also }),
    ...(symbol !== undefined && { symbol }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    message: first.label === '' ? first.message : `${first.label}: ${first.message}`,
    remedy: rule.remedy,
    fingerprint,
    ...positionIn(sides[side].source, pointer),
    pointer,
    side,
    ...(side === 'old' && { near: nearest(sides.new.source, pointer) }),
    exports: cause.exports,
  };
}

/**
 * What a cause is in, which tells it from the same in another place. Who uses a shared declaration is left out: that an operation
 * comes or goes is no other change of it.
 */
function subjectsOf({ all }: Cause): readonly string[] {
  return [...new Set(all.map(({ owner, subject, where }) => owner?.at ?? subject ?? where))].sort(byCodeUnits);
}

function positionIn(source: Source, at: Pointer): Position {
  const { file, line, column } = source.positionOf(at, 'key');
  return { file, line, column };
}

/** The smallest thing of the new document that would hold what is gone. */
function nearest(source: Source, at: Pointer): Position {
  let pointer = at.startsWith('#') ? at : '#';
  while (pointer !== '#' && source.get(pointer) === undefined) pointer = pointer.slice(0, pointer.lastIndexOf('/'));
  return positionIn(source, pointer);
}

function byWeight(a: Change, b: Change): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    byCodeUnits(a.where, b.where) ||
    byCodeUnits(a.code, b.code) ||
    byCodeUnits(a.symbol ?? '', b.symbol ?? '') ||
    byCodeUnits(a.message, b.message)
  );
}

function notesOf(all: readonly Change[], options: ReviewOptions): readonly string[] {
  const found = new Set(all.map((change) => change.fingerprint));
  return options.ignore.flatMap(({ fingerprint, expires, reason }) => {
    if (expires !== undefined && expires < options.today)
      return [`the exception ${fingerprint} expired on ${expires} (${reason})`];
    return found.has(fingerprint) ? [] : [`the exception ${fingerprint} fits no change (${reason})`];
  });
}
