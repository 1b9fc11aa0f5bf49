/** `specwright init`: a config file after three questions. */
import { join, resolve } from 'node:path';
import { configNames } from '../config/names.js';
import { defaultOutput } from '../config/resolve.js';
import { quote } from '../diagnostics.js';
import { findDocuments } from '../load/candidates.js';
import { createFile, exists } from '../output/create.js';
import { literal } from '../print/code.js';
import { type ExitCode, exit, UsageError } from './exit.js';
import type { Terminal } from './terminal.js';

export interface InitFlags {
  readonly out?: string;
  readonly yes?: boolean;
}

type Form = 'ts' | 'js' | 'mjs' | 'json' | 'yaml';
const forms: readonly Form[] = ['ts', 'js', 'mjs', 'json', 'yaml'];

export async function init(spec: string | undefined, flags: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const present = configNames.find((name) => exists(join(terminal.cwd, name)));
  if (present !== undefined) throw new UsageError(`${present} is there already`);

  const found = findDocuments(terminal.cwd);
  const input = spec ?? (await answer('Which document, a path or a URL?', found[0] ?? 'openapi.yaml', flags, terminal));
  const output =
    flags.out ??
    (await answer('Which folder for the generated files?', defaultOutput(input).replaceAll('\\', '/'), flags, terminal));
  const form = await answer(`Which kind of config file: ${forms.join(', ')}?`, 'ts', flags, terminal);
  if (!isForm(form)) throw new UsageError(`${quote(form)} is none of ${forms.join(', ')}`);

  const name = `specwright.config.${form}`;
  const failure = createFile(join(terminal.cwd, name), configText(form, input, output));
  if (failure !== undefined) throw new UsageError(`${name} cannot be written: ${failure}`);
  const missing = /^https?:/i.test(input) || exists(resolve(terminal.cwd, input)) ? '' : ` ${input} is not there yet.`;
  terminal.out(`${name} written.${missing} Next: specwright generate\n`);
  return exit.done;
}

async function answer(question: string, suggestion: string, { yes }: InitFlags, terminal: Terminal): Promise<string> {
  if (yes) return suggestion;
  const given = await terminal.ask(question, suggestion);
  if (given === undefined) throw new UsageError('there is no terminal to ask on; --yes takes every suggestion');
  return given;
}

function isForm(text: string): text is Form {
  return forms.some((form) => form === text);
}

function configText(form: Form, input: string, output: string): string {
  const members = `  input: ${literal(input)},\n  output: ${literal(output)},\n`;
  switch (form) {
    case 'ts':
      return `import type { Config } from 'specwright';\n\nexport default {\n${members}} satisfies Config;\n`;
    case 'js':
    case 'mjs':
      return `/** @type {import('specwright').Config} */\nexport default {\n${members}};\n`;
    case 'json':
      return `${JSON.stringify({ input, output }, undefined, 2)}\n`;
    case 'yaml':
      return `input: ${JSON.stringify(input)}\noutput: ${JSON.stringify(output)}\n`;
    default:
      return form satisfies never;
  }
}
