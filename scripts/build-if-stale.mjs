/** Builds where `dist/` is absent or older than what it is made of. JavaScript, so that it costs nothing where there is nothing to do. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const changed = (path) => statSync(root + path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = (folder) =>
  Math.max(
    changed(folder),
    ...readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((path) => changed(`${folder}/${path}`)),
  );
// The templates' texts are compiled in; the runtime's are read where they stand.
const made = Math.max(
  ...['src', 'scripts/build', 'templates/shared'].map(newest),
  changed('scripts/build.ts'),
  changed('package-lock.json'),
);

if (changed('dist/index.d.ts') < made)
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
