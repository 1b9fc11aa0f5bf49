/** `docs/configuration.md`, from the types, comments and defaults of `src/options.ts`. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { isObject } from '../../src/model/node.js';
import { defaults } from '../../src/options.js';
import { cell, table } from './markdown.js';

const path = new URL('../../src/options.ts', import.meta.url);

interface Key {
  readonly name: string;
  readonly type: ts.TypeNode;
  readonly meaning: string;
  readonly optional: boolean;
}

export function configurationPage(): string {
  const file = ts.createSourceFile('options.ts', readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true);
  const interfaces = new Map(file.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, keysOf(node)]));
  const groupOf = (type: ts.TypeNode): readonly Key[] | undefined => {
    const named = ts.isUnionTypeNode(type) ? type.types[0] : type;
    return named && ts.isTypeReferenceNode(named) ? interfaces.get(named.typeName.getText()) : undefined;
  };
  const keys = interfaces.get('Options') ?? [];
  const rowsOf = (entries: readonly Key[], prefix: string, standard: unknown): string[][] =>
    entries.map(({ name, type, meaning, optional }) => {
      const value = isObject(standard) ? standard[name] : undefined;
      return [`\`${prefix}${name}\``, `\`${cell(typeText(type))}\``, optional ? '' : defaultText(value), cell(meaning)];
    });
  const top = keys.filter(({ type }) => !groupOf(type));
  const groups = keys.flatMap((key) => {
    const members = groupOf(key.type);
    if (!members) return [];
    const standard: unknown =
      key.name in defaults ? Object.entries(defaults).find(([name]) => name === key.name)?.[1] : undefined;
    const rows = rowsOf(members, `${key.name}.`, standard);
    return [
      `## \`${key.name}\`\n\n${key.meaning ? `${key.meaning}\n\n` : ''}${table(['key', 'type', 'default', 'meaning'], rows)}`,
    ];
  });
  return `# Configuration

Generated from \`src/options.ts\`. A config file is \`specwright.config.ts\`, \`.js\`, \`.mjs\`, \`.json\` or \`.yaml\` in the working directory, or the one that \`--config\` names.
It holds one config, or a list of them for several documents. Paths are relative to the file. A key that does not exist is refused.

\`\`\`ts
import type { Config } from 'specwright';

export default {
  input: 'spec/api.yaml',
  output: 'src/api',
  schemas: { int64: 'bigint' },
} satisfies Config;
\`\`\`

${table(['key', 'type', 'default', 'meaning'], rowsOf(top, '', { ...defaults, output: 'generated/NAME' }))}

${groups.join('\n\n')}

## \`Pagination\`

${variants(file)}
`;
}

function keysOf(node: ts.InterfaceDeclaration): readonly Key[] {
  const own = node.members.filter(ts.isPropertySignature).flatMap((member): Key[] => {
    if (!member.type || !ts.isIdentifier(member.name)) return [];
    return [
      { name: member.name.text, type: member.type, meaning: commentOf(member), optional: member.questionToken !== undefined },
    ];
  });
  return own;
}

/** The members of the union, each on its line. */
function variants(file: ts.SourceFile): string {
  const alias = file.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === 'PaginationOptions');
  const members = alias && ts.isUnionTypeNode(alias.type) ? alias.type.types : [];
  return members.map((member) => `- \`${typeText(member)}\``).join('\n');
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => (ts.isJSDoc(doc) && typeof doc.comment === 'string' ? doc.comment : ''))
    .join(' ');
}

function typeText(type: ts.TypeNode): string {
  return type
    .getText()
    .replace(/Readonly<Record<string, ([^<>]*)>>/g, '{ [name]: $1 }')
    .replace(/\bPaginationOptions\b/g, 'Pagination')
    .replace(/\bLevel\b/g, "'error' | 'warning' | 'info'")
    .replace(/readonly /g, '')
    .replace(/ \| (?:object|undefined)$/, '')
    .replace(/\s+/g, ' ');
}

function defaultText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'number' && value >= 2 ** 20 && value % 2 ** 20 === 0) return `\`${value / 2 ** 20} * 2 ** 20\``;
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
