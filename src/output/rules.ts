import type { Rule } from '../diagnostics.js';

export const outputNotAFolder: Rule = {
  code: 'output-not-a-folder',
  level: 'error',
  summary: 'Where the output folder should be, something else stands: a file, or a symbolic link.',
  action: 'Nothing is written.',
  remedy: 'Name another folder with `output` or `--out`. For a link, name the folder it leads to.',
};

export const outputUnwritable: Rule = {
  code: 'output-unwritable',
  level: 'error',
  summary: 'The operating system refuses to write in the output folder.',
  action: 'What was there before is left, or put back, as it was.',
  remedy: 'See to permissions, space and mount options, or name another folder with `output` or `--out`.',
};

export const outputBusy: Rule = {
  code: 'output-busy',
  level: 'error',
  summary: 'Another run is writing in the output folder.',
  action: 'Nothing is written; the other run goes on.',
  remedy: 'Run again when it has ended. Where no run is left, remove `.specwright-writing` from the folder.',
};

export const outputUnreadable: Rule = {
  code: 'output-unreadable',
  level: 'error',
  summary: 'The operating system refuses to read what is in the output folder.',
  action: 'Nothing is written, and it is not known whether the output is up to date.',
  remedy: 'See to permissions, or name another folder with `output` or `--out`.',
};

export const outputForeignFile: Rule = {
  code: 'output-foreign-file',
  level: 'error',
  summary: 'A file of the output would replace something that was not generated into this folder.',
  action: 'Nothing is written.',
  remedy: 'Move it away, name another folder, or replace it with `--force`.',
};

export const outputUnsafePath: Rule = {
  code: 'output-unsafe-path',
  level: 'error',
  summary: 'The path of a generated file leaves the folder, or cannot exist on every operating system.',
  action: 'Nothing is written.',
  remedy: 'Pin a name with `schemas.names` or `operations.names`, and report it: paths should never be made of such names.',
};

export const outputManifestUnreadable: Rule = {
  code: 'output-manifest-unreadable',
  level: 'error',
  summary: 'The list of the generated files cannot be read, so it is not known which files of the folder were generated.',
  action: 'Nothing is written.',
  remedy: 'Restore `.specwright.json` from version control, or write all files again with `--force`.',
};

export const outputEdited: Rule = {
  code: 'output-edited',
  level: 'info',
  summary: 'A generated file was changed by hand since it was written.',
  action: 'It is written again; the change is lost.',
  remedy: 'Keep code of your own beside the folder, not in it.',
};
