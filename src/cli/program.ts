/**
 * The commands, their arguments and their help. What a command does is loaded when it is called, but for `generate`, whose most
 * frequent run finds that nothing changed and should cost no more than starting Node.
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type ExitCode, exit, UsageError } from './exit.js';
import { type GenerateFlags, generateAll } from './generate.js';
import { checkExamples, completionExamples, diffExamples, generateExamples, overview } from './help.js';
import type { Pipeline } from './pipeline.js';
import { select } from './selection.js';
import { StampStore } from './stamps.js';
import type { Terminal } from './terminal.js';
import { version } from './version.js';

export interface Machinery {
  readonly terminal: Terminal;
  readonly pipeline: () => Promise<Pipeline>;
  /** Changes with every build; undefined where it is not known. */
  readonly build: () => Promise<string | undefined>;
}

/** Runs one command line. Every outcome is an exit code; only a fault of ours is thrown. */
export async function run(args: readonly string[], machinery: Machinery): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  const program = makeProgram(machinery, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof UsageError) {
      machinery.terminal.err(`specwright: ${error.message}\n`);
      return exit.usage;
    }
    // commander has already said it.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    throw error;
  }
}

function makeProgram(machinery: Machinery, end: (code: ExitCode) => void): Command {
  const { terminal } = machinery;
  const program = new Command('specwright')
    .description(
      'TypeScript from an OpenAPI document: types, validators and a client whose results say everything that can go wrong.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .showSuggestionAfterError()
    .helpCommand(false)
    .addHelpText('after', overview);

  program
    .command('generate')
    .summary('write the client')
    .description(
      'Writes the client. Only files whose content changed are touched; files that were once generated and no longer are, are removed.',
    )
    .argument('[spec]', 'path or URL of the document, or - for standard input; without it the config file is read')
    .option('-o, --out <folder>', 'folder of the generated files (default: generated/NAME of the document)')
    .addOption(configOption())
    .addOption(formatOption('text', 'json', 'github', 'sarif'))
    .option('--deny <codes>', 'codes or levels of diagnostics that make the run fail, separated by commas', commaList)
    .option('--max-warnings <n>', 'number of warnings above which the run fails', wholeNumber)
    .option('--force', 'replace files that were not generated here, write formatted ones again, ignore the stamp')
    .option('--watch', 'generate again whenever the document or the config changes')
    .addHelpText('after', generateExamples)
    .action(async (spec: string | undefined, flags: GenerateFlags & { readonly watch?: boolean }) => {
      const stamps = new StampStore(terminal, await machinery.build());
      const pipeline: Pipeline = async (...job) => (await machinery.pipeline())(...job);
      const once = async () => {
        const selection = await select(spec, flags, terminal.cwd);
        return { ...(await generateAll(selection, flags, { terminal, pipeline, stamps })), configFile: selection.configFile };
      };
      if (!flags.watch) return end((await once()).code);
      if (spec === '-') throw new UsageError('standard input cannot be watched');
      const { watch } = await import('./watch.js');
      end(await watch(once, terminal));
    });

  program
    .command('check')
    .summary('say whether the output is up to date, and if not, why')
    .description(
      'Generates in memory and compares. Lists what is added, changed, left over or edited by hand, says why, and shows a diff. Writes nothing.',
    )
    .argument('[spec]', 'path or URL of the document, or - for standard input; without it the config file is read')
    .option('-o, --out <folder>', 'folder of the generated files')
    .addOption(configOption())
    .addOption(formatOption('text', 'json', 'github'))
    .option('--diff-lines <n>', 'lines of diff to show', wholeNumber, 200)
    .addHelpText('after', checkExamples)
    .action(async (spec: string | undefined, flags: import('./check.js').CheckFlags) => {
      const [{ checkAll }, pipeline] = await Promise.all([import('./check.js'), machinery.pipeline()]);
      end(await checkAll(await select(spec, flags, terminal.cwd), flags, terminal, pipeline));
    });

  program
    .command('diff')
    .summary('say what a change of the document does to callers')
    .description(
      'Compares two documents as the generated code shows them: what no longer compiles (source), and what stops a deployed build (wire).',
    )
    .argument('<old>', 'file, URL, REV:path from git, or - for standard input')
    .argument('<new>', 'file, URL, REV:path from git, or - for standard input')
    .addOption(
      configOption(
        'config file whose options both documents are read with (default: the one in the working directory, where it lists one of them)',
      ),
    )
    .addOption(formatOption('text', 'json', 'github', 'markdown', 'html'))
    .addOption(
      new Option(
        '--fail-on <kinds>',
        'breaking changes that make the run fail: source,wire,warning or none (default: source,wire)',
      ).argParser(failOn),
    )
    .option(
      '--consumer <tsconfig>',
      'a project that calls the generated code: what it does not use weighs less, what breaks it is breaking',
    )
    .option('-o, --out <folder>', 'with --consumer: the folder that the project imports the generated code from')
    .option('--changelog <file>', 'add the changes to a changelog, under the version of the new document')
    .addHelpText('after', diffExamples)
    .action(async (before: string, after: string, flags: import('./diff.js').DiffFlags) => {
      const { diff } = await import('./diff.js');
      end(await diff({ old: before, new: after }, flags, terminal, machinery.pipeline));
    });

  program
    .command('init')
    .summary('write a config file')
    .description('Writes a config file after three questions. A config file that is there already is left alone.')
    .argument('[spec]', 'path or URL of the document')
    .option('-o, --out <folder>', 'folder of the generated files')
    .option('-y, --yes', 'ask nothing, take every suggestion')
    .action(async (spec: string | undefined, flags: import('./init.js').InitFlags) => {
      const { init } = await import('./init.js');
      end(await init(spec, flags, terminal));
    });

  program
    .command('completion')
    .summary('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', completionExamples)
    .action(async (shell: import('./completion.js').Shell) => {
      const { completionScript } = await import('./completion.js');
      terminal.out(completionScript(program, shell));
    });

  return program;
}

function configOption(description = 'config file (default: specwright.config.{ts,js,mjs,json,yaml})'): Option {
  return new Option('-c, --config <file>', description);
}

function formatOption(...formats: readonly string[]): Option {
  return new Option('--format <format>', 'form of the report').choices(formats).default('text');
}

function commaList(text: string, before: readonly string[] = []): readonly string[] {
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.includes('')) throw new InvalidArgumentError('Give codes or levels, separated by commas.');
  return [...before, ...entries];
}

function failOn(text: string, before: readonly string[] = []): readonly string[] {
  const kinds = commaList(text, before);
  const unknown = kinds.find((kind) => !['source', 'wire', 'warning', 'none'].includes(kind));
  if (unknown !== undefined) throw new InvalidArgumentError('Allowed are source, wire, warning and none.');
  if (kinds.includes('none') && kinds.some((kind) => kind !== 'none'))
    throw new InvalidArgumentError('Beside none there is nothing else.');
  return kinds;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(text);
}
