/** The client of a document, generated and loaded as a program would have it, and the model that it was made from. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { generate } from '../../src/generate.js';
import { load } from '../../src/load/index.js';
import type { Source } from '../../src/load/source.js';
import type { Api } from '../../src/model/api.js';
import { buildApi } from '../../src/model/build.js';
import { defaults, type Options } from '../../src/options.js';

/** One of many results, as far as the judge looks at it. */
export interface Result {
  readonly ok: boolean;
  readonly status: number | string;
  readonly body?: unknown;
  readonly response?: Response;
  readonly issues?: readonly { readonly pointer: string; readonly message: string; readonly schemaPath: string }[];
  readonly cause?: unknown;
}
export type CallOperation = (client: unknown, input: unknown, options: object) => Promise<Result>;

export interface Client {
  readonly api: Api;
  readonly source: Source;
  create(options: object): unknown;
  operation(name: string): CallOperation;
  /** Whether the input is one of the operation's, by its own validator. */
  accepts(inputName: string, input: unknown): boolean;
}

export async function clientOf(path: string): Promise<Client> {
  const options: Options = { ...defaults, input: path, output: '', paths: false, splitAbove: 1e9 };
  const { files, diagnostics } = await generate(options);
  const errors = diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const { source } = await load(options);
  if (!source) throw new Error(`${path} cannot be read`);
  const { index, validators } = await loaded(new Map(files.map(({ path, text }) => [path, text])));
  return {
    api: buildApi(source, options).value,
    source,
    create: (given) => called(index, 'createClient')(given),
    operation: (name) => async (client, input, given) => (await called(index, name)(client, input, given)) as Result,
    accepts: (name, input) => {
      const validator = validators[name];
      return isValidator(validator) && validator.is(input);
    },
  };
}

type Module = Readonly<Record<string, unknown>>;

function called(module: Module, name: string): (...parameters: readonly unknown[]) => unknown {
  const found = module[name];
  if (typeof found !== 'function') throw new Error(`there is no function ${name}`);
  return (...parameters) => Reflect.apply(found, undefined, parameters);
}

const isValidator = (value: unknown): value is { is(value: unknown): boolean } =>
  typeof value === 'object' && value !== null && 'is' in value && typeof value.is === 'function';

async function loaded(files: ReadonlyMap<string, string>): Promise<{ index: Module; validators: Module }> {
  const validators = files.has('validators.ts') ? 'validators.ts' : 'validators/index.ts';
  const outfile = join(tmpdir(), `judged-${process.pid}-${counter++}.mjs`);
  try {
    await build({
      stdin: { contents: `export * as index from './index.ts'; export * as validators from './${validators}';`, loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
      logLevel: 'silent',
      plugins: [inMemory(files)],
    });
    return await import(outfile);
  } finally {
    rmSync(outfile, { force: true });
  }
}
let counter = 0;

function inMemory(files: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'in-memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, importer }) => ({
        path: posix.join(importer === '<stdin>' ? '' : posix.dirname(importer), path.replace(/\.js$/, '.ts')),
        namespace: 'generated',
      }));
      onLoad({ filter: /./, namespace: 'generated' }, ({ path }) => ({ contents: files.get(path) ?? '', loader: 'ts' }));
    },
  };
}
