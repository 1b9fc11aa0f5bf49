/** `npm run golden`: every golden file written anew, and none left of those that are no longer made. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';

const run = (...command) => execFileSync('npx', command, { stdio: 'inherit', shell: process.platform === 'win32' });

for (const name of readdirSync('test/cases')) {
  if (!existsSync(`test/cases/${name}/openapi.yaml`)) continue;
  for (const made of ['output', 'diagnostics.txt']) rmSync(`test/cases/${name}/${made}`, { recursive: true, force: true });
}
execFileSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit', shell: process.platform === 'win32' });
run(
  'vitest',
  'run',
  'test/golden.test.ts',
  'test/invalid.test.ts',
  'test/docs.test.ts',
  'test/review/classes.test.ts',
  '--update',
);
