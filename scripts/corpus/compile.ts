/** The strict compiler over many outputs at once, because starting it costs more than most documents. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

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

/** Errors by folder and code, with a few in full for whoever has to mend them. */
export function compile(
  root: string,
  folders: readonly string[],
): ReadonlyMap<string, { readonly codes: Record<string, number>; readonly first: readonly string[] }> {
  const project = join(root, 'tsconfig.json');
  // `file-store.ts` of a session is Node's, and has no business in a browser's compilation.
  writeFileSync(
    project,
    JSON.stringify({ compilerOptions: STRICT, include: folders.map((folder) => `${relative(root, folder)}/**/*.ts`) }),
  );
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript-7/package.json')), 'bin', 'tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
    encoding: 'utf8',
    cwd: root,
    maxBuffer: 1 << 28,
  });
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
