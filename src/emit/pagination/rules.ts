import type { Rule } from '../../diagnostics.js';

export const paginationOperationUnknown: Rule = {
  code: 'pagination-operation-unknown',
  level: 'error',
  summary: 'A key of `pagination` names no operation of the document.',
  action: 'Nothing is written.',
  remedy: 'Give an operationId or `METHOD /path` as the document has it.',
};

export const paginationUnsuitable: Rule = {
  code: 'pagination-unsuitable',
  level: 'error',
  summary: 'An operation has not what `pagination` says of it: a query parameter, or a place in its success.',
  action: 'Nothing is written.',
  remedy: 'Correct the entry: parameters by their names, places as JSON Pointers into the body.',
};
