/** The types of the library: of what `tsc` writes for `src/`, the files that `index.d.ts` leads to. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

export function writeDeclarations(root: string, dist: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'specwright-types-'));
  try {
    const tsc = join(root, 'node_modules/typescript-7/bin/tsc');
    // Types are checked by `npm run types`.
    const flags = [
      '--noCheck',
      '--noEmit',
      'false',
      '--declaration',
      '--emitDeclarationOnly',
      '--rootDir',
      'src',
      '--outDir',
      folder,
    ];
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...flags], { cwd: root, stdio: 'inherit' });
    for (const path of reached(join(folder, 'index.d.ts'))) cpSync(path, join(dist, relative(folder, path)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reached(entry: string): ReadonlySet<string> {
  const paths = new Set([entry]);
  for (const path of paths) {
    for (const [, from] of readFileSync(path, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
      const next = join(dirname(path), `${from}.d.ts`);
      if (existsSync(next)) paths.add(next);
    }
  }
  return paths;
}
