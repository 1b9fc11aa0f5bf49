import type { Rule } from '../diagnostics.js';

export const configNotFound: Rule = {
  code: 'config-not-found',
  level: 'error',
  summary: 'No document is named, and there is no config file that names one.',
  action: 'Nothing is written.',
  remedy: 'Name a document, `specwright generate openapi.yaml`, or write a config file with `specwright init`.',
};

export const configUnreadable: Rule = {
  code: 'config-unreadable',
  level: 'error',
  summary: 'The config file cannot be read, parsed or run.',
  action: 'Nothing is written.',
  remedy: 'Correct the file at the place given.',
};

export const configUnknownKey: Rule = {
  code: 'config-unknown-key',
  level: 'error',
  summary: 'The config has a key that does not exist, so it would do nothing.',
  action: 'Nothing is written.',
  remedy: 'Correct its spelling, or remove it; all keys are in docs/configuration.md.',
};

export const configWrongValue: Rule = {
  code: 'config-wrong-value',
  level: 'error',
  summary: 'A key of the config has a value that it cannot have.',
  action: 'Nothing is written.',
  remedy: 'Give it a value of the kind that the message names.',
};

export const configSharedOutput: Rule = {
  code: 'config-shared-output',
  level: 'error',
  summary: 'Two documents are to be written into the same folder, or into one inside the other.',
  action: 'Nothing is written.',
  remedy: 'Give each its own `output`.',
};
