/**
 * Whether two texts of a file say the same and differ only as a formatter makes them differ: white space, line breaks,
 * quotes, semicolons, trailing commas, parentheses that change nothing, the order of imports and of
 * names that are exported from elsewhere.
 *
 * Both are parsed and their syntax trees compared, with every comment at the token that follows it: a comparison of tokens would take
 * `return` at a line's end for what it is not. What does not parse is never the same.
 */
import { isDeepStrictEqual } from 'node:util';
import type TypeScript from 'typescript';

type Api = typeof TypeScript;

export async function isSameButForLayout(a: string, b: string, path: string): Promise<boolean> {
  if (path.endsWith('.json')) return isSameJson(a, b);
  if (!path.endsWith('.ts')) return false;
  // 0.3 s, and only where the bytes differ.
  const { default: ts } = await import('typescript');
  const before = canonical(ts, a);
  return before !== undefined && before === canonical(ts, b);
}

function isSameJson(a: string, b: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(a), JSON.parse(b));
  } catch {
    return false;
  }
}

/** One text for all layouts of a program. Undefined where the text does not parse. */
function canonical(ts: Api, text: string): string | undefined {
  const result = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { noCheck: true, target: ts.ScriptTarget.ESNext },
  });
  if (result.diagnostics?.length) return undefined;
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const walk: Walk = { ts, file, comments: [], above: [], noted: new Set() };
  const tree = describe(walk, file);
  return [tree, ...walk.above, ...walk.comments].join('\n');
}

interface Walk {
  readonly ts: Api;
  readonly file: TypeScript.SourceFile;
  /** Those that were met since the last token that is described. */
  readonly comments: string[];
  /** Those above imports and exports, which are the file's and stay where such statements change places. */
  readonly above: string[];
  /** Where comments end that have been noted. */
  readonly noted: Set<number>;
}

function describe(walk: Walk, node: TypeScript.Node): string {
  const { ts, file } = walk;
  const children = node
    .getChildren(file)
    .filter((child) => child.kind < ts.SyntaxKind.FirstJSDocNode || child.kind > ts.SyntaxKind.LastJSDocNode);
  if (!children.length) return describeToken(walk, node);
  if (isOrganized(ts, node)) {
    noteComment(walk, node);
    walk.above.push(...walk.comments.splice(0));
  }
  const kept = children.flatMap((child) => {
    if (!isSeparator(ts, child, node)) return [{ child, text: describe(walk, child) }];
    // What stands before one that is left out counts, and belongs to the next.
    noteComment(walk, child);
    return [];
  });
  const texts = kept.map(({ text }) => text);
  if (isTransparent(ts, node)) return texts.join(' ');
  if (node.kind === ts.SyntaxKind.SyntaxList) return `[${inOrder(ts, node, kept).join(' ')}]`;
  return `(${node.kind} ${texts.join(' ')})`;
}

function noteComment({ file, comments, noted }: Walk, token: TypeScript.Node): void {
  const start = token.getStart(file, false);
  if (noted.has(start)) return;
  noted.add(start);
  // Between two tokens there is nothing but white space and comments. The stars at the left of a comment move with it.
  const comment = file.text
    .slice(token.pos, start)
    .replace(/\s*\n\s*\*?\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (comment) comments.push(comment);
}

function describeToken(walk: Walk, node: TypeScript.Node): string {
  noteComment(walk, node);
  // An empty list has no place of its own for a comment.
  if (node.kind === walk.ts.SyntaxKind.SyntaxList) return '[]';
  const comments = walk.comments.splice(0);
  const text = textOf(walk, node);
  return comments.length === 0 ? text : `${JSON.stringify(comments)} ${text}`;
}

function textOf({ ts, file }: Walk, node: TypeScript.Node): string {
  // The name of a member may stand in quotes or not.
  if (isMemberName(ts, node)) return JSON.stringify(node.text);
  if (ts.isStringLiteral(node)) return JSON.stringify(node.text);
  if (ts.isNumericLiteral(node)) return node.text;
  return file.text.slice(node.getStart(file, false), node.end);
}

function isMemberName(
  ts: Api,
  node: TypeScript.Node,
): node is TypeScript.Identifier | TypeScript.StringLiteral | TypeScript.NumericLiteral {
  const { parent } = node;
  const hasName =
    ts.isPropertySignature(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent);
  return hasName && parent.name === node && (ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node));
}

/** Commas, semicolons and parentheses whose meaning the tree already has. In the head of `for` the places count. */
function isSeparator(ts: Api, token: TypeScript.Node, parent: TypeScript.Node): boolean {
  switch (token.kind) {
    case ts.SyntaxKind.CommaToken:
      return parent.kind !== ts.SyntaxKind.BinaryExpression;
    case ts.SyntaxKind.SemicolonToken:
      return !ts.isForStatement(parent) && !ts.isEmptyStatement(parent);
    case ts.SyntaxKind.OpenParenToken:
    case ts.SyntaxKind.CloseParenToken:
      return isTransparent(ts, parent) || ts.isArrowFunction(parent);
    case ts.SyntaxKind.BarToken:
    case ts.SyntaxKind.AmpersandToken:
      return ts.isUnionTypeNode(parent) || ts.isIntersectionTypeNode(parent) || parent.kind === ts.SyntaxKind.SyntaxList;
    default:
      return false;
  }
}

/** Parentheses that only group. Those around an optional chain or a comma expression change what is evaluated. */
function isTransparent(ts: Api, node: TypeScript.Node): boolean {
  if (ts.isParenthesizedTypeNode(node)) return true;
  return ts.isParenthesizedExpression(node) && !ts.isOptionalChain(node.expression);
}

/** Imports and exports of names, and the names in them, have no order: no module of the output does anything at load. */
function inOrder(
  ts: Api,
  list: TypeScript.Node,
  entries: readonly { readonly child: TypeScript.Node; readonly text: string }[],
): readonly string[] {
  const texts = entries.map(({ text }) => text);
  if (ts.isNamedImports(list.parent) || ts.isNamedExports(list.parent)) return texts.sort();
  const moving = entries.filter(({ child }) => isOrganized(ts, child));
  if (!moving.length) return texts;
  const staying = entries.filter((entry) => !moving.includes(entry));
  return [...moving.map(({ text }) => text).sort(), ...staying.map(({ text }) => text)];
}

function isOrganized(ts: Api, statement: TypeScript.Node): boolean {
  if (ts.isImportDeclaration(statement)) return true;
  return ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause);
}
