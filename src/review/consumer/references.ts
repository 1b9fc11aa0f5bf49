/** What of the generated code a caller's project refers to. */
import type { Compilation } from './compile.js';
import type { Compiler, TypeScript } from './typescript.js';

/** Names of functions, types and members, wherever they are declared in the generated folder. */
export function referencesOf(compiler: Compiler, compilation: Compilation): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of compilation.files) collect(compiler, compilation, file, names);
  return names;
}

/** The same of one statement: the one around a place of a file, and the names of the types that its members belong to. */
export function referencesAt(
  compiler: Compiler,
  compilation: Compilation,
  { fileName, start }: { readonly fileName: string; readonly start: number },
): ReadonlySet<string> {
  const names = new Set<string>();
  const file = compilation.files.find((one) => one.fileName === fileName);
  if (file) collect(compiler, compilation, statementAt(compiler, file, start), names);
  return names;
}

function collect(compiler: Compiler, compilation: Compilation, root: TypeScript.Node, names: Set<string>): void {
  const checker = compilation.program.getTypeChecker();
  const visit = (node: TypeScript.Node): void => {
    if (compiler.isIdentifier(node)) {
      for (const declaration of declarationsOf(compiler, checker, node)) {
        if (compilation.isGenerated(declaration.getSourceFile().fileName)) addOwners(compiler, declaration, names);
      }
    }
    compiler.forEachChild(node, visit);
  };
  visit(root);
}

function declarationsOf(
  compiler: Compiler,
  checker: TypeScript.TypeChecker,
  node: TypeScript.Identifier,
): readonly TypeScript.Declaration[] {
  const symbol = checker.getSymbolAtLocation(node);
  if (!symbol) return [];
  const target = symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations ?? [];
}

/** `age` of `type Pet = { age: number }` stands for `age` and for `Pet`. */
function addOwners(compiler: Compiler, declaration: TypeScript.Node, names: Set<string>): void {
  for (let node: TypeScript.Node | undefined = declaration; node && !compiler.isSourceFile(node); node = node.parent) {
    const name = compiler.getNameOfDeclaration(declarationOf(node));
    if (name && (compiler.isIdentifier(name) || compiler.isStringLiteral(name))) names.add(name.text);
  }
}
/** `getNameOfDeclaration` takes any node at run time and answers undefined for what has no name. */
const declarationOf = (node: TypeScript.Node): TypeScript.Declaration => node as TypeScript.Declaration;

function statementAt(compiler: Compiler, file: TypeScript.SourceFile, start: number): TypeScript.Node {
  let found: TypeScript.Node = file;
  const visit = (node: TypeScript.Node): void => {
    if (node.getFullStart() > start || start >= node.getEnd()) return;
    if (compiler.isStatement(node) && !compiler.isBlock(node)) found = node;
    compiler.forEachChild(node, visit);
  };
  compiler.forEachChild(file, visit);
  return found;
}
