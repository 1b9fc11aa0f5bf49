/** The runtime, copied as it stands: the same files for every API, type-checked and tested where they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { byCodeUnits } from '../../model/node.js';
import type { FileModel } from '../../print/file.js';
import type { Emitter } from '../emitter.js';

export const runtime: Emitter = {
  name: 'runtime',
  emit: ({ options }) => ({
    files: files()
      .filter((path) => options.session !== undefined || !path.startsWith('session/'))
      .map((path): FileModel => ({ kind: 'text', path: `runtime/${path}`, text: readFileSync(new URL(path, folder), 'utf8') })),
  }),
};

const folder = new URL('../../../templates/runtime/', import.meta.url);

/** Relative to the folder, with `/` on every system. */
function files(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort(byCodeUnits);
}
