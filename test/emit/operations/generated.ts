/** A client made from a document by the whole way through, in a folder of its own, imported as it stands. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { onTestFinished } from 'vitest';
import { generate } from '../../../src/generate.js';
import { defaults, type Options } from '../../../src/options.js';

/** The files by path; fails where a diagnostic is an error. */
export async function filesOf(document: object, options: Partial<Options> = {}): Promise<ReadonlyMap<string, string>> {
  const { files, diagnostics } = await generate({ ...defaults, input: document, output: 'unused', paths: false, ...options });
  const errors = diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** Writes the files below a folder. */
export function written(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what a test imports is typed by nothing but the test's own expectations
export type Module = Readonly<Record<string, any>>;

/** The exports of `index.ts`, bundled as a user would: a hundred small modules take vitest seconds to load. */
export async function imported(document: object, options: Partial<Options> = {}): Promise<Module> {
  const files = await filesOf(document, options);
  const folder = mkdtempSync(join(tmpdir(), 'specwright-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'client.mjs');
  await build({
    entryPoints: ['index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'silent',
    plugins: [inMemory(files)],
  });
  return import(outfile);
}

/** A program beside the client, bundled and minified. */
export async function bundled(document: object, program: string, options: Partial<Options> = {}): Promise<string> {
  const files = new Map([...(await filesOf(document, options)), ['program.ts', program]]);
  const { outputFiles } = await build({
    entryPoints: ['program.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    plugins: [inMemory(files)],
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Lets esbuild read the generated files without a disk between. */
function inMemory(files: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'in-memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(index|program)\.ts$|^\./ }, ({ path, importer }) => ({
        path: posix.join(posix.dirname(importer), path.replace(/\.js$/, '.ts')),
        namespace: 'generated',
      }));
      onLoad({ filter: /./, namespace: 'generated' }, ({ path }) => ({
        contents: files.get(path) ?? 'not generated',
        loader: 'ts',
      }));
    },
  };
}

/** The least document around some paths and whatever else. */
export function documentOf(paths: object, rest: object = {}): object {
  return { openapi: '3.2.0', info: { title: 'test', version: '1' }, paths, ...rest };
}
