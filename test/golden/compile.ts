/** Compiling output as the strictest users do, with the compilers that they have. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const compilers = ['typescript-55', 'typescript', 'typescript-7'] as const;
export type Compiler = (typeof compilers)[number];
export const resolutions = ['nodenext', 'bundler'] as const;
export type Resolution = (typeof resolutions)[number];

export const strictest = {
  noEmit: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  noUnusedLocals: true,
  // The compiler's own libraries are not what is tested.
  skipDefaultLibCheck: true,
};

/** Below the project, so that the folder's `"type": "module"` holds. */
export function scratch(): string {
  mkdirSync('.cache', { recursive: true });
  return resolve(mkdtempSync('.cache/compile-'));
}

/** What the compiler says of the folders and files, a line each; empty where all is well. All of it is checked, whatever it says of itself. */
export async function compile(
  include: readonly string[],
  compiler: Compiler,
  resolution: Resolution = 'nodenext',
): Promise<readonly string[]> {
  const folder = scratch();
  try {
    const checked = include.map((path, i) => withChecks(path, join(folder, `checked-${i}`)));
    // Outputs that are kept without the runtime find it here.
    mkdirSync(join(folder, 'shared'));
    symlinkSync(resolve('templates/runtime'), join(folder, 'shared/runtime'), 'junction');
    const compilerOptions = {
      ...strictest,
      ...(compiler === 'typescript-55' ? {} : { erasableSyntaxOnly: true }),
      ...(resolution === 'bundler' ? { module: 'esnext', moduleResolution: 'bundler' } : { module: 'nodenext' }),
      rootDirs: [...checked.map((path) => resolve(path)), join(folder, 'shared')],
      preserveSymlinks: true,
    };
    const files = checked.map((path) => (path.endsWith('.ts') ? resolve(path) : `${resolve(path)}/**/*.ts`));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: files }));
    const tsc = resolve(`node_modules/${compiler}/bin/tsc`);
    await promisify(execFile)(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { maxBuffer: 2 ** 26 });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return stdout.trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The folder, or where it has files that ask not to be checked, a copy in which they don't. */
function withChecks(path: string, copy: string): string {
  if (path.endsWith('.ts')) return path;
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = new Map(files.map((file) => [file, readFileSync(join(path, file), 'utf8')]));
  if (![...texts.values()].some((text) => UNCHECKED.test(text))) return path;
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text.replace(UNCHECKED, ''));
  }
  return copy;
}
export const UNCHECKED = /^\/\/ @ts-nocheck\n/m;
