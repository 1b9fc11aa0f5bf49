/** `session.ts`, where the document has an operation that exchanges a refresh token. */
import type { EmitInput, Emitted, Emitter } from '../emitter.js';
import { detect } from './detect.js';
import { plan } from './plan.js';
import { sessionFile } from './print.js';

export const session: Emitter = {
  name: 'session',
  emit({ api, options }: EmitInput): Emitted {
    const detected = options.session ? { options: options.session, findings: [] } : detect(api);
    if (!detected.options) return { files: [], findings: detected.findings };
    const planned = plan(api, detected.options);
    return {
      files: planned.plan ? [sessionFile(planned.plan)] : [],
      findings: [...detected.findings, ...planned.findings],
    };
  },
};
