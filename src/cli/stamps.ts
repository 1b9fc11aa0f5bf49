/**
 * Stamps: the proof that a run would do nothing. Kept in a cache folder and never in the output, because they hold what
 * must not be committed: a hash of the document's bytes, paths of this machine, the build of the generator.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import { isObject } from '../model/node.js';
import type { Options } from '../options.js';
import { cacheFolder, readCached, writeCached } from '../output/cache.js';
import { hashFile, hashOf } from '../output/folder.js';
import { manifestName } from '../output/manifest.js';
import type { Plan } from '../output/plan.js';
import type { Generated } from './pipeline.js';
import type { Terminal } from './terminal.js';

export interface Stamp {
  /** Of the options, of every path that they are relative to, and of the build. */
  readonly made: string;
  readonly inputs: Generated['inputs'];
  /** SHA-256 (hex) of every file of the output as it was left, by path. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

export class StampStore {
  readonly #terminal: Terminal;
  readonly #folder: string | undefined;
  /** Changes with every build of the generator. Undefined: it is not known, and no stamp is made or believed. */
  readonly #build: string | undefined;

  constructor(terminal: Terminal, build: string | undefined) {
    this.#terminal = terminal;
    this.#build = build;
    this.#folder = build === undefined ? undefined : cacheFolder(terminal.cwd, terminal.env);
  }

  /** The stamp of these options where options, build, every input and every file of the output are what they were. */
  match(options: Options): Stamp | undefined {
    if (this.#folder === undefined) return undefined;
    const stamp = parse(readCached(this.#folder, this.#key(options)));
    if (!stamp || stamp.made !== this.#made(options)) return undefined;
    const same = (path: string, hash: string): boolean => hashFile(resolve(this.#terminal.cwd, path)) === hash;
    if (!stamp.inputs.every(({ path, hash }) => same(path, hash))) return undefined;
    return Object.entries(stamp.outputs).every(([path, hash]) => same(`${options.output}/${path}`, hash)) ? stamp : undefined;
  }

  /** After a plan was carried out. What comes from standard input, a pipe or another host can't be compared next time, and gets no stamp. */
  put(
    options: Options,
    run: { readonly inputs: Generated['inputs']; readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] },
  ): void {
    if (this.#folder === undefined || !run.inputs.length) return;
    if (!run.inputs.every(({ path }) => isFile(resolve(this.#terminal.cwd, path)))) return;
    const outputs: Record<string, string> = { [manifestName]: hashOf(run.plan.manifest.text) };
    for (const { path, hash, state, before } of run.plan.files)
      outputs[path] = state === 'formatted' && before !== undefined ? hashOf(before) : hash;
    const stamp: Stamp = {
      made: this.#made(options),
      inputs: run.inputs,
      outputs,
      files: run.plan.files.length,
      diagnostics: run.diagnostics,
    };
    writeCached(this.#folder, this.#key(options), JSON.stringify(stamp));
  }

  #key(options: Options): string {
    return hashOf(resolve(this.#terminal.cwd, options.output));
  }
  #made(options: Options): string {
    // What is denied is judged anew each time.
    const { deny: _, maxWarnings: __, ...diagnostics } = options.diagnostics;
    return hashOf(JSON.stringify([this.#build, this.#terminal.cwd, { ...options, diagnostics }]));
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whatever is in a cache may be damaged: what does not look like a stamp is none. */
function parse(text: string | undefined): Stamp | undefined {
  if (text === undefined) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isStamp(content) ? content : undefined;
}

function isStamp(value: unknown): value is Stamp {
  if (!isObject(value)) return false;
  const { made, inputs, outputs, files, diagnostics } = value;
  return (
    typeof made === 'string' &&
    Array.isArray(inputs) &&
    inputs.every((input) => isObject(input) && typeof input['path'] === 'string' && typeof input['hash'] === 'string') &&
    isObject(outputs) &&
    Object.values(outputs).every((hash) => typeof hash === 'string') &&
    typeof files === 'number' &&
    Array.isArray(diagnostics) &&
    diagnostics.every(
      (diagnostic) => isObject(diagnostic) && typeof diagnostic['code'] === 'string' && typeof diagnostic['message'] === 'string',
    )
  );
}
