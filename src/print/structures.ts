/**
 * Declarations as ts-morph structures. A structure carries names, modifiers and the frame; code goes into it as a mark that
 * `fill` replaces afterwards, because ts-morph's writer guesses where strings and comments end, and guesses wrong in regular expressions.
 */
import {
  type ExportDeclarationStructure,
  type ParameterDeclarationStructure,
  type StatementStructures,
  StructureKind,
  VariableDeclarationKind,
} from 'ts-morph';
import type { Code } from './code.js';
import type { Declaration, FunctionDeclaration, ReExport } from './declaration.js';
import { listed } from './names.js';

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
        parameters: parameters(declaration, mark),
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
    case 'export-all':
      return { kind: StructureKind.ExportDeclaration, moduleSpecifier: declaration.from, isTypeOnly: declaration.isTypeOnly };
    default:
      return declaration satisfies never;
  }
}

/** On one line where that is short, else a line each. */
function parameters({ name, parameters: all, returns }: FunctionDeclaration, mark: Mark): ParameterDeclarationStructure[] {
  const length = all.reduce(
    (sum, { name, type }) => sum + name.text.length + type.text.length + 4,
    name.text.length + returns.text.length,
  );
  const isLong = length > LONGEST;
  return all.map((parameter, i) => ({
    kind: StructureKind.Parameter,
    name: mark(parameter.name),
    type: mark(parameter.type),
    hasQuestionToken: parameter.optional ?? false,
    // A comma that is there already is not written again.
    ...(isLong && { leadingTrivia: '\n', trailingTrivia: i === all.length - 1 ? ',\n' : ',' }),
  }));
}
const LONGEST = 100;

function reExport({ from, values = [], types = [] }: ReExport): ExportDeclarationStructure {
  const { isTypeOnly, write } = listed(values, types);
  return { kind: StructureKind.ExportDeclaration, moduleSpecifier: from, isTypeOnly, namedExports: write };
}
