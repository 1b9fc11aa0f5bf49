/**
 * `npm run bench`: the emitted validators against other libraries and against code written by hand, as ratios in one process, and over
 * several of them that begin with another peer each (`--orders 2`).
 *
 * The comparison itself lies beside the project, because it is not ours to tune: this installs the peers into a cache folder, compiles
 * those that are compiled ahead, hands it our emitted validators, and prints its rows. Other arguments go through:
 * `--rounds 13 --ms 40 --case token --json FILE`.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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
  const typia = compileTypia();
  const { orders = '2', json, ...options } = argumentsOf(process.argv.slice(2));
  const runs = Array.from({ length: Number(orders) }, (_, i) => run(i / Number(orders), typia, options));
  const merged = { ...runs[0], out: mergedLines(runs.map(({ out }) => out)) };
  for (const line of merged.out) console.log(lineText(line));
  if (json !== undefined) writeFileSync(json, JSON.stringify(merged, null, 1));
} else {
  console.log('the comparison needs ../shared beside this checkout, and it is not there');
}

interface Row {
  readonly peer: string;
  /** Of the hand-written code's time to the peer's. */
  readonly ratio: number;
  readonly errors: number;
  readonly note?: string;
}
interface Line {
  readonly case: string;
  readonly kind: string;
  readonly mode: string;
  readonly handOpsPerSec: number;
  readonly rows: readonly Row[];
}

function argumentsOf(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(args.flatMap((name, i) => (name.startsWith('--') ? [[name.slice(2), args[i + 1]]] : [])));
}

/**
 * The whole comparison in a process of its own, beginning with the peer at that part of the list: the engine favours whom it meets first,
 * by up to a half where a call takes some ten nanoseconds.
 */
function run(
  from: number,
  typia: string,
  options: Readonly<Record<string, string | undefined>>,
): { readonly out: readonly Line[] } {
  const folder = join(cache, 'order');
  const result = join(folder, 'result.json');
  mkdirSync(folder, { recursive: true });
  copyFileSync(comparison, join(folder, 'speed.mjs'));
  const beside = (file: string): string => JSON.stringify(pathToFileURL(join(speed, file)).href);
  writeFileSync(join(folder, 'data.mjs'), `export * from ${beside('data.mjs')};\n`);
  const rotated = `const first = Math.floor(all.length * ${from});\nexport const peers = [...all.slice(first), ...all.slice(0, first)];\n`;
  writeFileSync(join(folder, 'peers.mjs'), `import { peers as all } from ${beside('peers.mjs')};\n${rotated}`);
  const passed = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  execFileSync(process.execPath, [join(folder, 'speed.mjs'), ...passed, '--json', result], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PEERS: cache,
      TMPOUT: join(cache, 'tmp'),
      TYPIA: typia,
      EMITTED: fileURLToPath(new URL('../test/bench/emitted-validators.mjs', import.meta.url)),
    },
  });
  return JSON.parse(readFileSync(result, 'utf8'));
}

/** The geometric mean over the orders, and the peers in the order of the first. */
function mergedLines(runs: readonly (readonly Line[])[]): readonly Line[] {
  const mean = (values: readonly number[]): number =>
    Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
  return (runs[0] ?? []).map((line, i) => {
    const lines = runs.flatMap((each) => each[i] ?? []);
    const ratiosOf = (peer: string) =>
      lines.flatMap(({ rows }) => rows.filter((row) => row.peer === peer).map(({ ratio }) => ratio));
    const rows = line.rows.map((row) => ({ ...row, ratio: Number(mean(ratiosOf(row.peer)).toFixed(3)) }));
    return { ...line, handOpsPerSec: Math.round(mean(lines.map((each) => each.handOpsPerSec))), rows };
  });
}

function lineText({ case: name, kind, mode, handOpsPerSec, rows }: Line): string {
  const peers = rows.filter(({ peer }) => peer !== 'hand-written');
  const texts = peers.map(({ peer, ratio, errors, note }) => {
    const found = mode === 'check' && kind === 'invalid' ? ` (${errors} err)` : '';
    return `${peer} ${ratio}${found}${note ? ` !${note}` : ''}`;
  });
  return `${name} | ${kind} | ${mode} | hand ${handOpsPerSec}/s | ${texts.join(', ')}`;
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
  const start = (program: string, ...args: readonly string[]) =>
    execFileSync(join(cache, 'node_modules', '.bin', program), args, { cwd: cache, stdio: 'inherit' });
  start('typia', 'generate', '--input', source, '--output', emitted, '--project', project);
  start('esbuild', join(emitted, 'typia-subjects.ts'), '--bundle', '--format=esm', '--platform=node', `--outfile=${made}`);
  return made;
}
