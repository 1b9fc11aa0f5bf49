/**
 * `docs/repairs.md`: where specwright does not follow the letter of a document, or where the letter leaves a choice.
 * Each row names the diagnostic that tells of it and the option that changes it; a test holds both to exist.
 */
import { allRules } from '../../src/cli/rules.js';
import { isObject } from '../../src/model/node.js';
import { defaults } from '../../src/options.js';
import { cell, table } from './markdown.js';

interface Repair {
  readonly found: string;
  /** Dotted, as in a config. */
  readonly option: string;
  /** What each value does; the default is marked by the table. */
  readonly choices: Readonly<Record<string, string>>;
  /** Empty: nothing is repaired until it is configured. */
  readonly codes: readonly string[];
}

export const repairs: readonly Repair[] = [
  {
    found: '`nullable: true` in a document of OpenAPI 3.1 or later, where it means nothing',
    option: 'schemas.nullable',
    choices: { honour: 'null is a value, as the author means', ignore: 'null is none, as the letter has it' },
    codes: ['nullable-in-3.1', 'ignored-nullable'],
  },
  {
    found: '`properties`, `items`, `pattern` and their like without `type`, so that values of every other type pass',
    option: 'schemas.impliedType',
    choices: { infer: 'the type is taken to be stated', letter: 'values of other types pass' },
    codes: ['implied-type'],
  },
  {
    found: '`oneOf` whose members overlap, so that a value of two of them is valid for none',
    option: 'schemas.overlappingOneOf',
    choices: {
      'any-of': 'accepted in responses, and in requests where a member leaves `readOnly` ones out',
      exact: 'refused everywhere',
    },
    codes: ['overlapping-one-of', 'undecided-one-of'],
  },
  {
    found: 'a `pattern` that takes a time out of proportion for some values',
    option: 'schemas.slowPatterns',
    choices: {
      skip: 'checked only in texts so short that it is quick, so that no value can stop the process',
      check: 'checked all the same',
    },
    codes: ['slow-pattern'],
  },
  {
    found: 'an `enum` in a response, to which the API may add values',
    option: 'schemas.openEnums',
    choices: { never: 'other values are invalid', responses: 'other values of the same type are accepted' },
    codes: ['open-enum'],
  },
  {
    found: '`format`, which JSON Schema makes an annotation',
    option: 'schemas.formats',
    choices: { annotate: 'shown, not checked', assert: 'checked, where the format is known' },
    codes: [],
  },
  {
    found: '`format: int64`, whose values a JavaScript number cannot hold',
    option: 'schemas.int64',
    choices: { number: 'a number, exact to 2^53', bigint: 'a bigint, exact', string: 'a string of digits, exact' },
    codes: [],
  },
  {
    found: 'a request body that is not `required: true`, though the API always needs it',
    option: 'operations.requireBody',
    choices: { '[]': 'optional, as the letter has it', '["*"]': 'required in every operation; list single ones by name' },
    codes: ['optional-body'],
  },
  {
    found: 'a `{name}` in a path that no parameter declares',
    option: 'operations.undeclaredPathParameters',
    choices: { string: 'a required string', refuse: 'nothing is written' },
    codes: ['assumed-path-parameter', 'undeclared-path-parameter'],
  },
];

export function repairsPage(): string {
  const configured = repairs.map(({ found, option, choices, codes }) => [
    cell(found),
    `\`${option}\``,
    Object.entries(choices)
      .map(([value, effect]) => `\`${value}\`${value === textOf(standardOf(option)) ? ' (default)' : ''}: ${cell(effect)}`)
      .join('<br>'),
    codes.map(linked).join(', ') || 'none: it is the letter',
  ]);
  const listed = new Set(repairs.flatMap(({ codes }) => codes));
  const fixed = allRules()
    .filter(({ level, code }) => level === 'warning' && !listed.has(code))
    .map(({ code, summary, action }) => [cell(summary), cell(action), linked(code)]);
  return `# Repairs

Real documents make mistakes. What is done about them is never silent: each repair has a diagnostic, and each that is a matter of choice has an option.
An overlay (\`overlays\` in the config) corrects a document that you do not own, for every tool alike.

## With a choice

${table(['found', 'option', 'choices', 'diagnostic'], configured)}

## Without one

${table(['found', 'done', 'diagnostic'], fixed)}
`;
}

const linked = (code: string): string => `[\`${code}\`](diagnostics.md#${code})`;

/** Undefined where there is no such option. */
export function standardOf(option: string): unknown {
  return option.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), defaults);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
