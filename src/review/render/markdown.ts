/** For a comment on a pull request. GitHub takes 65,536 characters; what does not fit is counted. */
import type { Change, Report } from '../report.js';
import { LEVELS } from '../rules.js';
import { codeSpan, escapeMarkdown } from './escape.js';
import { axes, ofLevel, place, typeChange, usageText, verdict } from './words.js';

const LARGEST = 60_000;

const TITLES = { breaking: 'Breaking', warning: 'Warnings', safe: 'Safe' } as const;

export function markdown(report: Report): string {
  const parts = [`## API changes\n\n${escapeMarkdown(verdict(report))}\n`];
  let left = LARGEST;
  /** As many rows as there is room for, and how many there is none for. */
  const list = (rows: readonly string[]): string => {
    let shown = 0;
    for (const row of rows) {
      if (row.length > left) break;
      left -= row.length;
      shown++;
    }
    const rest = rows.length - shown;
    const more = rest ? `- … and ${rest} more; \`specwright diff --format json\` lists them all\n` : '';
    return rows.slice(0, shown).join('') + more;
  };
  for (const level of LEVELS) {
    const changes = ofLevel(report, level);
    if (!changes.length) continue;
    const rows = list(changes.map(level === 'safe' ? line : item));
    const title = `${TITLES[level]} (${changes.length})`;
    parts.push(level === 'breaking' ? `### ${title}\n\n${rows}` : folded(title, rows));
  }
  if (report.ignored.length) parts.push(folded(`Accepted (${report.ignored.length})`, list(report.ignored.map(accepted))));
  if (report.notes.length) parts.push(list(report.notes.map((note) => `> ${escapeMarkdown(note)}\n`)));
  return parts.join('\n');
}

const folded = (title: string, rows: string): string => `<details><summary>${title}</summary>\n\n${rows}\n</details>\n`;

function accepted({ where, message, reason }: Report['ignored'][number]): string {
  return `- ${codeSpan(where)} ${escapeMarkdown(message)}: ${escapeMarkdown(reason)}\n`;
}

function item(change: Change): string {
  const types = typeChange(change);
  const usage = usageText(change);
  const lines = [
    `- **${codeSpan(change.where)}** ${escapeMarkdown(change.message)}`,
    ...(change.symbol || types
      ? [`  ${[change.symbol, types].flatMap((part) => (part ? [codeSpan(part)] : [])).join(': ')}`]
      : []),
    ...(change.also
      ? [
          `  Also ${change.also.slice(0, 10).map(codeSpan).join(', ')}${change.also.length > 10 ? ` and ${change.also.length - 10} more` : ''}.`,
        ]
      : []),
    ...(usage ? [`  ${escapeMarkdown(usage)}.`] : []),
    `  ${change.remedy}`,
    `  <sub>${codeSpan(change.code)} · ${axes(change)} · ${codeSpan(place(change))} · ${codeSpan(change.fingerprint)}</sub>`,
  ];
  return `${lines.join('<br>\n')}\n`;
}

function line(change: Change): string {
  return `- ${codeSpan(change.symbol ?? change.where)} ${escapeMarkdown(change.message)}\n`;
}
