/** A child process that takes documents one after the other: generates, loads what came out, tries the document's examples. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { generate } from '../../src/generate.js';
import { load } from '../../src/load/index.js';
import { buildApi } from '../../src/model/build.js';
import { defaults, type Options } from '../../src/options.js';
import type { GeneratedFile } from '../../src/print/file.js';
import type { CorpusDocument } from './documents.js';
import { type Exports, tryExamples } from './examples.js';
import { broken, type Outcome } from './outcome.js';
import { write } from './output.js';

export interface Task {
  readonly document: CorpusDocument;
  /** Where the output goes, for the compiler. */
  readonly folder: string;
}

process.on('message', (task: Task) => {
  outcomeOf(task).then(
    (outcome) => process.send?.(outcome),
    (cause: unknown) => process.send?.(broken(task.document, faultOf(cause))),
  );
});

async function outcomeOf({ document, folder }: Task): Promise<Outcome> {
  // The text of a large output is compiled here as of a small one: with its checks.
  const options: Options = { ...defaults, input: document.path, output: folder, recheck: true };
  const begin = performance.now();
  const { files, diagnostics } = await generate(options);
  const milliseconds = Math.round(performance.now() - begin);
  const counts: Record<string, number> = {};
  for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1;
  const outcome: Outcome = {
    name: document.name,
    bytes: document.bytes,
    generated: files.length > 0,
    refused: [
      ...new Set(diagnostics.filter(({ level }) => level === 'error').map(({ code, message }) => `${code}: ${message}`)),
    ].slice(0, 5),
    diagnostics: counts,
    milliseconds,
    files: files.length,
    outputBytes: files.reduce((sum, { text }) => sum + text.length, 0),
  };
  if (!outcome.generated) return outcome;
  write(folder, files);
  return { ...outcome, ...(await run(folder, files, options, document.path)) };
}

/** Loads the output, and shows its validators the document's examples. */
async function run(
  folder: string,
  files: readonly GeneratedFile[],
  options: Options,
  path: string,
): Promise<Pick<Outcome, 'loads' | 'examples' | 'fault'>> {
  try {
    const validators = await validatorsOf(folder, files);
    const { source } = await load(options);
    if (!source) return { loads: true };
    const { value: api } = buildApi(source, options);
    return { loads: true, examples: await tryExamples(source, api, validators, () => byTheLetter(options, path)) };
  } catch (cause) {
    return { loads: false, fault: String(cause).split('\n').slice(0, 3).join(' ') };
  }
}

/**
 * The validators of the document where nothing is read into its schemas: no type that keywords imply, no values of a discriminator, no bytes,
 * which JSON cannot hold, and no members that are only sent or only received.
 */
async function byTheLetter(options: Options, path: string): Promise<Exports> {
  const root = mkdtempSync(join(tmpdir(), 'corpus-letter-'));
  try {
    const folder = join(root, 'output');
    const input: object = JSON.parse(readFileSync(path, 'utf8'), (key, value) =>
      isDiscriminator(key, value) || isOfOpenApi(key, value) ? undefined : value,
    );
    const { files } = await generate({ ...options, input, schemas: { ...options.schemas, impliedType: 'letter' } });
    write(folder, files);
    return await validatorsOf(folder, files);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What JSON Schema takes for a note. */
const isOfOpenApi = (key: string, value: unknown): boolean =>
  ((key === 'readOnly' || key === 'writeOnly') && value === true) || (key === 'format' && value === 'binary');

function isDiscriminator(key: string, value: unknown): boolean {
  return (
    key === 'discriminator' &&
    (typeof value === 'string' || (typeof value === 'object' && value !== null && 'propertyName' in value))
  );
}

/** Imports the output as a bundler would hand it to a browser. A large one has its validators in many files. */
async function validatorsOf(folder: string, files: readonly GeneratedFile[]): Promise<Exports> {
  const modules = files.filter(({ path }) => /^validators[./]/.test(path)).map(({ path }) => JSON.stringify(`./${path}`));
  const bundle = join(tmpdir(), `corpus-${process.pid}-${performance.now()}.cjs`);
  try {
    await build({
      stdin: {
        contents: `export * as index from './index.ts'; ${modules.map((module) => `export * from ${module};`).join(' ')}`,
        resolveDir: folder,
        loader: 'ts',
      },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      outfile: bundle,
      logLevel: 'silent',
    });
    return createRequire(import.meta.url)(bundle);
  } finally {
    rmSync(bundle, { force: true });
  }
}

function faultOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message).split('\n').slice(0, 3).join(' ') : String(cause);
}
