/** Workflow commands: annotations on the lines of the new document. */
import type { Change, Report } from '../report.js';
import { plain } from './escape.js';
import { axes, typeChange } from './words.js';

/**
 * What is safe has no line of its own: it would bury the rest, and GitHub shows ten of a kind.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function github(report: Report): string {
  return report.changes
    .filter((change) => change.level !== 'safe')
    .map(annotation)
    .join('');
}

function annotation(change: Change): string {
  const { file, line, column } = change.near ?? change;
  const types = typeChange(change);
  const shown = change.symbol && types ? `\n${change.symbol}: ${types}` : '';
  const also = change.also ? `\nalso ${change.also.slice(0, 10).join(', ')}` : '';
  const words = `${change.where}: ${change.message}${shown}${also}\n${axes(change)}. ${change.remedy}`;
  const command = change.level === 'breaking' ? 'error' : 'warning';
  return `::${command} file=${property(file)},line=${line},col=${column},title=${property(change.code)}::${data(words)}\n`;
}

function data(text: string): string {
  return text.split('\n').map(plain).join('\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
