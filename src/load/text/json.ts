/** JSON text to a value. `JSON.parse` does the work; what it hides (second members of a name) is found by counting. */
import type { Finding } from '../../diagnostics.js';
import { quote } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { duplicateKey, invalidSyntax } from '../rules.js';
import { Lines } from './decode.js';
import { COLON, skipSpace } from './json-characters.js';
import { JsonIndex, stringEnd } from './json-index.js';
import { jsonProblem } from './json-problem.js';
import type { YamlNodes } from './yaml-nodes.js';

export interface Parsed {
  readonly value: Json | undefined;
  readonly findings: readonly Finding[];
  /** Of YAML that could be read. */
  readonly nodes?: YamlNodes;
}

export function parseJson(text: string, file: string): Parsed {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    const problem = jsonProblem(text) ?? { offset: 0, message: 'the text is not valid JSON' };
    const position = { file, ...new Lines(text).at(problem.offset) };
    return {
      value: undefined,
      findings: [{ rule: invalidSyntax, at: '#', message: `not valid JSON: ${problem.message}`, position }],
    };
  }
  if (countNames(text) === countMembers(value)) return { value, findings: [] };
  const lines = new Lines(text);
  const findings = new JsonIndex(text).duplicates().map(({ at, name, offset, first }): Finding => {
    const message = `the object already has a member ${quote(name)}, in line ${lines.at(first).line}`;
    return { rule: duplicateKey, at, on: 'key', message, position: { file, ...lines.at(offset) } };
  });
  return { value, findings };
}

/** How many names of members stand in a valid text: strings with a colon behind them. Hops from string to string. */
function countNames(text: string): number {
  let count = 0;
  for (let quoted = text.indexOf('"'); quoted >= 0; ) {
    const behind = skipSpace(text, stringEnd(text, quoted));
    if (text.charCodeAt(behind) === COLON) count++;
    quoted = text.indexOf('"', behind);
  }
  return count;
}

/** How many members the objects of a value have. Without recursion: depth is limited later. */
function countMembers(root: Json): number {
  let count = 0;
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const members = Array.isArray(value) ? value : Object.values(value);
    if (members !== value) count += members.length;
    for (const entry of members) if (typeof entry === 'object' && entry !== null) open.push(entry);
  }
  return count;
}
