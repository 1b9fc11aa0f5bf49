/** `docs/changes.md`: classes of changes, and what the review says of the smallest example of each. */
import type { Change, ChangeLevel } from '../../src/review/index.js';
import { cell, table } from './markdown.js';

export interface Judged {
  readonly change: string;
  readonly oasdiff?: string;
  readonly changes: readonly Change[];
}

export function changesPage(sections: readonly (readonly [heading: string, rows: readonly Judged[]])[]): string {
  const parts = sections.map(([heading, rows]) => {
    const cells = rows.map(({ change, oasdiff, changes }) => [
      cell(change),
      verdictOf(changes),
      codesOf(changes),
      oasdiff === undefined ? '' : `\`${oasdiff}\``,
    ]);
    return `## ${heading}\n\n${table(['change', 'verdict', 'rules', 'oasdiff'], cells)}`;
  });
  return `# Classes of changes

What [\`specwright diff\`](diff.md) says of each class of change that a caller can meet. Every row is a pair of documents in
[test/review/classes](../test/review/classes), and the verdict is what the review says of it. Where ordinary code can tell, a program
that calls the old client is compiled beside both: it stops compiling where the verdict is **source**, and nowhere else.

The last column names the rule of [oasdiff](https://github.com/oasdiff/oasdiff) that sees the same change. Its rules come once each for
parameters, bodies and properties, and often for every keyword; one of them stands for all. It judges what goes over the wire, so its
levels differ wherever TypeScript shows more, or less, than the wire. Not judged here, because no caller can tell: the version number
of the document, levels of stability, \`x-extensible-enum\`, and a deprecation that names no date.

${parts.join('\n\n')}
`;
}

const LEVELS: readonly ChangeLevel[] = ['breaking', 'warning', 'safe'];

function verdictOf(changes: readonly Change[]): string {
  const level = LEVELS.find((candidate) => changes.some((change) => change.level === candidate));
  if (level === undefined) return 'no change';
  const axes = (['source', 'wire'] as const).filter((axis) => changes.some((change) => change.level === level && change[axis]));
  return [level, axes.join(', ')].filter((part) => part !== '').join(': ');
}

/** New documentation comes along with much, and says nothing of it. */
function codesOf(changes: readonly Change[]): string {
  const codes = [...new Set(changes.map(({ code }) => code))];
  const telling = codes.filter((code) => code !== 'documentation-changed');
  return (telling.length ? telling : codes).map((code) => `[\`${code}\`](diff.md#${code})`).join(', ');
}
