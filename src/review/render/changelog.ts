/** A changelog of the generated API, one section for each version of the document. */
import type { Change, Report } from '../report.js';
import { LEVELS } from '../rules.js';
import { codeSpan, escapeMarkdown } from './escape.js';
import { nothing, ofLevel } from './words.js';

const TITLES = { breaking: 'Breaking', warning: 'To check', safe: 'Safe' } as const;
const HEAD = '# Changelog\n';

/**
 * The text of the changelog with a section for a version, before the older ones. A section of that version is replaced, so that
 * running twice changes nothing. `existing`: the text as it is, undefined where there is no file.
 */
export function changelog(existing: string | undefined, version: string, report: Report): string {
  const heading = `## ${escapeMarkdown(version)}\n`;
  const section = `${heading}\n${report.changes.length ? LEVELS.flatMap((level) => part(report, level)).join('\n') : `${nothing(report)}\n`}`;
  const text = existing?.replaceAll('\r\n', '\n') ?? HEAD;
  const start = text.indexOf(`\n${heading}`);
  if (start >= 0) {
    const after = text.indexOf('\n## ', start + 1);
    return `${text.slice(0, start)}\n${section}${after < 0 ? '' : text.slice(after)}`;
  }
  const first = text.indexOf('\n## ');
  return first < 0 ? `${text.trimEnd()}\n\n${section}` : `${text.slice(0, first)}\n${section}${text.slice(first)}`;
}

function part(report: Report, level: (typeof LEVELS)[number]): readonly string[] {
  const changes = ofLevel(report, level);
  return changes.length ? [`### ${TITLES[level]}\n\n${changes.map(entry).join('')}`] : [];
}

function entry({ where, symbol, message }: Change): string {
  return `- ${codeSpan(where)}${symbol ? ` ${codeSpan(symbol)}` : ''} ${escapeMarkdown(message)}\n`;
}
