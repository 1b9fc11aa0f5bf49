/**
 * Declarations as ts-morph structures. A structure carries names, modifiers and the frame; code goes into it as a mark that
 * `fill` replaces afterwards, because ts-morph's writer guesses where strings and comments end, and guesses wrong in regular expressions.
 */
import { type ParameterDeclarationStructure, type StatementStructures, StructureKind, VariableDeclarationKind } from 'ts-morph';
import type { Code } from './code.js';
import type { FunctionDeclaration, NamedDeclaration } from './declaration.js';

/** All that tells the frame of a declaration from others, with nothing of what goes into it. */
export function formOf(declaration: NamedDeclaration): string {
  const exported = (declaration.exported ?? true) ? 'exported' : 'own';
  switch (declaration.kind) {
    case 'type':
      return `type ${exported} ${declaration.typeParameters?.length ?? 0}`;
    case 'function': {
      const optional = declaration.parameters.map((parameter) => (parameter.optional ? '?' : '.')).join('');
      const length = isLong(declaration) ? 'long' : 'short';
      return `function ${exported} ${declaration.async ?? false} ${declaration.typeParameters?.length ?? 0} ${optional} ${length}`;
    }
    case 'constant':
      return `constant ${exported} ${declaration.type !== undefined}`;
    default:
      return declaration satisfies never;
  }
}

/** What goes into the frame, in the order of its marks. */
export function holesOf(declaration: NamedDeclaration): readonly Code[] {
  switch (declaration.kind) {
    case 'type':
      return [declaration.name, ...(declaration.typeParameters ?? []), declaration.type];
    case 'function': {
      const parameters = declaration.parameters.flatMap(({ name, type }) => [name, type]);
      return [declaration.name, ...(declaration.typeParameters ?? []), ...parameters, declaration.returns, declaration.body];
    }
    case 'constant':
      return [declaration.name, ...(declaration.type ? [declaration.type] : []), declaration.value];
    default:
      return declaration satisfies never;
  }
}

/** `mark` stands for each piece of code. */
export function structure(declaration: NamedDeclaration, mark: string): StatementStructures {
  switch (declaration.kind) {
    case 'type':
      return {
        kind: StructureKind.TypeAlias,
        isExported: declaration.exported ?? true,
        name: mark,
        typeParameters: (declaration.typeParameters ?? []).map(() => mark),
        type: mark,
      };
    case 'function':
      return {
        kind: StructureKind.Function,
        isExported: declaration.exported ?? true,
        isAsync: declaration.async ?? false,
        name: mark,
        typeParameters: (declaration.typeParameters ?? []).map(() => mark),
        parameters: parameters(declaration, mark),
        returnType: mark,
        statements: [mark],
      };
    case 'constant':
      return {
        kind: StructureKind.VariableStatement,
        isExported: declaration.exported ?? true,
        declarationKind: VariableDeclarationKind.Const,
        declarations: [
          {
            name: mark,
            ...(declaration.type && { type: mark }),
            initializer: mark,
          },
        ],
      };
    default:
      return declaration satisfies never;
  }
}

/** On one line where that is short, else a line each. */
function parameters(declaration: FunctionDeclaration, mark: string): ParameterDeclarationStructure[] {
  const { parameters: all } = declaration;
  const long = isLong(declaration);
  return all.map((parameter, i) => ({
    kind: StructureKind.Parameter,
    name: mark,
    type: mark,
    hasQuestionToken: parameter.optional ?? false,
    // A comma that is there already is not written again.
    ...(long && { leadingTrivia: '\n', trailingTrivia: i === all.length - 1 ? ',\n' : ',' }),
  }));
}
function isLong({ name, parameters: all, returns }: FunctionDeclaration): boolean {
  const own = name.text.length + returns.text.length;
  return all.reduce((sum, { name: each, type }) => sum + each.text.length + type.text.length + 4, own) > LONGEST;
}
const LONGEST = 100;
