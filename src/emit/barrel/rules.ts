import type { Rule } from '../../diagnostics.js';

export const runtimeNameTaken: Rule = {
  code: 'runtime-name-taken',
  level: 'info',
  summary: 'A type of the document has the name of something that the runtime exports.',
  action:
    '`index.ts` exports the type of the document under the name; what the runtime has is imported from its module in `runtime/`.',
  remedy: 'Give the type another name with `schemas.names` or `operations.names`.',
};
