/** `paths.ts`: openapi-typescript's view of the document, for openapi-fetch and its family. */
import type { EmitInput, Emitted, Emitter } from '../emitter.js';
import { project } from './project.js';

export const paths: Emitter = {
  name: 'paths',
  async emit({ source, options }: EmitInput): Promise<Emitted> {
    if (!options.paths) return { files: [] };
    const { document, findings } = project(source);
    // A second of loading, which nobody pays who does not want the file.
    const { transform } = await import('./transform.js');
    return { files: [{ kind: 'text', path: 'paths.ts', text: transform(document) }], findings };
  },
};
