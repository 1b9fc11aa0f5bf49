/**
 * The part of a large CommonJS file that a few of its exports need. ts-morph and TypeScript are each one flat file of which the
 * generator uses a hundredth, and reading the rest would cost more than generating a client. A bundler must keep every
 * top-level statement that may have an effect; here a statement stays only where what stays already names what it declares.
 *
 * What is left out must not be needed, and that is not proved here but by the tests of the build: they print with both.
 */
import ts from 'typescript';

export interface Shaken {
  readonly text: string;
  /** What the text reads of each name that it has: of `common`, `errors`; of `common.ts`, `createScanner`. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Statement {
  readonly text: string;
  readonly declares: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that stand for themselves, and not before a dot. */
  readonly bare: ReadonlySet<string>;
  /** The members of a large object that is declared here, with the name of each. */
  readonly table?: { readonly name: string; readonly members: ReadonlyMap<string, string> };
}

/** Keeps what the names need that are declared at the top level. `exports.Name = …` declares the name `exports.Name`. */
export function shake(text: string, wanted: Iterable<string>): Shaken {
  const file = ts.createSourceFile('module.js', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const statements = topLevel(file).map((statement) => describe(statement, file));
  const declaring = new Map<string, Statement[]>();
  for (const statement of statements)
    for (const name of statement.declares) declaring.set(name, [...(declaring.get(name) ?? []), statement]);

  const open = [...wanted];
  for (const missing of open.filter((name) => !declaring.has(name))) throw new Error(`there is no ${missing} to keep`);
  const kept = new Set<Statement>();
  const asked = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (asked.has(name)) continue;
    asked.add(name);
    for (const statement of declaring.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      open.push(...statement.names);
    }
  }

  const members = new Map<string, Set<string>>();
  for (const statement of kept)
    for (const [name, read] of statement.members) members.set(name, new Set([...(members.get(name) ?? []), ...read]));
  const bare = new Set([...kept].flatMap((statement) => [...statement.bare]));
  const texts = statements
    .filter((statement) => kept.has(statement))
    .map((statement) => withoutIdleRows(statement, members, bare));
  return { text: texts.join('\n'), members };
}

/** TypeScript's table of messages is half a megabyte. Of such a table only the rows that are read stay, where it is only read by row. */
function withoutIdleRows({ text, table }: Statement, read: Shaken['members'], bare: ReadonlySet<string>): string {
  if (!table || bare.has(table.name)) return text;
  const rows = [...table.members].filter(([name]) => read.get(table.name)?.has(name)).map(([, row]) => row);
  return `var ${table.name} = {\n${rows.join(',\n')}\n};`;
}

/** The statements of the file; of TypeScript's, those of the function that all of it stands in. */
function topLevel(file: ts.SourceFile): readonly ts.Statement[] {
  const wrappers = file.statements.filter(ts.isExpressionStatement).map(({ expression }) => expression);
  for (const wrapper of wrappers) {
    if (!ts.isCallExpression(wrapper) || !ts.isParenthesizedExpression(wrapper.expression)) continue;
    const inner = wrapper.expression.expression;
    if (ts.isArrowFunction(inner) && ts.isBlock(inner.body) && inner.body.statements.length > 1000) return inner.body.statements;
  }
  return file.statements;
}

function describe(statement: ts.Statement, file: ts.SourceFile): Statement {
  const names = new Set<string>();
  const members = new Map<string, Set<string>>();
  const bare = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const of = node.expression.getText(file);
      if (of === 'exports') names.add(`exports.${node.name.text}`);
      if (/^[\w$.]+$/.test(of)) members.set(of, (members.get(of) ?? new Set()).add(node.name.text));
    }
    if (ts.isIdentifier(node) && !isMemberName(node)) {
      names.add(node.text);
      if (!isBeforeDot(node) && !isDeclaredName(node)) bare.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return { text: statement.getText(file), declares: declared(statement), names, members, bare, ...tableOf(statement, file) };
}

const LARGE = 500;
function tableOf(statement: ts.Statement, file: ts.SourceFile): Pick<Statement, 'table'> {
  const [declaration, other] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (!declaration || other || !ts.isIdentifier(declaration.name)) return {};
  const { initializer } = declaration;
  if (!initializer || !ts.isObjectLiteralExpression(initializer) || initializer.properties.length < LARGE) return {};
  const members = new Map<string, string>();
  for (const property of initializer.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return {};
    members.set(property.name.text, property.getText(file));
  }
  return { table: { name: declaration.name.text, members } };
}

const isBeforeDot = (node: ts.Identifier): boolean =>
  ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node;
const isDeclaredName = (node: ts.Identifier): boolean => ts.isVariableDeclaration(node.parent) && node.parent.name === node;

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.name === node
  );
}

function declared(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
  if (!ts.isExpressionStatement(statement)) return [];
  const { expression } = statement;
  // `exports.Name = …`, `Name = …`, and `(function (Name) { … })(Name || (Name = {}))`, which fills an object that is there.
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return assigned(expression.left);
  if (!ts.isCallExpression(expression)) return [];
  return expression.arguments.flatMap((argument) =>
    ts.isBinaryExpression(argument) && argument.operatorToken.kind === ts.SyntaxKind.BarBarToken ? assigned(argument.left) : [],
  );
}

function bound(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));
}

/** Assigning to a member of an object declares the object once more: `Parser.parse = …` stays where `Parser` does. */
function assigned(target: ts.Expression): readonly string[] {
  if (ts.isIdentifier(target)) return [target.text];
  if (!ts.isPropertyAccessExpression(target) || !ts.isIdentifier(target.expression)) return [];
  return [target.expression.text === 'exports' ? `exports.${target.name.text}` : target.expression.text];
}
