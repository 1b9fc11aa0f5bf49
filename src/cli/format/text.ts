import type { Colors } from 'picocolors/types.js';
import type { Diagnostic, Level } from '../../diagnostics.js';

/** One line each: `file:line:column  level  code  message`. */
export function textLines(diagnostics: readonly Diagnostic[], colors: Colors): string {
  return diagnostics
    .map(({ file, line, column, level, code, message }) => {
      const place = `${oneLine(file)}:${line}:${column}`;
      return `${colors.bold(place)}  ${paint(colors, level)}  ${colors.dim(code)}  ${oneLine(message)}\n`;
    })
    .join('');
}

function paint(colors: Colors, level: Level): string {
  switch (level) {
    case 'error':
      return colors.red(level);
    case 'warning':
      return colors.yellow(level);
    case 'info':
      return colors.cyan(level);
    default:
      return level satisfies never;
  }
}

/** Paths and messages may carry strings of a document: none moves the cursor, breaks the line or turns it round. */
function oneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
