/** The names between the braces of an import or an export. */
import type { WriterFunction } from 'ts-morph';
import { byCodeUnits } from '../model/node.js';

interface Names {
  readonly isTypeOnly: boolean;
  readonly write: WriterFunction;
}

/** Sorted, each once; `type` before the word `import` where all are types, and a line each where one line would be long. */
export function listed(values: readonly string[], types: readonly string[]): Names {
  const isTypeOnly = values.length === 0;
  const taken = new Set(values);
  const specifiers = [
    ...[...taken].map((name) => ({ name, text: name })),
    ...[...new Set(types)].filter((name) => !taken.has(name)).map((name) => ({ name, text: isTypeOnly ? name : `type ${name}` })),
  ]
    .sort((a, b) => byCodeUnits(a.name, b.name))
    .map(({ text }) => text);
  const line = specifiers.join(', ');
  const text = line.length <= LONGEST ? line : `\n${specifiers.map((each) => `${each},\n`).join('')}`;
  return { isTypeOnly, write: (writer) => writer.write(text) };
}
const LONGEST = 90;
