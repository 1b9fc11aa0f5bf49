/** Children at work; one that dies or hangs is replaced, and its document is the one at fault. */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { broken, type Outcome } from './outcome.js';
import type { Task } from './worker.js';

/** Milliseconds after which a child counts as hanging. */
const longest = (bytes: number): number => 600_000 + bytes / 50;

interface Waiting {
  readonly task: Task;
  readonly resolve: (outcome: Outcome) => void;
}

export class Pool {
  private readonly queue: Waiting[] = [];
  private readonly idle: ChildProcess[] = [];
  private readonly limit: number;
  private size = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  run(task: Task): Promise<Outcome> {
    return new Promise((resolve) => {
      this.queue.push({ task, resolve });
      this.next();
    });
  }

  close(): void {
    for (const child of this.idle) child.kill();
  }

  private next(): void {
    const child = this.idle.pop() ?? (this.size < this.limit ? this.start() : undefined);
    const waiting = child && this.queue.shift();
    if (!child) return;
    if (!waiting) {
      this.idle.push(child);
      return;
    }
    const { document } = waiting.task;
    const end = (outcome: Outcome, alive: boolean) => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (alive) this.idle.push(child);
      else this.size--;
      waiting.resolve(outcome);
      this.next();
    };
    const timer = setTimeout(() => child.kill('SIGKILL'), longest(document.bytes));
    child.once('message', (outcome: Outcome) => end(outcome, true));
    child.once('exit', (code, signal) => end(broken(document, `the process ended: ${signal ?? code}`), false));
    child.send(waiting.task);
  }

  private start(): ChildProcess {
    this.size++;
    // The worker is TypeScript too, and Node 20 does not run that by itself.
    const jiti = createRequire(import.meta.url)
      .resolve('jiti/package.json')
      .replace('package.json', 'lib/jiti-cli.mjs');
    const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
    return fork(jiti, [worker], { execArgv: ['--max-old-space-size=4096', '--disable-warning=ExperimentalWarning'] });
  }
}
