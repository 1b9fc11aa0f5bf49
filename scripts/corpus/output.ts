/** Where generated files are put, for the compiler and for loading. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { GeneratedFile } from '../../src/print/file.js';

const PREFIX = 'runtime/';
/** Before the hash of its text, the name of a folder that outputs share. */
export const SHARED = 'runtime-';

/** The runtime is the same text in every output: it stands once beside them, and is compiled once with them. */
export function write(folder: string, files: readonly GeneratedFile[]): void {
  const runtime = files.filter(({ path }) => path.startsWith(PREFIX));
  writeBelow(
    folder,
    files.filter((file) => !runtime.includes(file)),
  );
  const hash = createHash('sha256').update(JSON.stringify(runtime)).digest('hex').slice(0, 12);
  const shared = join(dirname(folder), `${SHARED}${hash}`);
  if (!existsSync(shared)) {
    const fresh = mkdtempSync(join(dirname(folder), 'fresh-'));
    writeBelow(
      fresh,
      runtime.map(({ path, text }) => ({ path: path.slice(PREFIX.length), text })),
    );
    try {
      renameSync(fresh, shared);
    } catch (cause) {
      // Another process was quicker.
      rmSync(fresh, { recursive: true });
      if (!existsSync(shared)) throw cause;
    }
  }
  const link = join(folder, 'runtime');
  rmSync(link, { force: true, recursive: true });
  symlinkSync(relative(folder, shared), link);
}

function writeBelow(folder: string, files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
