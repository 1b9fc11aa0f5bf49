#!/usr/bin/env node
/** The executable: the one place where the process is asked and told. */
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import pc from 'picocolors';
import { exit } from './cli/exit.js';
import { run } from './cli/program.js';
import type { Terminal } from './cli/terminal.js';
import { fingerprint } from './output/cache.js';

const { stdin, stdout, stderr, env } = process;

// V8 compiles for a long run what has run a while. We are done before that pays: with a while eight times as long a run takes a quarter
// less CPU time, and what is hot enough to be worth it is still compiled.
setFlagsFromString('--interrupt-budget=1000000');

// Who reads us may stop reading: `specwright check | head`.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? exit.done);
    // A full disk: nobody is told through a stream that cannot be written, and of the other one a line is enough.
    if (stream === stdout) stderr.write(`specwright: standard output cannot be written (${error.code ?? error.message})\n`);
    process.exit(exit.usage);
  });
}

/**
 * Who listens to a signal hears of it when there is time; who does not is ended at once, however busy. So nobody listens until
 * something has to be finished first. 128 and the number of the signal is what shells expect.
 */
function listen(answer: (code: 130 | 143) => void): void {
  for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
    process.removeAllListeners(signal);
    process.on(signal, () => answer(code));
  }
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function makeTerminal(): Terminal {
  let read: Promise<Uint8Array> | undefined;
  return {
    cwd: process.cwd(),
    env,
    interactive: stderr.isTTY === true && env['CI'] === undefined && env['TERM'] !== 'dumb',
    colors: { out: pc.createColors(colored(stdout)), err: pc.createColors(colored(stderr)) },
    out: (text) => {
      if (text) stdout.write(text);
    },
    err: (text) => {
      if (text) stderr.write(text);
    },
    readStdin() {
      read ??= readAll();
      return read;
    },
    async ask(question, suggestion) {
      if (!stdin.isTTY || !stderr.isTTY) return undefined;
      const { createInterface } = await import('node:readline/promises');
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        return (await lines.question(`${question} (${suggestion}) `)).trim() || suggestion;
      } finally {
        lines.close();
      }
    },
    get interrupted() {
      return new Promise<void>((resolve) => listen(() => resolve()));
    },
    run: { id: process.pid, isRunning },
    holdSignals() {
      // A watch is listening already.
      if (process.listenerCount('SIGTERM') === 0) listen((code) => process.exit(code));
    },
  };
}

function isRunning(id: number): boolean {
  try {
    // Sends nothing, and says whether something could be sent.
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @see https://no-color.org and https://force-color.org */
function colored(stream: NodeJS.WriteStream): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

try {
  process.exitCode = await run(process.argv.slice(2), {
    terminal: makeTerminal(),
    pipeline: async () => (await import('./generate.js')).generate,
    async build() {
      // The build gives its modules names by their content, so this one changes with each of them.
      const made = ['../dist/cli.js', '../templates/runtime'];
      return fingerprint(made.map((path) => fileURLToPath(new URL(path, import.meta.url))));
    },
  });
} catch (error) {
  stderr.write(
    `specwright: a fault in specwright itself\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = exit.fault;
}
