/** Generated text as TypeScript reads it: the shape of its syntax trees, and what of the document stands in it as code. */
import ts from 'typescript';
import type { GeneratedFile } from '../../src/print/file.js';
import { MARKER } from './payloads.js';

/** The runtime is the same for every document. */
export const written = (files: readonly GeneratedFile[]): readonly GeneratedFile[] =>
  files.filter(({ path }) => !path.startsWith('runtime/'));

export interface Read {
  /** For each file the kinds of all nodes, a line for each statement. */
  readonly shapes: readonly string[];
  /** What must never be: syntax errors, and the marker anywhere but in strings and comments. */
  readonly faults: readonly string[];
}

export function readShapes(files: readonly GeneratedFile[]): Read {
  const faults: string[] = [];
  const shapes = written(files).map(({ path, text }) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
    for (const { messageText } of syntaxErrors(file))
      faults.push(`${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    const statements = file.statements.map((statement) => kindsOf(statement, (node) => faults.push(`${path}: ${node.text}`)));
    return statements.sort().join('\n');
  });
  return { shapes: shapes.sort(), faults };
}

/** The parser keeps them on the file, where the public types do not show them. */
function syntaxErrors(file: ts.SourceFile): readonly ts.Diagnostic[] {
  const found: unknown = Reflect.get(file, 'parseDiagnostics');
  if (!Array.isArray(found)) throw new TypeError('this version of the compiler keeps its syntax errors elsewhere');
  return found;
}

/**
 * `kind(children)`, the children in the order of their own text: which member comes first in an object or a union is a matter of
 * names. Parentheses, and braces around one statement, are left out: they come and go with the length of a line.
 */
function kindsOf(node: ts.Node, stray: (node: ts.Identifier) => void): string {
  if (ts.isIdentifier(node) && node.text === MARKER) stray(node);
  const inner: string[] = [];
  node.forEachChild((child) => {
    inner.push(kindsOf(child, stray));
  });
  const layout = ts.isParenthesizedExpression(node) || ts.isParenthesizedTypeNode(node) || ts.isBlock(node);
  if (layout && inner.length === 1) return inner.join();
  return `${ts.SyntaxKind[node.kind]}(${inner.sort().join()})`;
}
