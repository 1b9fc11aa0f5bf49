/** The strict compiler over many outputs at once, because starting it costs more than most documents. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { SHARED } from './output.js';

const STRICT = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
  types: [],
  module: 'esnext',
  moduleResolution: 'bundler',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noEmit: true,
};

export interface Errors {
  readonly codes: Record<string, number>;
  /** A few in full, for whoever has to mend them. */
  readonly first: readonly string[];
}

/** By folder. The runtime is the same text in all of them, stands once beside them, and may have no error at all. */
export async function compile(root: string, folders: readonly string[]): Promise<ReadonlyMap<string, Errors>> {
  const project = join(root, 'tsconfig.json');
  const include = [...folders.map((folder) => relative(root, folder)), `${SHARED}*`].map((folder) => `${folder}/**/*.ts`);
  writeFileSync(project, JSON.stringify({ compilerOptions: STRICT, include, exclude: ['*/runtime'] }));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript-7/package.json')), 'bin', 'tsc');
  const compiler = spawn(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [stdout, [status]] = await Promise.all([text(compiler.stdout), once(compiler, 'exit')]);
  const errors = new Map(folders.map((folder) => [folder, { codes: {} as Record<string, number>, first: [] as string[] }]));
  const lines = stdout.split('\n').filter((line) => /error TS\d+/.test(line));
  if (status !== 0 && lines.length === 0) throw new Error(`the compiler failed: ${stdout.slice(0, 500)}`);
  for (const line of lines) {
    const folder = folders.find((candidate) => line.startsWith(`${relative(root, candidate)}/`));
    const found = folder === undefined ? undefined : errors.get(folder);
    if (!found) throw new Error(`an error of nobody: ${line}`);
    const code = /TS\d+/.exec(line)?.[0] ?? '?';
    found.codes[code] = (found.codes[code] ?? 0) + 1;
    if (found.first.length < 5) found.first.push(line);
  }
  return errors;
}
