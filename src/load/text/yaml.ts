/**
 * YAML 1.2 (core schema) to a value, twice where it must be: js-yaml reads six times faster than `yaml`, so it reads first;
 * `yaml` names the mistakes, and looks closely where the text has something that js-yaml treats loosely.
 *
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
import { FAILSAFE_SCHEMA, type Listener, load, type Schema, Type, types, YAMLException } from 'js-yaml';
import type { Finding } from '../../diagnostics.js';
import { quote } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Limits } from '../../options.js';
import { duplicateKey, invalidSyntax, limitExceeded, selfContaining } from '../rules.js';
import { Lines } from './decode.js';
import { refuseExpansion } from './expansion.js';
import type { Parsed } from './json.js';
import { NodeRecorder } from './yaml-nodes.js';

export async function parseYaml(text: string, file: string, limits: Limits): Promise<Parsed> {
  const { depth } = limits;
  let value: Json | undefined;
  let failure: Finding | undefined;
  const keys = watchKeys();
  const recorder = new NodeRecorder();
  const listener: Listener = (event, state) => {
    keys.listener(event, state);
    recorder.listener(event, state);
  };
  try {
    value = load(text, { schema: CORE, maxDepth: depth, maxTotalMergeKeys: MERGED_KEYS, listener }) as Json | undefined;
  } catch (error) {
    failure = describeFailure(error, text, file, depth);
    if (failure.rule === limitExceeded) return { value: undefined, findings: [failure] };
  }
  if (!failure && value !== undefined && ALIAS.test(text)) {
    const refused = refuseExpansion(value, limits);
    if (refused) {
      const { selfAlias } = await import('./yaml-strict.js');
      const alias = refused.rule === selfContaining ? selfAlias(text, file) : undefined;
      return { value: undefined, findings: [{ ...refused, position: alias ?? { file, line: 1, column: 1 } }] };
    }
  }
  const nodes = recorder.nodes(value);
  if (!failure && !keys.doubtful()) return { value, findings: [], nodes };
  const { inspectYaml } = await import('./yaml-strict.js');
  const findings = inspectYaml(text, file).map((finding) => (failure ? laterOf(finding, failure, text) : finding));
  if (failure && !findings.some((finding) => finding.rule.level === 'error'))
    return { value: undefined, findings: [...findings, failure] };
  return failure ? { value: undefined, findings } : { value, findings, nodes };
}

function describeFailure(error: unknown, text: string, file: string, depth: number): Finding {
  if (error instanceof RangeError) return stackFull();
  if (!(error instanceof YAMLException)) throw error;
  const at = '#';
  const mark = error.mark ?? { line: 0, column: 0, position: 0 };
  const start = beginningOf(error.reason, text, mark.position);
  const position = { file, ...(start < 0 ? { line: mark.line + 1, column: mark.column + 1 } : new Lines(text).at(start)) };
  if (/maxDepth/.test(error.reason)) return { ...tooDeep(depth), position };
  if (/maxTotalMergeKeys/.test(error.reason)) {
    return { rule: limitExceeded, at, message: `merge keys bring in more than ${MERGED_KEYS} members`, position };
  }
  // Of a number and its text, which `yaml` tells apart and JSON does not.
  const rule = error.reason === 'duplicated mapping key' ? duplicateKey : invalidSyntax;
  return { rule, at, message: `not valid YAML: ${quote(error.reason)}`, position };
}

/** Where a line is indented too far, `yaml` names the text that it then belongs to, js-yaml the line. */
function laterOf(finding: Finding, failure: Finding, text: string): Finding {
  const line = failure.position?.line ?? 0;
  if (!finding.position || line <= finding.position.line || !/Nested mappings/.test(finding.message)) return finding;
  const lines = text.split(/\r\n|\r|\n/);
  const indentOf = (line: number): number => (lines[line - 1] ?? '').search(/\S|$/);
  if (indentOf(line) <= indentOf(finding.position.line)) return finding;
  return { ...finding, message: failure.message, position: { ...finding.position, line, column: indentOf(line) + 1 } };
}

