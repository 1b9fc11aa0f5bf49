/**
 * The part of Node's own modules that the file store needs, had when it is first used: nothing here names a module that a bundler for
 * browsers would look for. Deno and Bun have these modules too.
 *
 * @see https://nodejs.org/api/fs.html#promises-api
 */
export interface Handle {
  readFile(encoding: 'utf8'): Promise<string>;
  writeFile(text: string): Promise<void>;
  sync(): Promise<void>;
  stat(): Promise<{ readonly ino: number }>;
  close(): Promise<void>;
}
export interface Files {
  readdir(path: string): Promise<string[]>;
  mkdir(path: string, options: { readonly recursive: true; readonly mode: number }): Promise<unknown>;
  open(path: string, flags: 'r' | 'wx', mode?: number): Promise<Handle>;
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  readlink(path: string): Promise<string>;
  link(existing: string, path: string): Promise<void>;
  unlink(path: string): Promise<void>;
  stat(path: string): Promise<{ readonly ino: number; readonly mtimeMs: number }>;
}
export interface Processes {
  readonly pid: number;
  kill(pid: number, signal: 0): unknown;
}
export interface Node {
  readonly fs: Files;
  readonly process: Processes;
  /** Where a process number means something: this machine, and this container of it. */
  readonly host: string;
}

export async function node(): Promise<Node> {
  const [fs, process, os] = await Promise.all([
    load<{ readonly default: Files }>('fs/promises'),
    load<{ readonly default: Processes }>('process'),
    load<{ hostname(): string }>('os'),
  ]);
  const container = await fs.default.readlink('/proc/self/ns/pid').catch(() => '');
  return { fs: fs.default, process: process.default, host: `${os.hostname()} ${container}` };
}

/** What a built-in module holds is known from its documentation and not from its types, which a project need not have. */
function load<Module>(name: string): Promise<Module> {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ `node:${name}`);
}

/** `ENOENT` and its like. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
