/** For a comment on a pull request. GitHub takes 65,536 characters; what does not fit is counted. */
import type { Change, Report } from '../report.js';
import { codeSpan, escapeMarkdown } from './escape.js';
import { axes, LEVELS, ofLevel, place, typeChange, usageText, verdict } from './words.js';

const LARGEST = 60_000;

const TITLES = { breaking: 'Breaking', warning: 'Warnings', safe: 'Safe' } as const;

export function markdown(report: Report): string {
  const parts = [`## API changes\n\n${escapeMarkdown(verdict(report))}\n`];
  let size = parts.join('').length;
  for (const level of LEVELS) {
    const changes = ofLevel(report, level);
    if (!changes.length) continue;
    const rows: string[] = [];
    for (const change of changes) {
      const row = level === 'safe' ? line(change) : item(change);
      if (size + row.length > LARGEST) break;
      rows.push(row);
      size += row.length;
    }
    const rest = changes.length - rows.length;
    const list = `${rows.join('')}${rest ? `- … and ${rest} more; \`specwright diff --format json\` lists them all\n` : ''}`;
    const title = `${TITLES[level]} (${changes.length})`;
    parts.push(
      level === 'breaking' ? `### ${title}\n\n${list}` : `<details><summary>${title}</summary>\n\n${list}\n</details>\n`,
    );
  }
  if (report.ignored.length) {
    const list = report.ignored.map(
      (change) => `- ${codeSpan(change.where)} ${escapeMarkdown(change.message)}: ${escapeMarkdown(change.reason)}\n`,
    );
    parts.push(`<details><summary>Accepted (${report.ignored.length})</summary>\n\n${list.join('')}\n</details>\n`);
  }
  if (report.notes.length) parts.push(report.notes.map((note) => `> ${escapeMarkdown(note)}\n`).join(''));
  return parts.join('\n');
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
