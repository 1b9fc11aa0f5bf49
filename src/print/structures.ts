/**
 * Declarations as ts-morph structures. A structure carries names, modifiers and the frame; code goes into it as a mark that
 * `fill` replaces afterwards, because ts-morph's writer guesses where strings and comments end, and guesses wrong in regular expressions.
 */
import {
  type ExportDeclarationStructure,
  type ImportDeclarationStructure,
  type StatementStructures,
  StructureKind,
  VariableDeclarationKind,
  type WriterFunction,
} from 'ts-morph';
import { byCodeUnits } from '../model/node.js';
import type { Code } from './code.js';
import type { Declaration, ReExport } from './declaration.js';
import type { Import } from './file.js';

/** Takes a piece of code and gives the mark that stands for it. */
export type Mark = (code: Code) => string;

export function structure(declaration: Declaration, mark: Mark): StatementStructures {
  switch (declaration.kind) {
    case 'type':
      return {
        kind: StructureKind.TypeAlias,
        isExported: declaration.exported ?? true,
        name: mark(declaration.name),
        typeParameters: (declaration.typeParameters ?? []).map(mark),
        type: mark(declaration.type),
      };
    case 'function':
      return {
        kind: StructureKind.Function,
        isExported: declaration.exported ?? true,
        isAsync: declaration.async ?? false,
        name: mark(declaration.name),
        typeParameters: (declaration.typeParameters ?? []).map(mark),
        parameters: declaration.parameters.map((parameter) => ({
          name: mark(parameter.name),
          type: mark(parameter.type),
          hasQuestionToken: parameter.optional ?? false,
        })),
        returnType: mark(declaration.returns),
        statements: [mark(declaration.body)],
      };
    case 'constant':
      return {
        kind: StructureKind.VariableStatement,
        isExported: declaration.exported ?? true,
        declarationKind: VariableDeclarationKind.Const,
        declarations: [
          {
            name: mark(declaration.name),
            ...(declaration.type && { type: mark(declaration.type) }),
            initializer: mark(declaration.value),
          },
        ],
      };
    case 're-export':
      return reExport(declaration);
    default:
      return declaration satisfies never;
  }
}

function reExport({ from, values = [], types = [] }: ReExport): ExportDeclarationStructure {
  const { isTypeOnly, write } = names(values, types);
  return { kind: StructureKind.ExportDeclaration, moduleSpecifier: from, isTypeOnly, namedExports: write };
}

/** One declaration for each module and form, sorted by module; a name that is imported as a value is not imported as a type as well. */
export function importStructures(imports: readonly Import[]): readonly ImportDeclarationStructure[] {
  const modules = new Map<string, { values: Set<string>; types: Set<string>; namespaces: Map<string, boolean> }>();
  for (const { from, values = [], types = [], namespace, typeNamespace } of imports) {
    const module = modules.get(from) ?? { values: new Set(), types: new Set(), namespaces: new Map() };
    modules.set(from, module);
    for (const name of values) module.values.add(name);
    for (const name of types) module.types.add(name);
    if (typeNamespace !== undefined && !module.namespaces.has(typeNamespace)) module.namespaces.set(typeNamespace, true);
    if (namespace !== undefined) module.namespaces.set(namespace, false);
  }
  return [...modules]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .flatMap(([moduleSpecifier, { values, types, namespaces }]) => {
      const kind = StructureKind.ImportDeclaration;
      const structures: ImportDeclarationStructure[] = [...namespaces]
        .sort(([a], [b]) => byCodeUnits(a, b))
        .map(([namespaceImport, isTypeOnly]) => ({ kind, moduleSpecifier, namespaceImport, isTypeOnly }));
      if (values.size + types.size === 0) return structures;
      const { isTypeOnly, write } = names([...values], [...types]);
      return [...structures, { kind, moduleSpecifier, isTypeOnly, namedImports: write }];
    });
}

interface Names {
  readonly isTypeOnly: boolean;
  readonly write: WriterFunction;
}

/** The names between the braces: `type` before the word `import` where all are types, and a line each where one line would be long. */
function names(values: readonly string[], types: readonly string[]): Names {
  const isTypeOnly = values.length === 0;
  const taken = new Set(values);
  const listed = [
    ...[...taken].map((name) => ({ name, text: name })),
    ...[...new Set(types)].filter((name) => !taken.has(name)).map((name) => ({ name, text: isTypeOnly ? name : `type ${name}` })),
  ]
    .sort((a, b) => byCodeUnits(a.name, b.name))
    .map(({ text }) => text);
  const line = listed.join(', ');
  const text = line.length <= LONGEST ? line : `\n${listed.map((each) => `  ${each},\n`).join('')}`;
  return { isTypeOnly, write: (writer) => writer.write(text) };
}
const LONGEST = 90;
