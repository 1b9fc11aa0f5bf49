/**
 * A text in a folder that is replaced by compare-and-set, without a lock. Each value is a file of its own, `name.7`; the highest number
 * counts. A value is written beside, flushed, and linked to the next number: of all who try to link one number only one succeeds, and
 * nobody ever reads half a file. Lower numbers are removed in ascending order once a higher one is there, so who links a number while
 * the file before it is in its place is the first to have that number, and who finds that file gone may have been late.
 */
import { codeOf, type Handle, type Node } from './node.js';

export interface Value {
  readonly number: number;
  readonly text: string;
}

export interface Register {
  read(): Promise<Value | undefined>;
  /** Resolves to false where another value is there than `expected`. With `durable`, true means that it will outlive a power cut. */
  replace(expected: Value | undefined, text: string): Promise<boolean>;
}

/** A value left half-made by a process that died is removed after this many milliseconds. */
const ABANDONED = 60_000;

export function register({ fs }: Node, folder: string, name: string, durable: boolean): Register {
  const file = (n: number): string => `${folder}/${name}.${n}`;

  function numbersIn(entries: readonly string[]): readonly number[] {
    const start = `${name}.`;
    return entries.flatMap((entry) => {
      const digits = entry.startsWith(start) ? entry.slice(start.length) : '';
      return /^\d{1,15}$/.test(digits) ? [Number(digits)] : [];
    });
  }
  async function list(): Promise<readonly string[]> {
    try {
      return await fs.readdir(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function read(): Promise<Value | undefined> {
    // A folder that changes while it is listed may show neither the number that goes nor the one that comes: what was empty is asked again.
    for (let empty = 0; empty < 3; ) {
      const number = Math.max(0, ...numbersIn(await list()));
      if (number === 0) {
        empty += 1;
        continue;
      }
      try {
        return { number, text: await fs.readFile(file(number), 'utf8') };
      } catch (error) {
        // Replaced in between: whoever did it has got on, and so the next look finds a higher number.
        if (codeOf(error) !== 'ENOENT') throw error;
      }
    }
    return undefined;
  }

  async function replace(expected: Value | undefined, text: string): Promise<boolean> {
    if (!expected) await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const before = expected && (await openOrNothing(file(expected.number)));
    if (expected && !before) return false;
    try {
      if (before && (await before.readFile('utf8')) !== expected?.text) return false;
      const next = (expected?.number ?? 0) + 1;
      const draft = await write(text);
      try {
        await fs.link(draft, file(next));
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      } finally {
        await remove(draft);
      }
      const entries = await list();
      // Late, or overtaken already: either way a higher number counts, and whoever has it removes ours. We must not: somebody may build on it.
      if (numbersIn(entries).some((number) => number > next) || (before && (await isGone(before, file(next - 1))))) return false;
      if (durable) await flushFolder();
      await tidy(entries, next);
      return true;
    } finally {
      await before?.close();
    }
  }

  /**
   * The name was free. Because nobody had it yet, or because it had been removed? The former, while the file before it is in its
   * place: an open file keeps its inode, so that another one of the same name is told apart.
   */
  async function isGone(before: Handle, path: string): Promise<boolean> {
    try {
      return (await before.stat()).ino !== (await fs.stat(path)).ino;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return true;
      throw error;
    }
  }

  async function write(text: string): Promise<string> {
    const draft = `${folder}/${name}.${crypto.getRandomValues(new Uint32Array(4)).join('-')}.tmp`;
    const handle = await fs.open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      if (durable) await handle.sync();
    } catch (error) {
      await remove(draft);
      throw error;
    } finally {
      await handle.close();
    }
    return draft;
  }

  /** Where a folder can't be flushed (Windows), the file system keeps the order of its entries itself. */
  async function flushFolder(): Promise<void> {
    try {
      const handle = await fs.open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    } catch (error) {
      if (!['EISDIR', 'EPERM', 'EINVAL', 'EBADF'].includes(codeOf(error) ?? '')) throw error;
    }
  }

  /** The value is in its place whatever happens here: what can't be removed now is removed after the next one. */
  async function tidy(entries: readonly string[], present: number): Promise<void> {
    try {
      const lower = numbersIn(entries).filter((number) => number < present);
      for (const number of [...lower].sort((a, b) => a - b)) await remove(file(number));
      for (const entry of entries) {
        if (!entry.startsWith(`${name}.`) || !entry.endsWith('.tmp')) continue;
        const { mtimeMs } = await fs.stat(`${folder}/${entry}`);
        if (Date.now() - mtimeMs > ABANDONED) await remove(`${folder}/${entry}`);
      }
    } catch {
      // As above.
    }
  }
  async function remove(path: string): Promise<void> {
    try {
      await fs.unlink(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  async function openOrNothing(path: string): Promise<Handle | undefined> {
    try {
      return await fs.open(path, 'r');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }
  return { read, replace };
}
