/** The bytes of one file to its value, with everything that can be said of the text alone. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Limits } from '../../options.js';
import { emptyDocument, invalidEncoding, limitExceeded } from '../rules.js';
import { decode } from './decode.js';
import { type Parsed, parseJson } from './json.js';
import type { YamlNodes } from './yaml-nodes.js';

export type TextFormat = 'json' | 'yaml';

export interface TextFile {
  /** How findings name it. */
  readonly name: string;
  readonly text: string;
  readonly format: TextFormat;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly hash: string;
  /** Undefined where the text could not be read. */
  readonly value: Json | undefined;
  /** Numbers in `value` that the text spells with more digits than a double holds. */
  readonly rounded: ReadonlySet<number>;
  readonly findings: readonly Finding[];
  /** Of YAML that could be read: where its nodes were found. */
  readonly nodes?: YamlNodes;
}

export async function readText(bytes: Uint8Array, name: string, limits: Limits): Promise<TextFile> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const refused = (finding: Finding): TextFile => ({
    name,
    text: '',
    format: 'json',
    hash,
    value: undefined,
    rounded: new Set(),
    findings: [finding],
  });
  if (bytes.length > limits.size) return refused(tooLarge(name, limits.size));
  const decoded = decode(bytes);
  if ('problem' in decoded) {
    const position = { file: name, line: decoded.line, column: decoded.column };
    return refused({ rule: invalidEncoding, at: '#', message: `${decoded.problem}; expected UTF-8 text`, position });
  }
  const { text } = decoded;
  const { format, parsed } = await parse(text, name, limits);
  const empty =
    parsed.findings.length === 0 && (parsed.value === undefined || (parsed.value === null && !/^\s*null\s*$/.test(text)));
  if (!empty) return { name, text, format, hash, rounded: roundedIn(text), ...parsed };
  const message = `there is nothing here${text.trim() === '' ? '' : ' but comments'}; expected an OpenAPI document`;
  return refused({ rule: emptyDocument, at: '#', message, position: { file: name, line: 1, column: 1 } });
}

/** Integers of 16 digits and more that are not what was written, where a value stands: in running text digits are no numbers. */
function roundedIn(text: string): ReadonlySet<number> {
  const rounded = new Set<number>();
  for (const { 0: digits, index } of text.matchAll(/(?<![\w.])-?\d{16,400}(?=\s*(?:[,\]}#]|$))/gm)) {
    // A tag and an anchor may stand between.
    if (!/[:,[-]\s*(?:[!&]\S*\s+)*$/.test(text.slice(Math.max(0, index - 100), index))) continue;
    const value = Number(digits);
    if (Number.isFinite(value) && BigInt(value) !== BigInt(digits)) rounded.add(value);
  }
  return rounded;
}

export function tooLarge(name: string, size: number): Finding {
  const message = `larger than ${size} bytes; \`limits.size\` raises the limit`;
  return { rule: limitExceeded, at: '#', message, position: { file: name, line: 1, column: 1 } };
}

/** By content first: what begins like JSON is JSON, unless it is only YAML in flow style; a `.json` file is never YAML. */
async function parse(
  text: string,
  name: string,
  limits: Limits,
): Promise<{ readonly format: TextFormat; readonly parsed: Parsed }> {
  const named = /\.json$/i.test(name);
  if (text.trim() === '') return { format: 'json', parsed: { value: undefined, findings: [] } };
  const json = named || /^\s*[{[]/.test(text) ? parseJson(text, name) : undefined;
  if (json && (json.value !== undefined || named)) return { format: 'json', parsed: json };
  const { parseYaml } = await import('./yaml.js');
  const yaml = await parseYaml(text, name, limits);
  // What begins like JSON and is neither was meant as JSON, unless its name says otherwise.
  const meantJson = json !== undefined && yaml.value === undefined && !/\.ya?ml$/i.test(name);
  return meantJson ? { format: 'json', parsed: json } : { format: 'yaml', parsed: yaml };
}
