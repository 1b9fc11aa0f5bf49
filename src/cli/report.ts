/** What a command has to say, in the form that was asked for. Diagnostics to standard error, results to standard output. */
import type { Diagnostic, Finding } from '../diagnostics.js';
import { githubLines } from './format/github.js';
import { textLines } from './format/text.js';
import type { Terminal } from './terminal.js';
import { version } from './version.js';

export type Format = 'text' | 'json' | 'github' | 'sarif';

export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** For people: the lines of the result. */
  readonly text: string;
  /** For machines: members beside `diagnostics`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** For `github`: annotations that concern no diagnostic. */
  readonly annotations?: readonly Diagnostic[];
}

export async function print(
  terminal: Terminal,
  format: Format,
  { diagnostics, text, data, annotations = [] }: Report,
): Promise<void> {
  switch (format) {
    case 'text':
      terminal.err(textLines(diagnostics, terminal.colors.err));
      terminal.out(text);
      return;
    case 'json':
      terminal.out(`${JSON.stringify({ diagnostics, ...data }, undefined, 2)}\n`);
      return;
    case 'github':
      terminal.out(githubLines([...diagnostics, ...annotations]));
      terminal.out(text);
      return;
    case 'sarif': {
      const { sarif } = await import('./format/sarif.js');
      terminal.out(sarif(diagnostics, version));
      return;
    }
    default:
      format satisfies never;
  }
}

/** A finding that does not concern the document, and so brings its own position. */
export function diagnose({ rule, at, message, position }: Finding): Diagnostic {
  return { code: rule.code, level: rule.level, message, ...(position ?? { file: '.', line: 1, column: 1 }), pointer: at };
}

export function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
