/** `specwright completion SHELL`: the completion script, made from the commands themselves. */
import type { Command, Option } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map((command) => ({
    name: command.name(),
    summary: command.summary(),
    options: command.options,
    values: valuesOf(command),
  }));
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return zsh(commands);
    case 'fish':
      return fish(commands);
    default:
      return shell satisfies never;
  }
}

interface Described {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** What the arguments may be; none: files. */
  readonly values: readonly string[];
}

function valuesOf(command: Command): readonly string[] {
  return command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
}

const flagsOf = ({ short, long }: Option): readonly string[] => [short, long].filter((flag) => flag !== undefined);

function bash(commands: readonly Described[]): string {
  const cases = commands.map(({ name, options, values }) => {
    const choices = options
      .filter(({ argChoices }) => argChoices?.length)
      .map(
        (option) =>
          `        ${flagsOf(option).join('|')}) COMPREPLY=($(compgen -W '${option.argChoices?.join(' ')}' -- "$cur")); return ;;`,
      );
    const withValue = options.filter((option) => option.required && !option.argChoices?.length).flatMap(flagsOf);
    return [
      `    ${name})`,
      '      case "$prev" in',
      ...choices,
      ...(withValue.length ? [`        ${withValue.join('|')}) return ;;`] : []),
      '      esac',
      `      if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W '${options.flatMap(flagsOf).join(' ')}' -- "$cur"))`,
      ...(values.length ? [`      else COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$cur"))`] : []),
      '      fi ;;',
    ].join('\n');
  });
  return `# bash completion for specwright; in ~/.bashrc: source <(specwright completion bash)
_specwright() {
  local cur prev
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
# Where nothing is offered, files are.
complete -o default -F _specwright specwright
`;
}

function zsh(commands: readonly Described[]): string {
  const text = (description: string): string => description.replace(/['[\]:\\]/g, (c) => (c === "'" ? "'\\''" : `\\${c}`));
  const cases = commands.map(({ name, options, values }) => {
    const specs = options.map((option) => {
      const value = option.argChoices?.length
        ? `:value:(${option.argChoices.join(' ')})`
        : option.required
          ? ':value:_files'
          : '';
      const flags = flagsOf(option);
      const spelt = flags.length > 1 ? `'(${flags.join(' ')})'{${flags.join(',')}}'` : `'${flags.join('')}`;
      return `        ${spelt}[${text(option.description)}]${value}' \\`;
    });
    return [
      `      ${name})`,
      '        _arguments \\',
      ...specs,
      `        '*:argument:${values.length ? `(${values.join(' ')})` : '_files'}' ;;`,
    ].join('\n');
  });
  return `#compdef specwright
# zsh completion for specwright; in ~/.zshrc, after compinit: source <(specwright completion zsh)
_specwright() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${text(summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _specwright specwright
`;
}

function fish(commands: readonly Described[]): string {
  const text = (description: string): string => `'${description.replace(/[\\']/g, '\\$&')}'`;
  const lines = commands.flatMap(({ name, summary, options, values }) => {
    const seen = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c specwright -n __fish_use_subcommand -f -a ${name} -d ${text(summary)}`,
      ...(values.length ? [`complete -c specwright ${seen} -f -a '${values.join(' ')}'`] : []),
      ...options.map((option) => {
        const flags = flagsOf(option).map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
        const value = option.argChoices?.length ? ` -x -a '${option.argChoices.join(' ')}'` : option.required ? ' -r' : '';
        return `complete -c specwright ${seen} ${flags.join(' ')}${value} -d ${text(option.description)}`;
      }),
    ];
  });
  return `# fish completion for specwright; specwright completion fish > ~/.config/fish/completions/specwright.fish\n${lines.join('\n')}\n`;
}
