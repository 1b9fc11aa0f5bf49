/** The runtime, copied as it stands: the same files for every API, type-checked and tested where they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { byCodeUnits } from '../../model/node.js';
import type { FileModel } from '../../print/file.js';
import { templatesFolder } from '../../templates-folder.js';
import type { Emitter } from '../emitter.js';

export const runtime: Emitter = {
  name: 'runtime',
  emit({ before }) {
    const hasSession = before.some(({ path }) => path === 'session.ts');
    const paths = files().filter((path) => hasSession || !path.startsWith('session/'));
    return {
      files: paths.map(
        (path): FileModel => ({ kind: 'text', path: `runtime/${path}`, text: readFileSync(new URL(path, folder), 'utf8') }),
      ),
    };
  },
};

const folder = new URL('runtime/', templatesFolder);

/** Relative to the folder, with `/` on every system. */
function files(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort(byCodeUnits);
}
