import type { Rule } from '../../diagnostics.js';

export const pathsIncomplete: Rule = {
  code: 'paths-incomplete',
  level: 'info',
  summary: 'Something has no place in `paths.ts`, whose form is openapi-typescript’s.',
  action: 'It is left out there, or `unknown`; all other files have it.',
  remedy: 'Call it through the function in `operations.ts`, or leave `paths.ts` out with `paths: false`.',
};
