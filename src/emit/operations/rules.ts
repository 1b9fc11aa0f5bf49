import type { Rule } from '../../diagnostics.js';

export const operationOptionUnknown: Rule = {
  code: 'operation-option-unknown',
  level: 'error',
  summary: '`operations.names`, `operations.requireBody` or `operations.streams` names no operation of the document.',
  action: 'Nothing is written.',
  remedy: 'Give an operationId or `METHOD /path` as the document has it, or take the entry out.',
};
