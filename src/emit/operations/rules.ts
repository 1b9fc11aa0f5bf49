import type { Rule } from '../../diagnostics.js';

export const operationOptionUnknown: Rule = {
  code: 'operation-option-unknown',
  level: 'error',
  summary: '`operations.names`, `operations.requireBody` or `operations.streams` names no operation of the document.',
  action: 'Nothing is written.',
  remedy: 'Give an operationId or `METHOD /path` as the document has it, or take the entry out.',
};

export const parameterTooDeep: Rule = {
  code: 'parameter-too-deep',
  level: 'warning',
  summary: 'A parameter holds lists or objects inside a list or an object, for which its style has no form.',
  action: 'Its type has them; a request with one is refused as `invalid-request` before anything is sent.',
  remedy: 'Give the parameter the style `deepObject`, or a `content` of JSON, as its server reads it.',
};
