/**
 * `npm run bench`: the emitted validators against other libraries and against code written by hand, as ratios in one process.
 *
 * The comparison itself lies beside the project, because it is not ours to tune: this installs the peers into a cache folder, hands it our
 * emitted validators, and prints its rows. Arguments go through: `--rounds 13 --ms 40 --case token --json FILE`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PEERS = [
  'ajv@8.20.0',
  'ajv-formats@3.0.1',
  'zod@4.6.7',
  'valibot@1.5.0',
  'typebox@1.4.3',
  'arktype@2.2.9',
  'esbuild@0.28.2',
];

const comparison = fileURLToPath(new URL('../../shared/tools/conformance/speed/speed.mjs', import.meta.url));
const cache = resolve('.cache/bench');

if (existsSync(comparison)) {
  if (!existsSync(join(cache, 'node_modules', 'arktype'))) {
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
      EMITTED: fileURLToPath(new URL('../test/bench/emitted-validators.mjs', import.meta.url)),
    },
  });
  process.exitCode = status ?? 1;
} else {
  console.log('the comparison needs ../shared beside this checkout, and it is not there');
}
