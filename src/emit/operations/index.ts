/** `operations.ts`: for each operation a function, and the types of its input and of everything that it can come to; `client.ts` and `webhooks.ts`. */
import { settle } from '../../print/declaration.js';
import type { EmitInput, Emitted, Emitter } from '../emitter.js';
import { clientFile } from './client.js';
import { operationFunction } from './function.js';
import { unknownNames } from './named.js';
import { operationTypes } from './types.js';
import { unsendable } from './unsendable.js';
import { webhooksFile } from './webhooks.js';

export const operations: Emitter = {
  name: 'operations',
  emit({ api, options }: EmitInput): Emitted {
    const webhooks = webhooksFile(api);
    const others = [clientFile(api), ...(webhooks ? [webhooks] : [])];
    const findings = [...unknownNames(api, options), ...unsendable(api)];
    if (api.operations.length === 0) return { files: others, findings };
    const statements = api.operations.flatMap((operation) =>
      [...operationTypes(operation), operationFunction(operation, api)].map((declaration) => ({
        ...settle(declaration),
        owner: operation.name,
      })),
    );
    const imports = [
      { from: './runtime/index.js', namespace: 'runtime' },
      { from: './types.js', typeNamespace: 'types' },
      { from: './validators.js', namespace: 'validators' },
    ];
    return { files: [{ kind: 'code', path: 'operations.ts', imports, statements }, ...others], findings };
  },
};
