import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../print/file.js';

/** Files in a folder that only this user can read, for as long as the action takes. */
export async function withTemporaryFolder<T>(
  files: readonly GeneratedFile[],
  action: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'specwright-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
