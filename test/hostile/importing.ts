/** Loads generated files as a bundler would hand them to a browser: what runs on import runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { GeneratedFile } from '../../src/print/file.js';
import { MARKER } from './payloads.js';

/** The namespaces of all modules outside the runtime, by path. Fails where one does not load, where it does something to the globals, and where it never comes. */
export async function importAll(
  files: readonly GeneratedFile[],
): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const byPath = new Map(files.map(({ path, text }) => [path, text]));
  const modules = files.map(({ path }) => path).filter((path) => !path.startsWith('runtime/'));
  const contents = modules.map((path, i) => `export * as module${i} from './${path.replace(/\.ts$/, '.js')}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '/', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'silent',
    plugins: [
      {
        name: 'files in memory',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\./ }, ({ path, importer }) => ({
            path: posix.join(posix.dirname(importer), path).replace(/\.js$/, '.ts').replace(/^\//, ''),
            namespace: 'memory',
          }));
          onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => {
            const contents = byPath.get(path);
            return contents === undefined ? { errors: [{ text: `${path} is not generated` }] } : { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const bundle = join(folder, 'bundle.mjs');
    writeFileSync(bundle, outputFiles[0]?.contents ?? '');
    const before = globals();
    const loaded: Record<string, Readonly<Record<string, unknown>>> = await Promise.race([
      import(pathToFileURL(bundle).href),
      late(),
    ]);
    if (MARKER in globalThis || globals() !== before) throw new Error('code of the document ran on import');
    return Object.fromEntries(modules.map((path, i) => [path, loaded[`module${i}`] ?? {}]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const globals = (): string =>
  [globalThis, Object.prototype, Array.prototype, Function.prototype]
    .map((owner) => Reflect.ownKeys(owner).map(String).join())
    .join('\n');

/** A module that exports `then` would never come. */
function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the module never came')), 20_000).unref();
  });
}