/** js-yaml names a tag or an alias that it does not know when it has read on: where it began, or -1 for other reasons. */
function beginningOf(reason: string, text: string, end: number): number {
  const [, tag, local, alias] =
    /^(?:unknown tag !<(?:tag:yaml\.org,2002:(.+)|(!.+))>|unidentified alias "(.+)")$/.exec(reason) ?? [];
  const token = tag !== undefined ? `!!${tag}` : alias !== undefined ? `*${alias}` : local;
  return token === undefined ? -1 : text.lastIndexOf(token, end);
}

const stackFull = (): Finding => ({
  rule: limitExceeded,
  at: '#',
  message: 'nested deeper than can be read, whatever `limits.depth` says',
});

const tooDeep = (depth: number): Finding => ({
  rule: limitExceeded,
  at: '#',
  message: `nested deeper than ${depth} levels; \`limits.depth\` raises the limit`,
});

/**
 * Hears of every node that js-yaml has read, and remembers whether one was a key that must be looked at closely: one that is
 * a list, an object or null, a number that JSON spells otherwise, or a merge key. js-yaml makes text of all of them.
 */
function watchKeys(): { readonly listener: Listener; readonly doubtful: () => boolean } {
  const starts: number[] = [];
  let doubtful = false;
  return {
    doubtful: () => doubtful,
    listener: (event, state) => {
      if (event === 'open') {
        starts.push(state.position);
        return;
      }
      const start = starts.pop() ?? 0;
      const { result } = state;
      if (doubtful || (typeof result === 'string' && result !== '<<')) return;
      if (!isKey(state.input, start, state.position)) return;
      doubtful = typeof result !== 'number' || String(result) !== state.input.slice(start, state.position).trim();
    },
  };
}

/** A node is a key where `:` follows, or where `?` stands before it. */
function isKey(input: string, start: number, end: number): boolean {
  let behind = end;
  while (isSpace(input.charCodeAt(behind))) behind++;
  if (input.charCodeAt(behind) === COLON) return true;
  let before = start - 1;
  while (isSpace(input.charCodeAt(before))) before--;
  return input.charCodeAt(before) === QUESTION;
}
const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;
const COLON = 58;
const QUESTION = 63;

/** More members than this are not merged. */
const MERGED_KEYS = 100_000;
/** Broad: a hit in a string costs little. */
const ALIAS = /(?:^|[\s[{,:-])\*[^\s*]/;

const NULL = /^(?:null|Null|NULL|~|)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const FLOAT = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** A plain scalar of the core schema, or undefined where it is a string. Told apart by the first character, since most are strings. */
function scalar(data: string): { readonly value: null | boolean | number } | undefined {
  switch (data.charCodeAt(0)) {
    case 110: // n
    case 78: // N
    case 126: // ~
      return NULL.test(data) ? { value: null } : undefined;
    case 116: // t
    case 84: // T
    case 102: // f
    case 70: // F
      return BOOLEAN.test(data) ? { value: data.length === 4 } : undefined;
    default:
      if (data === '') return { value: null };
      if (INTEGER.test(data)) return { value: toInteger(data) };
      return FLOAT.test(data) ? { value: toFloat(data) } : undefined;
  }
}
const toInteger = (data: string): number => Number(data);
const toFloat = (data: string): number =>
  /[nN]$/.test(data)
    ? Number.NaN
    : /[fF]$/.test(data)
      ? data.startsWith('-')
        ? Number.NEGATIVE_INFINITY
        : Number.POSITIVE_INFINITY
      : Number(data);

/** js-yaml asks whether a type takes a scalar, then for its value: the answer is kept between the two calls. */
let resolved: null | boolean | number = null;
const plain = new Type('tag:specwright,2026:core', {
  kind: 'scalar',
  resolve: (data) => {
    const found = scalar(data ?? '');
    if (found) resolved = found.value;
    return found !== undefined;
  },
  construct: () => resolved,
});

const explicit = (tag: string, pattern: RegExp): Type =>
  new Type(`tag:yaml.org,2002:${tag}`, {
    kind: 'scalar',
    resolve: (data) => pattern.test(data ?? ''),
    construct: (data) => scalar(data ?? '')?.value ?? null,
  });

/** The core schema of YAML 1.2, and the merge key of 1.1, which authors expect to work; it is reported. */
export const CORE: Schema = FAILSAFE_SCHEMA.extend({
  implicit: [types.merge, plain],
  explicit: [explicit('null', NULL), explicit('bool', BOOLEAN), explicit('int', INTEGER), explicit('float', FLOAT)],
});
