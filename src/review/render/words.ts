/** What all renderers say alike. */
import type { Change, Report } from '../report.js';
import { type ChangeLevel, LEVELS } from '../rules.js';

export function ofLevel(report: Report, level: ChangeLevel): readonly Change[] {
  return report.changes.filter((change) => change.level === level);
}

/** Of a report without a change. */
export const nothing = ({ ignored }: Report): string =>
  ignored.length ? 'Nothing has changed but what is ignored.' : 'Nothing that a caller can see has changed.';

/** `3 breaking changes, 1 warning; semver: major`. */
export function verdict(report: Report): string {
  if (report.semver === 'none') return nothing(report);
  if (report.contract === 'unchanged')
    return `The contract is unchanged: only documentation differs. Suggested step: ${report.semver}.`;
  const parts = LEVELS.flatMap((level) => {
    const count = ofLevel(report, level).length;
    return count
      ? [
          `${count} ${level === 'warning' ? (count > 1 ? 'warnings' : 'warning') : `${level} ${count > 1 ? 'changes' : 'change'}`}`,
        ]
      : [];
  });
  return `${parts.join(', ')}. Suggested step: ${report.semver}.`;
}

/** What a change reaches: the types, deployed builds, or neither. */
export function axes(change: Change): string {
  const parts = [...(change.source ? ['source'] : []), ...(change.wire ? ['wire'] : [])];
  return parts.join(' and ') || 'neither source nor wire';
}

export function place({ file, line, column }: Pick<Change, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}

/** `string → string | null`; the one side where there is no other, nothing where both read the same. */
export function typeChange({ before, after }: Change, arrow = '→'): string | undefined {
  if (before === after) return before;
  return `${before ?? 'nothing'} ${arrow} ${after ?? 'nothing'}`;
}

export function usageText({ usage }: Change): string | undefined {
  switch (usage?.verdict) {
    case undefined:
      return undefined;
    case 'fails': {
      const [first] = usage.errors;
      return `${usage.errors.length} compile ${usage.errors.length > 1 ? 'errors' : 'error'} in the consumer${first ? `, the first at ${place(first)}` : ''}`;
    }
    case 'used':
      return 'the consumer uses it and still compiles';
    case 'unused':
      return 'the consumer does not use it';
    default:
      return usage?.verdict satisfies undefined;
  }
}
