/** Ends the process where one document takes too long: a loop that never yields can only be seen from another thread. */
import { Worker } from 'node:worker_threads';

export class Watchdog {
  private readonly shared = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;

  constructor(seconds: number) {
    this.worker = new Worker(
      `const { workerData: { shared, milliseconds } } = require('node:worker_threads');
       for (let seed = Atomics.load(shared, 0);; seed = Atomics.load(shared, 0))
         if (Atomics.wait(shared, 0, seed, milliseconds) === 'timed-out') {
           require('node:fs').writeSync(2, 'seed ' + seed + ': no answer within ' + milliseconds / 1000 + ' s\\n');
           process.kill(process.pid, 'SIGKILL');
         }`,
      { eval: true, workerData: { shared: this.shared, milliseconds: seconds * 1000 } },
    );
    this.worker.unref();
  }

  begin(seed: number): void {
    Atomics.store(this.shared, 0, seed);
    Atomics.notify(this.shared, 0);
  }

  end(): Promise<number> {
    return this.worker.terminate();
  }
}
