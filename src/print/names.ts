/** The names between the braces of an import or an export. */
import { byCodeUnits } from '../model/node.js';

/**
 * With the white space inside the braces: sorted, each once, and a line each where one line would be long. `type` stands before each type,
 * or, where all are types, before the braces.
 */
export function listed(values: readonly string[], types: readonly string[]): string {
  const isTypeOnly = values.length === 0;
  const taken = new Set(values);
  const specifiers = [
    ...[...taken].map((name) => ({ name, text: name })),
    ...[...new Set(types)].filter((name) => !taken.has(name)).map((name) => ({ name, text: isTypeOnly ? name : `type ${name}` })),
  ]
    .sort((a, b) => byCodeUnits(a.name, b.name))
    .map(({ text }) => text);
  const line = specifiers.join(', ');
  return line.length <= LONGEST ? ` ${line} ` : `\n${specifiers.map((each) => `  ${each},\n`).join('')}`;
}
const LONGEST = 90;
