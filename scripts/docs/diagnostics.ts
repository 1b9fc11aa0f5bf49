/** `docs/diagnostics.md`, from every rule of every stage. */
import { allRules } from '../../src/cli/rules.js';
import type { Level } from '../../src/diagnostics.js';
import { cell, table } from './markdown.js';

const headings: readonly (readonly [Level, string])[] = [
  ['error', 'Errors: the output would be wrong, so nothing is written'],
  ['warning', 'Warnings: something is repaired or left out'],
  ['info', 'Information: something is guessed, widened or of no effect'],
];

export function diagnosticsPage(): string {
  const sections = headings.map(([level, heading]) => {
    const rows = allRules()
      .filter((rule) => rule.level === level)
      .map(({ code, summary, action, remedy }) => [`<a id="${code}"></a>\`${code}\``, cell(summary), cell(action), cell(remedy)]);
    return `## ${heading}\n\n${table(['code', 'found', 'done', 'to change it'], rows)}`;
  });
  return `# Diagnostics

Everything that specwright has to say, generated from the rules in \`src/**/rules.ts\`. A code is never renamed and never used for something else.

A diagnostic is one line on standard error, \`file:line:column  level  code  message\`; \`--format json\`, \`github\` and \`sarif\` give the same to machines.
\`diagnostics.levels\` in the config raises or silences a code, though not an error. \`--deny CODE\` or \`--deny LEVEL\` makes \`generate\` exit with 1, and so does \`--max-warnings N\`.

${sections.join('\n\n')}
`;
}
