/** The exact reading of YAML, by `yaml`: every mistake with its place, and what the fast reading takes in silence. */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  parseDocument,
  visit,
} from 'yaml';
import { child, type Finding, type Pointer, type Position, quote } from '../../diagnostics.js';
import { duplicateKey, invalidSyntax, mergeKey, respelledKey, unsupportedKey } from '../rules.js';

/** More than these only repeat the first. */
const MOST = 10;

export function inspectYaml(text: string, file: string): readonly Finding[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    version: '1.2',
    merge: true,
    uniqueKeys: true,
    stringKeys: false,
  });
  if (!Array.isArray(documents)) return [];
  const positionAt = (offset: number): Position => ({ file, ...place(lines, offset) });
  const findings: Finding[] = [];
  for (const [i, document] of documents.entries()) {
    for (const error of [...document.errors, ...document.warnings]) {
      const rule = error.code === 'DUPLICATE_KEY' ? duplicateKey : invalidSyntax;
      const opening = /^Missing closing ["']quote/.test(error.message) ? lastQuoted(document) : undefined;
      const reason = error.message.split(/ at line \d/)[0] ?? error.message;
      const message =
        opening === undefined
          ? `not valid YAML: ${quote(reason)}`
          : `not valid YAML: the text that begins here is not closed, up to line ${positionAt(error.pos[0]).line}`;
      findings.push({ rule, at: '#', message, position: positionAt(opening ?? onToken(text, error.pos[0])) });
    }
    if (i === 1) {
      const start = document.range?.[0] ?? 0;
      const mark = text.lastIndexOf('---', start);
      const message = 'a second YAML document begins here; a file holds one';
      findings.push({ rule: invalidSyntax, at: '#', message, position: positionAt(mark < 0 ? start : mark) });
    }
    if (i === 0) findings.push(...inspectKeys(document, positionAt));
  }
  return onePerLine(findings).slice(0, MOST);
}

/** A text in quotes that nothing closes takes in all that follows, so it is the last one. */
function lastQuoted(document: Document.Parsed): number | undefined {
  let last: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) last = range[0];
    },
  });
  return last;
}

/** Where an alias stands in what it names. */
export function selfAlias(text: string, file: string): Position | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', merge: true, logLevel: 'silent' });
  let found: Position | undefined;
  visit(document, {
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (!target || !path.includes(target)) return undefined;
      found = { file, ...place(lines, startOf(alias) ?? 0) };
      return visit.BREAK;
    },
  });
  return found;
}

function inspectKeys(document: Document, positionAt: (offset: number) => Position): readonly Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Pair(_, pair, path) {
      const key = isAlias(pair.key) ? pair.key.resolve(document) : pair.key;
      const offset = startOf(pair.key) ?? startOf(pair.value) ?? 0;
      const at = pointerOf(path);
      const report = (rule: Finding['rule'], message: string): void => {
        findings.push({ rule, at, on: 'key', message, position: positionAt(offset) });
      };
      if (!isScalar(key))
        report(unsupportedKey, `a key is ${isMap(key) ? 'an object' : key ? 'a list' : 'missing'}; expected text`);
      else if (key.value === null) report(unsupportedKey, 'a key is null; expected text');
      else if (key.source === '<<' && key.type === 'PLAIN')
        report(mergeKey, 'the members that the merge key names are read as if they stood here');
      else if (typeof key.value === 'number' && String(key.value) !== key.source) {
        report(respelledKey, `the key ${quote(key.source ?? '')} is a number and becomes ${quote(String(key.value))}`);
      }
    },
  });
  return findings;
}

/** `yaml` points at the beginning of a line where its indentation is wrong; the reader looks for what stands there. */
function onToken(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' && at + 1 < text.length) at++;
  return at;
}

/** Of several mistakes in one line the first is the author's, the others are what a parser makes of it. */
function onePerLine(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<number>();
  return findings.filter(({ rule, position }) => {
    const line = position?.line ?? 0;
    return rule !== invalidSyntax || (seen.has(line) ? false : seen.add(line));
  });
}

/** The pointer of the collection that the last node on a path of `visit` stands in. */
function pointerOf(path: readonly unknown[]): Pointer {
  let at: Pointer = '#';
  for (const step of path) if (isPair(step) && isScalar(step.key)) at = child(at, String(step.key.value));
  return at;
}

const startOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];

/** Counted from 1 in UTF-16 code units; CR alone does not end a line for `yaml`. */
export function place(lines: LineCounter, offset: number): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
