/** Starts the processes of `worker.ts`. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Done, Orders, Task } from './worker.js';

export async function bundleWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'worker.mjs');
  const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' });
  return outfile;
}

export interface Worker {
  /** Resolves to undefined where the process died over it. */
  run(task: Task): Promise<Done | undefined>;
  stop(): Promise<void>;
}

export function startWorker(program: string, orders: Orders): Worker {
  const child: ChildProcess = fork(program, [JSON.stringify(orders)], { execArgv: [] });
  const exited = once(child, 'exit');
  return {
    run: async (task) => {
      const answered = once(child, 'message');
      child.send(task, () => {});
      const first: unknown = await Promise.race([answered.then(([message]: unknown[]) => message), exited.then(() => undefined)]);
      return first as Done | undefined;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
