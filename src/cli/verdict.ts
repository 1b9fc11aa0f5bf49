/** Whether diagnostics that are not errors make the run fail: `--deny` and `--max-warnings`. */
import type { Diagnostic, Level } from '../diagnostics.js';
import type { DiagnosticOptions } from '../options.js';

/** A sentence for what is forbidden; undefined where nothing is. */
export function forbidden(diagnostics: readonly Diagnostic[], { deny, maxWarnings }: DiagnosticOptions): string | undefined {
  const denied = diagnostics.filter((diagnostic) => deny.some((entry) => isDenied(diagnostic, entry)));
  if (denied.length) {
    const codes = [...new Set(denied.map(({ code }) => code))];
    return `denied: ${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ` and ${codes.length - 5} more` : ''}`;
  }
  const warnings = diagnostics.filter(({ level }) => level === 'warning').length;
  return maxWarnings !== undefined && warnings > maxWarnings ? `${warnings} warnings, and ${maxWarnings} are allowed` : undefined;
}

const order: readonly string[] = ['info', 'warning', 'error'] satisfies readonly Level[];

/** A level denies what is as grave as it, or graver. */
function isDenied({ code, level }: Diagnostic, entry: string): boolean {
  const lowest = order.indexOf(entry);
  return lowest < 0 ? code === entry : order.indexOf(level) >= lowest;
}
