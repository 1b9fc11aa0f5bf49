import type { Rule } from '../../diagnostics.js';

export const linkParameterUnknown: Rule = {
  code: 'link-parameter-unknown',
  level: 'warning',
  summary: 'A link gives a parameter that the operation it leads to does not have.',
  action: 'The parameter is left out.',
  remedy: 'Correct its name, or remove it.',
};
