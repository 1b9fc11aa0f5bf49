/** `--watch`: again after every change, until the user interrupts. */
import { dirname, resolve } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { type ExitCode, exit, UsageError } from './exit.js';
import type { Outcome } from './generate.js';
import type { Terminal } from './terminal.js';

type Run = () => Promise<Outcome & { readonly configFile: string | undefined }>;

/** Long enough for an editor that writes in two steps, too short to be noticed. */
const quiet = 40;

export async function watch(run: Run, terminal: Terminal): Promise<ExitCode> {
  // Folders, not files: many editors replace a file by another of its name.
  const watched = new Set<string>();
  const watcher = watchFiles([], { ignoreInitial: true, depth: 0, ignorePermissionErrors: true });
  let wanted = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;

  const round = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      const { files, isWhole } = await attempt(run, terminal);
      const found = files.map((file) => resolve(terminal.cwd, file));
      // What can't be read does not say all that it refers to: what was watched is watched on.
      wanted = new Set(isWhole ? found : [...wanted, ...found]);
      for (const folder of new Set([...wanted].map((file) => dirname(file)))) {
        if (!watched.has(folder)) watcher.add(folder);
        watched.add(folder);
      }
    } while (again);
    running = false;
  };

  let failed: (error: unknown) => void = () => {};
  const fault = new Promise<never>((_, reject) => {
    failed = reject;
  });
  watcher.on('all', (_, path) => {
    if (!wanted.has(resolve(path))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void round().catch(failed), quiet);
  });
  try {
    await round();
    if (!wanted.size) throw new UsageError('there is nothing to watch: the document could not be read');
    await Promise.race([terminal.interrupted, fault]);
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
  return exit.done;
}

interface Attempt {
  /** Nothing at all where not even a config could be read. */
  readonly files: readonly string[];
  /** Everything was read. */
  readonly isWhole: boolean;
}

/** One run; a config that was spoilt between two runs is reported, and watching goes on. */
async function attempt(run: Run, terminal: Terminal): Promise<Attempt> {
  try {
    const { code, inputs, named, configFile } = await run();
    const read = [...inputs, ...(configFile === undefined ? [] : [configFile])];
    const files = read.length ? [...read, ...named].filter((path) => path !== '-' && !/^https?:/i.test(path)) : [];
    return { files, isWhole: code <= exit.failed };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`specwright: ${error.message}\n`);
    return { files: [], isWhole: false };
  }
}
