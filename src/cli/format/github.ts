/** Workflow commands, which GitHub shows as annotations on the lines that they name. */
import type { Diagnostic } from '../../diagnostics.js';

export function githubLines(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => annotation(diagnostic)).join('');
}

function annotation({ level, file, line, column, code, message }: Diagnostic): string {
  const command = level === 'info' ? 'notice' : level;
  return `::${command} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(message)}\n`;
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
