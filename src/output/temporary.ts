import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file by its bytes or its text. */
export interface TemporaryFile {
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly text?: string;
}

/** Files in a folder that only this user can read, for as long as the action takes. */
export async function withTemporaryFolder<T>(
  files: readonly TemporaryFile[],
  action: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'specwright-'));
  try {
    for (const { path, bytes, text = '' } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes ?? text);
    }
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
