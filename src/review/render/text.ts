/** For a terminal: breaking changes and warnings in full, what is safe by kind. */
import type { Change, Report } from '../report.js';
import { plain } from './escape.js';
import { axes, ofLevel, place, typeChange, usageText, verdict } from './words.js';

export type Style = 'breaking' | 'warning' | 'safe' | 'strong' | 'quiet';
/** Colours a piece of text; the default leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export function text(report: Report, paint: Paint = (_style, piece) => piece): string {
  const loud = [...ofLevel(report, 'breaking'), ...ofLevel(report, 'warning')].map((change) => block(change, paint));
  const safe = byCode(ofLevel(report, 'safe')).map((changes) => summary(changes, paint));
  const ignored = report.ignored.map(
    (change) => `${paint('quiet', 'ignored')}   ${plain(change.where)}  ${plain(change.message)} (${plain(change.reason)})\n`,
  );
  const notes = report.notes.map((note) => `${paint('warning', 'note')}      ${plain(note)}\n`);
  const sections = [loud.join('\n'), safe.join(''), ignored.join(''), notes.join('')].filter((section) => section !== '');
  return `${[...sections, `${paint('strong', verdict(report))}\n`].join('\n')}`;
}

function block(change: Change, paint: Paint): string {
  const types = typeChange(change);
  const usage = usageText(change);
  const lines = [
    `${paint(change.level, change.level.padEnd(8))}  ${paint('strong', plain(change.where))}  ${change.code}`,
    plain(change.message),
    ...(change.symbol ? [plain(types ? `${change.symbol}: ${types}` : change.symbol)] : types ? [plain(types)] : []),
    ...(change.also ? [`also ${listed(change.also)}`] : []),
    ...(usage ? [plain(usage)] : []),
    paint('quiet', `${plain(place(change))}  ${axes(change)}  ${change.fingerprint}`),
    change.remedy,
  ];
  return `${lines.join('\n          ')}\n`;
}

/** One line for each kind of what does no harm. */
function summary(changes: readonly Change[], paint: Paint): string {
  const [first] = changes;
  if (!first) return '';
  const names = changes.map((change) => change.symbol ?? change.where);
  return `${paint('safe', 'safe')}      ${first.code}  ${changes.length > 1 ? `${changes.length} times: ` : ''}${listed(names)}\n`;
}

function byCode(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.code, [...(groups.get(change.code) ?? []), change]);
  return [...groups.values()];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).map(plain).join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}
