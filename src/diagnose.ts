/** Findings become diagnostics: with the level that is configured, the line and the column, in the order of the document. */
import type { Diagnostic, Finding, Level } from './diagnostics.js';
import type { Source } from './load/source.js';
import { byCodeUnits } from './model/node.js';
import type { Options } from './options.js';

/** `source` is undefined where there is none; then findings bring their own positions, or concern the input as a whole. */
export function diagnose(findings: readonly Finding[], source: Source | undefined, options: Options): readonly Diagnostic[] {
  const { levels } = options.diagnostics;
  const whole = { file: typeof options.input === 'string' ? options.input : '<document>', line: 1, column: 1 };
  return findings
    .flatMap((finding): Diagnostic[] => {
      const { rule, at, on = 'value', message } = finding;
      const level = levelOf(rule.level, Object.hasOwn(levels, rule.code) ? levels[rule.code] : undefined);
      if (level === 'off') return [];
      const position = finding.position ?? source?.positionOf(at, on) ?? whole;
      return [{ code: rule.code, level, message, ...position, pointer: at }];
    })
    .sort(
      (a, b) =>
        byCodeUnits(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        byCodeUnits(a.code, b.code) ||
        byCodeUnits(a.message, b.message),
    );
}

/** An error means that nothing is written, which no config can wish away. */
function levelOf(level: Level, configured: Level | 'off' | undefined): Level | 'off' {
  return level === 'error' ? level : (configured ?? level);
}
