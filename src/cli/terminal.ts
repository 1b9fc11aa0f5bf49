/** The process as commands see it. `cli.ts` makes the real one; nothing else reads `process`. */
import type { Colors } from 'picocolors/types.js';
import type { Run } from '../output/owner.js';

export interface Terminal {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person looks at standard error: progress is shown to people only. */
  readonly interactive: boolean;
  /** For standard output and for standard error; without colours where nobody sees them or `NO_COLOR` is set. */
  readonly colors: { readonly out: Colors; readonly err: Colors };
  out(text: string): void;
  err(text: string): void;
  /** All of standard input; the same however often it is asked for. */
  readStdin(): Promise<Uint8Array>;
  /** Asks one question; undefined where nobody can answer. */
  ask(question: string, suggestion: string): Promise<string | undefined>;
  /** Resolves when the user interrupts; commands that go on until then wait for it. */
  readonly interrupted: Promise<void>;
  /** This run, and what others there are. */
  readonly run: Run;
  /** From here on a signal ends the process when it comes to rest. Files are written without a pause, so never half. */
  holdSignals(): void;
}

/** A line on standard error that the next one replaces, for people only. */
export function progress(terminal: Terminal, text: string): void {
  if (terminal.interactive) terminal.err(`\r\u001b[2K${text}`);
}
