/**
 * `npm run bench`: the emitted validators against other libraries and against code written by hand, as ratios in one process.
 *
 * The comparison itself lies beside the project, because it is not ours to tune: this installs the peers into a cache folder, compiles
 * those that are compiled ahead, hands it our emitted validators, and prints its rows. Arguments go through:
 * `--rounds 13 --ms 40 --case token --json FILE`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PEERS = [
  'ajv@8.20.0',
  'ajv-formats@3.0.1',
  'zod@4.6.7',
  'valibot@1.5.0',
  'typebox@1.4.3',
  'arktype@2.2.9',
  // The last that compiles by itself: from 13 on it needs a Go toolchain.
  'typia@11.0.3',
  'typescript@5.9.3',
  'esbuild@0.28.2',
];
const OPTIONS = { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true, types: [] };

const speed = fileURLToPath(new URL('../../shared/tools/conformance/speed/', import.meta.url));
const comparison = join(speed, 'speed.mjs');
const cache = resolve('.cache/bench');

if (existsSync(comparison)) {
  if (!existsSync(join(cache, 'node_modules', 'typia'))) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', ...PEERS], { cwd: cache, stdio: 'inherit' });
  }
  const { status } = spawnSync(process.execPath, [comparison, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PEERS: cache,
      TMPOUT: join(cache, 'tmp'),
      TYPIA: compileTypia(),
      EMITTED: fileURLToPath(new URL('../test/bench/emitted-validators.mjs', import.meta.url)),
    },
  });
  process.exitCode = status ?? 1;
} else {
  console.log('the comparison needs ../shared beside this checkout, and it is not there');
}

/** The same subjects as typia's compiler makes them, in one module; made once. */
function compileTypia(): string {
  const made = join(cache, 'typia-subjects.mjs');
  if (existsSync(made)) return made;
  const source = join(cache, 'typia', 'source');
  const emitted = join(cache, 'typia', 'emitted');
  mkdirSync(source, { recursive: true });
  mkdirSync(emitted, { recursive: true });
  copyFileSync(join(speed, 'typia-subjects.ts'), join(source, 'typia-subjects.ts'));
  const project = join(cache, 'typia', 'tsconfig.json');
  writeFileSync(project, JSON.stringify({ compilerOptions: OPTIONS, include: ['source'] }));
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(cache, 'node_modules', '.bin', program), args, { cwd: cache, stdio: 'inherit' });
  run('typia', 'generate', '--input', source, '--output', emitted, '--project', project);
  run('esbuild', join(emitted, 'typia-subjects.ts'), '--bundle', '--format=esm', '--platform=node', `--outfile=${made}`);
  return made;
}
