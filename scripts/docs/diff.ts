/** `docs/diff.md`, from the rules of the review. */
import { type ChangeLevel, type ReviewRule, reviewRules } from '../../src/review/index.js';
import { cell, table } from './markdown.js';

const headings: readonly (readonly [ChangeLevel, string])[] = [
  ['breaking', 'Breaking: ordinary code stops compiling, or deployed builds stop working'],
  ['warning', 'Warnings: only exhaustive code, code that names the thing, or values at a limit'],
  ['safe', 'Safe'],
];

export function diffPage(): string {
  const all: readonly (readonly [string, ReviewRule])[] = Object.entries(reviewRules);
  const sections = headings.map(([level, heading]) => {
    const rows = all
      .filter(([, rule]) => rule.level === level)
      .map(([code, rule]) => [`<a id="${code}"></a>\`${code}\``, axes(rule), cell(rule.summary), cell(rule.remedy)]);
    return `## ${heading}\n\n${table(['code', 'reaches', 'what changed', 'what to do'], rows)}`;
  });
  return `# Changes of a document

What \`specwright diff OLD NEW\` says, generated from \`src/review/rules.ts\`. A code is never renamed and never used for something else.
What it says of each class of change, with examples: [changes.md](changes.md).

Two documents are compared as the generated code shows them, not as they are written: a schema that moves behind a \`$ref\`, an \`allOf\` of one,
\`anyOf\` for \`oneOf\`, another spelling of null, another order or another dialect change nothing. One cause is one change, with all the places that it reaches.

- **source**: code that calls the regenerated client stops compiling.
- **wire**: a build that is already deployed stops working.
- **sent** is what the caller's code supplies: parameters, request bodies, and the answers of its webhook handlers. **received** is what it is
  handed: responses, their headers, and the payloads of webhooks and callbacks. So what is safe in the one is often breaking in the other.

The suggested step of the version is \`major\` where anything is breaking, \`minor\` where the contract changed otherwise or an operation was
deprecated, \`patch\` where only other documentation did, and \`none\` where nothing did. \`review.levels\` in the config gives a rule another level or turns it \`off\`; \`review.ignore\`
accepts single changes by their fingerprint, with a reason and a day on which that ends; \`review.grace\` makes a warning of the removal of an
operation that was \`deprecated\` and whose \`x-sunset\` is past. \`--format json\` is described by [diff.schema.json](diff.schema.json).

With \`--consumer tsconfig.json\` a project that calls the generated code is compiled against both sides, in memory and with its own TypeScript.
What makes it fail is breaking, whatever the rule says, and has the compile errors beside it; what it does not refer to weighs one level less.

${sections.join('\n\n')}
`;
}

function axes({ source, wire, concerns }: ReviewRule): string {
  if (concerns === 'documentation') return 'documentation';
  return [source ? 'source' : '', wire ? 'wire' : ''].filter((axis) => axis !== '').join(', ') || '–';
}
